//! Very many made-up people, brought in by the import like any others: for measuring. They cannot sign in.

use std::fmt::Write;

use kernel::{App, Failure, Outcome};

use super::some_agencies;
use crate::import::{self, ImportRequest, Kind, Mode, Progress, Source};

const FIRST_NAMES: [&str; 20] = [
    "Andi", "Bagus", "Citra", "Dewi", "Eko", "Fitri", "Gede", "Hasnah", "Indra", "Joko", "Kartini", "Lukman", "Made", "Nur",
    "Putri", "Rahmat", "Sitti", "Tri", "Wayan", "Yusuf",
];
const LAST_NAMES: [&str; 20] = [
    "Anwar",
    "Bulo",
    "Cahyono",
    "Daud",
    "Effendi",
    "Firmansyah",
    "Gunawan",
    "Hakim",
    "Ismail",
    "Jaya",
    "Kurniawan",
    "Lestari",
    "Mandra",
    "Nasution",
    "Pasang",
    "Rahman",
    "Saragih",
    "Tanjung",
    "Usman",
    "Wijaya",
];
const POSITIONS: [&str; 5] =
    ["Analis Kebijakan Ahli Muda", "Arsiparis Terampil", "Bendahara", "Pranata Komputer Ahli Pertama", "Guru Ahli Pertama"];

/// How many people, and who hears how far it got.
pub struct Crowd<'a> {
    pub people: usize,
    pub progress: &'a mut (dyn FnMut(&Progress) + Send),
}

/// Brings as many people as are asked for into the agencies that are there; whoever is there already stays.
pub async fn crowd(app: &App, crowd: Crowd<'_>) -> Outcome<Progress> {
    let agencies = some_agencies(app.db(), 100_000).await?;
    if agencies.is_empty() {
        return Err(Failure::broken("there are no agencies to put people in"));
    }
    let request = ImportRequest {
        kind: Kind::People,
        mode: Mode::Keep,
        file_name: format!("{} people for measuring", crowd.people),
        source: Source::Bytes(table(crowd.people, &agencies).into_bytes()),
        by: None,
    };
    import::run(app, request, crowd.progress).await
}

fn table(people: usize, agencies: &[String]) -> String {
    let mut table = String::from("nip,nama,jabatan,unit,surel\n");
    for n in 0..people {
        let name = format!("{} {}", FIRST_NAMES[n % 20], LAST_NAMES[(n / 20) % 20]);
        let (position, agency) = (POSITIONS[n % 5], &agencies[(n * 7) % agencies.len()]);
        let _ = writeln!(table, "{},{name},{position},{agency},orang.{n}@contoh.go.id.example", number(n));
    }
    table
}

/// A valid service number of its own for each of 840.000 people; serials 900 to 999 are those of made-up people.
fn number(n: usize) -> String {
    let (serial, rest) = (900 + n % 100, n / 100);
    let (day, rest) = (1 + rest % 28, rest / 28);
    let (month, year) = (1 + rest % 12, 1965 + rest / 12);
    format!("{year}{month:02}{day:02}200912{}{serial}", 1 + n % 2)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::identity::Identity;

    #[test]
    fn everybody_has_a_valid_number_of_their_own() {
        let numbers: HashSet<String> = (0..300_000).map(number).collect();

        assert_eq!(numbers.len(), 300_000);
        assert!(numbers.iter().step_by(997).all(|it| Identity::parse(it).is_ok()));
    }
}
