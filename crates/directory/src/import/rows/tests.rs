//! Rows as they come, good and bad.

mod defects;
mod files;
mod texts;

use jiff::civil::{Date, date};
use kernel::sheet::{Header, Row, Rows};

use super::*;

const TODAY: Date = date(2026, 11, 21);

const UNITS: &[(&str, &str)] = &[
    ("pemda.76", "Pemerintah Provinsi Sulawesi Barat"),
    ("pemda.76.02", "Pemerintah Kabupaten Mamuju"),
    ("pemda.76.04", "Pemerintah Kabupaten Polewali Mandar"),
    ("pemda.76.05", "Pemerintah Kabupaten Majene"),
    ("pemda.53.71", "Pemerintah Kota Kupang"),
    ("bps.7602", "BPS Kabupaten Mamuju"),
    ("bps.sulbar", "BPS Provinsi Sulawesi Barat"),
    ("bnn.sulbar", "BNN Provinsi Sulawesi Barat"),
    ("kemenag.7602", "Kantor Kementerian Agama Kabupaten Mamuju"),
    ("atr-bpn.7602", "Kantor Pertanahan Kabupaten Mamuju"),
    ("kejaksaan.kejari-mamuju", "Kejaksaan Negeri Mamuju"),
    ("kemenkeu.djpb.kppn-mamuju", "KPPN Mamuju"),
];

/// Whether the unit exists, and if not, what to tell.
fn checked(unit: &UnitReference) -> Result<(), Fault> {
    let by_name = |name: &str| UNITS.iter().find(|(_, known)| UnitReference::folded(known) == UnitReference::folded(name));
    match unit {
        UnitReference::Code(code) if UNITS.iter().any(|(known, _)| known == code) => Ok(()),
        UnitReference::Code(_) => Err(match unit.nearest(UNITS.iter().map(|(code, _)| *code)) {
            Some(code) => unit.meant(code),
            None => unit.unknown(),
        }),
        UnitReference::Name(name) => Err(by_name(name).map_or_else(|| unit.unknown(), |(code, _)| unit.meant(code))),
    }
}

/// What an import would do with a row, in a few words: `new`, `new, look at KEY`, `again`, `blank` or the keys that refuse it.
fn verdict(header: &Header, row: &Row, seen: &mut Seen) -> String {
    if PersonRow::COLUMNS.is_blank(header, row) {
        return "blank".to_owned();
    }
    let keys = |faults: &[Fault]| faults.iter().map(|fault| fault.key).collect::<Vec<_>>().join(", ");
    let person = match PersonRow::read(header, row, TODAY) {
        Ok(person) => person,
        Err(faults) => return keys(&faults),
    };
    match checked(&person.unit).and_then(|()| seen.meet(&person)) {
        Err(fault) => keys(&[fault]),
        Ok(Sighting::Again { .. }) => "again".to_owned(),
        Ok(Sighting::New) if person.warnings.is_empty() => "new".to_owned(),
        Ok(Sighting::New) => format!("new, look at {}", keys(&person.warnings)),
    }
}

/// The rows of a text below its header.
fn table(text: &[u8]) -> (Header, Vec<Row>) {
    let rows = Rows::open(text).expect("readable");
    let header = rows.header().clone();
    (header, rows.map(|row| row.expect("sound")).collect())
}

fn people(text: &[u8]) -> Vec<PersonRow> {
    let (header, rows) = table(text);
    rows.iter().map(|row| PersonRow::read(&header, row, TODAY).expect("accepted")).collect()
}

fn person_faults(cells: &str) -> Vec<Fault> {
    let (header, rows) = table(format!("nip,nama,unit,jabatan,surel,telepon\n{cells}\n").as_bytes());
    PersonRow::read(&header, &rows[0], TODAY).map(|person| person.warnings).unwrap_or_else(|faults| faults)
}
