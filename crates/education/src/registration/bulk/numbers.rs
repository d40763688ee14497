//! Finding service numbers in what people paste: one a line, several a line, with spaces inside, with names beside. No I/O.

use directory::identity::{Identity, IdentityFault, cleaned};
use sheet::{Limits, Rows, Unreadable};

/// A number, or what stands where one should be, and the line it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) line: u64,
    /// As typed, cleaned; never a whole citizen's number.
    pub(super) typed: String,
    pub(super) number: Result<String, Unsound>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unsound {
    Fault(IdentityFault),
    /// A line without anything like a number.
    NoNumber,
}

/// Digits from which on a broken number is surely meant as one; phones and dates beside a sound number have fewer.
const SURELY: usize = 14;
const PERHAPS: usize = 8;
/// A number may be typed in four groups, perhaps with "NIP" before it.
const MOST_GROUPS: usize = 5;
const LONGEST_TYPED: usize = 60;

pub(super) fn read(text: &str) -> Vec<Entry> {
    let lines = (1..).zip(text.lines()).filter(|it| !it.1.trim().is_empty());
    let entries = lines.enumerate().flat_map(|(index, (line, text))| {
        let cells: Vec<&str> = text.split([',', ';', '\t']).collect();
        entries_of(line, &cells, index == 0)
    });
    entries.collect()
}

/// A file with a column "nip", or any table with numbers in it.
pub(super) fn read_file(content: &[u8]) -> Result<Vec<Entry>, &'static str> {
    let limits = Limits { bytes: 1 << 20, rows: 10_000, columns: 64, cell: 2_000, row: 1 << 17 };
    let rows = Rows::open_within(content, limits).map_err(|it| match it {
        Unreadable::Empty => "registration-list-empty",
        Unreadable::Binary => "registration-list-binary",
        Unreadable::Header(_) | Unreadable::Io(_) => "registration-list-unreadable",
    })?;
    let header = rows.header().clone();
    let column = ["nip", "nip ni pppk", "nip baru"].iter().find_map(|it| header.position(it));
    let names: Vec<&str> = header.names.iter().map(String::as_str).collect();
    let mut entries = entries_of(1, &names, true);
    for row in rows {
        let row = row.map_err(|_| "registration-list-unreadable")?;
        let cells: Vec<&str> = match column {
            Some(column) => vec![row.cell(column)],
            None => row.cells.iter().map(String::as_str).collect(),
        };
        if !row.is_blank() {
            entries.extend(entries_of(row.line, &cells, false));
        }
    }
    Ok(entries)
}

fn entries_of(line: u64, cells: &[&str], is_first: bool) -> Vec<Entry> {
    let (mut sound, mut broken) = (Vec::new(), Vec::new());
    for cell in cells {
        scan(&cleaned(cell), &mut sound, &mut broken);
    }
    let least = if sound.is_empty() { PERHAPS } else { SURELY };
    broken.retain(|it: &String| digits(it) >= least);
    if sound.is_empty() && broken.is_empty() && !is_first {
        return vec![Entry { line, typed: shortened(&cleaned(&cells.join(" "))), number: Err(Unsound::NoNumber) }];
    }
    let sound = sound.into_iter().map(|(typed, number)| Entry { line, typed, number: Ok(number) });
    let broken = broken.into_iter().filter_map(|typed| Some((Identity::parse(&typed).err()?, typed)));
    sound
        .chain(broken.map(|(fault, typed)| Entry { line, typed: shown(&typed, &fault), number: Err(Unsound::Fault(fault)) }))
        .collect()
}

/// Takes the longest runs of words that are a number; what lies between them is broken or something else.
fn scan(cell: &str, sound: &mut Vec<(String, String)>, broken: &mut Vec<String>) {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let (mut at, mut between) = (0, Vec::new());
    while at < words.len() {
        let found = (1..=MOST_GROUPS.min(words.len() - at)).rev().find_map(|length| {
            let typed = words[at..at + length].join(" ");
            let number = Identity::parse(&typed).ok()?.number()?.to_owned();
            Some((length, typed, number))
        });
        match found {
            Some((length, typed, number)) => {
                sound.push((typed, number));
                broken.push(std::mem::take(&mut between).join(" "));
                at += length;
            }
            None => {
                between.push(words[at]);
                at += 1;
            }
        }
    }
    broken.push(between.join(" "));
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

fn shown(typed: &str, fault: &IdentityFault) -> String {
    match fault {
        IdentityFault::Nik => "••••••••••••••••".to_owned(),
        _ => shortened(typed),
    }
}

/// Sixteen digits anywhere may be a citizen's number: those are not kept.
fn shortened(text: &str) -> String {
    let text: String = text.chars().take(LONGEST_TYPED).collect();
    if digits(&text) == 16 { "••••••••••••••••".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "198705142011011903";
    const TWO: &str = "199001012015031905";

    fn numbers(text: &str) -> Vec<String> {
        read(text).into_iter().filter_map(|it| it.number.ok()).collect()
    }

    fn faults(text: &str) -> Vec<(u64, Unsound)> {
        read(text).into_iter().filter_map(|it| Some((it.line, it.number.err()?))).collect()
    }

    #[test]
    fn numbers_are_found_however_they_are_separated() {
        for text in [
            format!("{ONE}\n{TWO}"),
            format!("{ONE},{TWO}"),
            format!("{ONE}; {TWO};"),
            format!("{ONE} {TWO}"),
            "19870514 201101 1 903\r\n19900101 201503 1 905\r\n".to_owned(),
            "19870514 201101 1 903 19900101 201503 1 905".to_owned(),
            format!("NIP. 19870514 201101 1 903\tBudi Contoh\t0812-0000-0001\n2. {TWO} Siti Contoh"),
            format!("nip,nama\n'{ONE},Budi\n=\"{TWO}\",Siti"),
        ] {
            assert_eq!(numbers(&text), [ONE, TWO], "{text}");
            assert_eq!(faults(&text), [], "{text}");
        }
    }

    #[test]
    fn a_broken_number_is_named_with_its_line() {
        assert_eq!(
            faults(&format!("{ONE}\n19870514201101190\n")),
            [(2, Unsound::Fault(IdentityFault::WrongLength { digits: 17 }))]
        );
        assert_eq!(
            faults(&format!("{ONE}, 19870514201101190")),
            [(1, Unsound::Fault(IdentityFault::WrongLength { digits: 17 }))]
        );
        assert_eq!(faults(&format!("{ONE}\nBudi Contoh")), [(2, Unsound::NoNumber)]);
        assert_eq!(faults(&format!("{ONE}\n1.98705E+17")), [(2, Unsound::Fault(IdentityFault::ScientificNotation))]);
    }

    #[test]
    fn a_citizens_number_is_not_repeated() {
        let entries = read(&format!("{ONE}\n7602014503900001\nSiti, 7602014503900001"));

        assert!(entries.iter().skip(1).all(|it| !it.typed.contains("7602")), "{entries:?}");
        assert_eq!(entries[1].number, Err(Unsound::Fault(IdentityFault::Nik)));
    }

    #[test]
    fn a_file_is_read_by_its_column_or_by_what_looks_like_a_number() {
        let with_column = format!("Nama;NIP;Telepon\nBudi;{ONE};081200000001\nSiti;1990010120150319;\n");
        let without = format!("{ONE}\n{TWO}\n");

        let read = read_file(with_column.as_bytes()).expect("a table");
        assert_eq!(read[0].number.as_deref(), Ok(ONE));
        assert_eq!((read[1].line, &read[1].number), (3, &Err(Unsound::Fault(IdentityFault::Nik))));
        assert_eq!(read_file(without.as_bytes()).expect("a list").len(), 2);
        assert_eq!(read_file(b""), Err("registration-list-empty"));
        assert_eq!(read_file(b"PK\x03\x04 spreadsheet"), Err("registration-list-binary"));
    }
}
