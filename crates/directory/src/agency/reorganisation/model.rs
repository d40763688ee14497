//! What is asked when an agency changes: the questions, the forms, and what was decided. No I/O.

use kernel::{Fault, Word};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Zone;

use crate::{
    agency::{effective, picking::Picking},
    identity::cleaned,
    import::rows::{self, unit},
};

const LONGEST_REASON: usize = 500;

/// One at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Question {
    Name,
    Place,
    Region,
    Merger,
    Split,
    End,
}

impl Question {
    pub(crate) const ALL: [Question; 6] =
        [Question::Name, Question::Place, Question::Region, Question::Merger, Question::Split, Question::End];

    /// As addresses and forms name it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Question::Name => "nama",
            Question::Place => "induk",
            Question::Region => "wilayah",
            Question::Merger => "penggabungan",
            Question::Split => "pemecahan",
            Question::End => "pengakhiran",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Question> {
        Question::ALL.into_iter().find(|it| it.as_str() == text)
    }
}

/// What every change must say.
#[derive(Clone, Default, Deserialize, JsonSchema)]
pub(crate) struct Basis {
    /// The day from which it holds; today or earlier, empty for now.
    #[serde(default)]
    pub(crate) tanggal: String,
    /// The legal basis.
    #[serde(default)]
    pub(crate) alasan: String,
    /// The version of the agency that was seen.
    #[serde(default)]
    pub(crate) versi: String,
    /// `1` when the consequences were seen; without it a merger, a split or an end only says what would happen.
    #[serde(default)]
    pub(crate) yakin: String,
}

/// A new name, place or region.
#[derive(Clone, Default, Deserialize, JsonSchema)]
pub(crate) struct ChangeForm {
    /// `nama`, `induk` or `wilayah`: only the fields of that question count.
    #[serde(default)]
    pub(crate) urusan: String,
    #[serde(default)]
    pub(crate) nama: String,
    #[serde(default)]
    pub(crate) singkatan: String,
    /// Code or name of a region.
    #[serde(default)]
    pub(crate) wilayah: String,
    /// The new parent; `*` for none.
    #[serde(flatten)]
    pub(crate) unit: Picking,
    #[serde(flatten)]
    pub(crate) basis: Basis,
}

#[derive(Clone, Default, Deserialize, JsonSchema)]
pub(crate) struct MergerForm {
    /// The successor.
    #[serde(flatten)]
    pub(crate) unit: Picking,
    #[serde(flatten)]
    pub(crate) basis: Basis,
}

/// Since when a change holds, and why.
pub(crate) struct Decided {
    pub(crate) at: i64,
    pub(crate) reason: String,
}

impl Basis {
    pub(crate) fn read(&self, zone: Zone, now: i64) -> Result<Decided, Vec<Fault>> {
        match (effective::moment(&self.tanggal, zone, now), self.reason()) {
            (Ok(at), Ok(reason)) => Ok(Decided { at, reason }),
            (at, reason) => Err([reason.err(), at.err()].into_iter().flatten().collect()),
        }
    }

    pub(crate) fn is_confirmed(&self) -> bool {
        self.yakin == "1"
    }

    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        named([("tanggal", &self.tanggal), ("alasan", &self.alasan), ("versi", &self.versi)])
    }

    fn reason(&self) -> Result<String, Fault> {
        let reason = cleaned(&self.alasan);
        match reason.chars().count() {
            0 => Err(Fault::new("alasan", "reorganisation-reason-missing")),
            1..=LONGEST_REASON => Ok(reason),
            _ => Err(Fault::new("alasan", Word::new("profile-too-long").with("n", LONGEST_REASON))),
        }
    }
}

impl ChangeForm {
    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        let own = named([("nama", &self.nama), ("singkatan", &self.singkatan), ("wilayah", &self.wilayah)]);
        [own, self.unit.typed(), self.basis.typed()].concat()
    }
}

impl MergerForm {
    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        [self.unit.typed(), self.basis.typed()].concat()
    }
}

/// A name as files may bring it too, or what is wrong with it.
pub(crate) fn name(typed: &str) -> Result<String, Word> {
    let name = cleaned(typed);
    if name.is_empty() {
        return Err(Word::new("error-required"));
    }
    unit::short("", name).map_err(said)
}

pub(crate) fn code(typed: &str) -> Result<String, Word> {
    let code = cleaned(typed).to_lowercase();
    match code {
        code if code.is_empty() => Err(Word::new("error-required")),
        code if unit::is_code(&code) => Ok(code),
        code => Err(Word::new("import-agency-code").with("code", code)),
    }
}

fn said(fault: rows::Fault) -> Word {
    fault.args.into_iter().fold(Word::new(fault.key), |word, (name, value)| word.with(name, value))
}

fn named<const N: usize>(fields: [(&str, &String); N]) -> Vec<(String, String)> {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect()
}
