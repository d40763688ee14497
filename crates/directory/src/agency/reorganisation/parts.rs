//! The new agencies that a split makes, as they are typed: up to three, each with its own fields and its own list of people. No I/O.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Fault, Word};
use schemars::JsonSchema;
use serde::Deserialize;

use super::model::{self, Basis};
use crate::identity::Identity;

pub(crate) const MOST: usize = 3;
/// What makes a new agency more than an untouched set of fields; kind and region are filled beforehand.
const TELLING: [&str; 4] = ["kode", "nama", "singkatan", "pegawai"];

/// `kode-1`, `nama-1`, `singkatan-1`, `jenis-1`, `wilayah-1` and `pegawai-1` (numbers, one in a line) of the first new agency, the same with 2
/// and 3 for further ones, `berakhir` = 1 when the old one ends, and `tanggal`, `alasan`, `versi`, `yakin`.
#[derive(Clone, Default, Deserialize, JsonSchema)]
pub(crate) struct SplitForm {
    #[serde(flatten)]
    fields: BTreeMap<String, String>,
}

/// A new agency, but for its region, which is still to be looked up.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// 1 to 3, as in the names of its fields.
    pub(crate) place: usize,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) short_name: String,
    pub(crate) kind: String,
    pub(crate) region: String,
    /// Numbers of those who go there.
    pub(crate) people: Vec<String>,
}

impl SplitForm {
    pub(crate) fn basis(&self) -> Basis {
        let own = |name: &str| self.field(name).to_owned();
        Basis { tanggal: own("tanggal"), alasan: own("alasan"), versi: own("versi"), yakin: own("yakin") }
    }

    /// Whether the old agency ends with it; the first new one then takes what is left.
    pub(crate) fn is_end(&self) -> bool {
        self.field("berakhir") == "1"
    }

    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        self.fields.iter().filter(|it| it.0 != "yakin").map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    pub(crate) fn parts(&self) -> Result<Vec<Part>, Vec<Fault>> {
        let is_told = |place: &usize| TELLING.iter().any(|name| !self.of(name, *place).trim().is_empty());
        let mut faults = Vec::new();
        let places = (1..=MOST).filter(|it| *it == 1 || is_told(it));
        let parts: Vec<Part> = places.filter_map(|place| self.part(place, &mut faults)).collect();
        faults.extend(repeated(&parts));
        if faults.is_empty() { Ok(parts) } else { Err(faults) }
    }

    fn part(&self, place: usize, faults: &mut Vec<Fault>) -> Option<Part> {
        let mut take = |name: &str, read: Result<String, Word>| read.map_err(|word| faults.push(fault(name, place, word))).ok();
        let code = take("kode", model::code(self.of("kode", place)));
        let name = take("nama", model::name(self.of("nama", place)));
        let short = self.of("singkatan", place);
        let short_name = if short.trim().is_empty() { name.clone() } else { take("singkatan", model::name(short)) };
        let kind = take("jenis", kind(self.of("jenis", place)));
        let people = numbers(self.of("pegawai", place)).map_err(|word| faults.push(fault("pegawai", place, word))).ok();
        let region = self.of("wilayah", place).to_owned();
        Some(Part { place, code: code?, name: name?, short_name: short_name?, kind: kind?, region, people: people? })
    }

    fn of(&self, name: &str, place: usize) -> &str {
        self.field(&format!("{name}-{place}"))
    }

    fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

pub(crate) fn fault(name: &str, place: usize, word: impl Into<Word>) -> Fault {
    Fault { field: format!("{name}-{place}").into(), word: word.into() }
}

fn kind(typed: &str) -> Result<String, Word> {
    let is_known = crate::agency::KINDS.contains(&typed);
    if is_known { Ok(typed.to_owned()) } else { Err(Word::new("reorganisation-kind-missing")) }
}

/// One in a line, or with commas between; names which lines hold none.
fn numbers(typed: &str) -> Result<Vec<String>, Word> {
    let entries = typed.split(['\n', ',', ';']).map(str::trim).enumerate().filter(|it| !it.1.is_empty());
    let (mut numbers, mut wrong) = (Vec::new(), Vec::new());
    for (at, text) in entries {
        match Identity::parse(text).ok().as_ref().and_then(Identity::number) {
            Some(number) => numbers.push(number.to_owned()),
            None => wrong.push((at + 1).to_string()),
        }
    }
    wrong.truncate(10);
    if wrong.is_empty() { Ok(numbers) } else { Err(Word::new("reorganisation-numbers-wrong").with("lines", wrong.join(", "))) }
}

/// The same code, or the same person, twice.
fn repeated(parts: &[Part]) -> Vec<Fault> {
    let (mut codes, mut people) = (BTreeSet::new(), BTreeSet::new());
    let mut faults = Vec::new();
    for part in parts {
        if !codes.insert(&part.code) {
            faults.push(fault("kode", part.place, "reorganisation-code-twice"));
        }
        if part.people.iter().filter(|it| !people.insert(*it)).count() > 0 {
            faults.push(fault("pegawai", part.place, "reorganisation-numbers-twice"));
        }
    }
    faults
}
