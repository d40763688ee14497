//! Which people one file already had. Remembers digests, not people: about 50 bytes each.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hash};

use super::{Fault, PersonRow};

/// What a row is to the rows before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sighting {
    New,
    /// The same once more, to be skipped and counted as unchanged.
    Again {
        first: u64,
    },
}

/// The first of two rows wins; the later is refused with the line of the first. Show it only rows that are to be kept.
#[derive(Default)]
pub struct Seen {
    digest: RandomState,
    numbers: HashMap<u64, Entry>,
    mails: HashMap<u64, u64>,
}

struct Entry {
    line: u64,
    content: u64,
}

impl Seen {
    pub fn meet(&mut self, row: &PersonRow) -> Result<Sighting, Fault> {
        let number = self.digest.hash_one(row.identity.number());
        let mail = row.mail.as_ref().map(|mail| self.digest.hash_one(mail));
        let content = self.digest.hash_one(Content(row));
        if let Some(entry) = self.numbers.get(&number) {
            let first = entry.line;
            let is_same = entry.content == content;
            return if is_same {
                Ok(Sighting::Again { first })
            } else {
                Err(Fault::new("nip", "import-nip-twice").with("line", first))
            };
        }
        if let Some(first) = mail.and_then(|mail| self.mails.get(&mail)) {
            return Err(Fault::new("surel", "import-mail-twice").with("line", first));
        }
        self.numbers.insert(number, Entry { line: row.line, content });
        self.mails.extend(mail.map(|mail| (mail, row.line)));
        Ok(Sighting::New)
    }
}

/// Everything that would be kept.
struct Content<'r>(&'r PersonRow);

impl Hash for Content<'_> {
    fn hash<H: std::hash::Hasher>(&self, hasher: &mut H) {
        let PersonRow { line: _, identity, name, position, unit, mail, phone, warnings: _ } = self.0;
        (identity, name, position, unit, mail, phone).hash(hasher);
    }
}
