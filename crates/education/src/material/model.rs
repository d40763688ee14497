//! What a material is, what it is called when it is saved, and from when it is open. No I/O.

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::Serialize;
use store::Kind;

use crate::activity::draft::one_line;

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Material {
    pub(crate) id: String,
    pub(crate) activity_id: String,
    pub(crate) title: String,
    pub(crate) openness: Openness,
    /// Open before the activity is over.
    pub(crate) is_early: bool,
    /// Of a file; null for a link.
    pub(crate) file: Option<KeptFile>,
    /// Empty for a file.
    pub(crate) link: String,
    pub(crate) added_at: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct KeptFile {
    #[serde(skip)]
    pub(crate) hash: String,
    /// "pdf", "pptx" ...: by its content.
    pub(crate) kind: String,
    /// Bytes.
    pub(crate) size: i64,
    pub(crate) name: String,
}

/// For whom it is, from the fewest to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Openness {
    Participants,
    Audience,
    Public,
}

/// As it is written down: new, or changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    pub(crate) title: String,
    pub(crate) openness: Openness,
    pub(crate) is_early: bool,
}

/// What a new material leads to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    File { hash: String, name: String },
    Link(String),
}

/// Of one activity.
pub(crate) const MOST: usize = 50;
const LONGEST_NAME: usize = 100;

impl Openness {
    pub(crate) const ALL: [Openness; 3] = [Openness::Participants, Openness::Audience, Openness::Public];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Openness::Participants => "participants",
            Openness::Audience => "audience",
            Openness::Public => "public",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Openness> {
        Openness::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl Material {
    pub(crate) fn read(row: &Row) -> Outcome<Material> {
        let hash: Option<String> = row.get("hash")?;
        let file = match hash {
            Some(hash) => Some(KeptFile { hash, kind: row.get("kind")?, size: row.get("size")?, name: row.get("file_name")? }),
            None => None,
        };
        Ok(Material {
            id: row.get("id")?,
            activity_id: row.get("activity_id")?,
            title: row.get("title")?,
            openness: Openness::parse(&row.get::<String>("openness")?).unwrap_or(Openness::Participants),
            is_early: row.get::<i64>("is_early")? == 1,
            file,
            link: row.get("link")?,
            added_at: row.get("added_at")?,
        })
    }

    /// The host that a link leads to, as browsers write it.
    pub(crate) fn host(&self) -> &str {
        let rest = self.link.strip_prefix("https://").unwrap_or_default();
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

/// A name that every system can save: no path, nothing invisible, the ending of what it is.
pub(crate) fn saved_name(typed: &str, kind: Kind) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = one_line(last).chars().filter(|it| !"\"<>:|?*%".contains(*it)).collect();
    let is_ending = |it: &str| it.len() <= 5 && it.chars().all(|c| c.is_ascii_alphanumeric());
    let stem = clean.rsplit_once('.').filter(|it| is_ending(it.1)).map_or(clean.as_str(), |it| it.0);
    let stem: String = stem.chars().take(LONGEST_NAME).collect();
    let stem = stem.trim_matches(|it: char| it == '.' || it.is_whitespace());
    format!("{}.{}", if stem.is_empty() { "materi" } else { stem }, kind.ending())
}

/// What it is called when nobody says: its name without the ending.
pub(crate) fn title_of(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |it| it.0).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_saved_without_paths_tricks_and_false_endings() {
        for (typed, saved) in [
            ("Paparan inflasi.pdf", "Paparan inflasi.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\rina\\Paparan.PPTX", "Paparan.pdf"),
            ("undangan\u{202e}fdp.exe", "undanganfdp.pdf"),
            ("a\r\nSet-Cookie: b.pdf", "a Set-Cookie b.pdf"),
            ("laporan \"akhir\".html", "laporan akhir.pdf"),
            ("...", "materi.pdf"),
            ("", "materi.pdf"),
            ("Paparan v1.2 bagian kedua", "Paparan v1.2 bagian kedua.pdf"),
            ("ᮕᮕᮛᮔ᮪.pdf", "ᮕᮕᮛᮔ᮪.pdf"),
        ] {
            assert_eq!(saved_name(typed, Kind::Pdf), saved, "{typed}");
        }
        assert_eq!(saved_name(&"a".repeat(300), Kind::Pdf).chars().count(), LONGEST_NAME + 4);
        assert_eq!(title_of("Paparan_inflasi v1.2.pdf"), "Paparan inflasi v1.2");
    }
}
