//! What one document says, as files that only its parts read: texts as JSON, and pictures. Nothing in it is parsed as markup.

use std::sync::LazyLock;

use serde::Serialize;
use serde_json::json;
use typst::{foundations::Bytes, syntax::FileId};

use crate::{Fault, Picture, coverage::make_legible, fonts::Fonts, qr, room::path};

pub(crate) struct Values {
    texts: serde_json::Value,
    code: Option<Bytes>,
    crests: Vec<Option<Bytes>>,
    signatures: Vec<Option<Bytes>>,
}

impl Values {
    pub(crate) fn of(fonts: &Fonts, from: &impl Serialize, sheet: Pictures<'_>) -> Result<Values, Fault> {
        let mut said = serde_json::to_value(from).map_err(|_| Fault::Broken)?;
        within("text", longest(&said), 0, LONGEST)?;
        make_legible(&mut said, fonts);
        let code = sheet.address.and_then(qr::svg).map(Bytes::from_string);
        let (crests, signatures) = (files(sheet.crests), files(sheet.signatures));
        let there = |it: &[Option<Bytes>]| it.iter().map(Option::is_some).collect::<Vec<_>>();
        let texts = json!({
            "sheet": said,
            "tight": false,
            "code": code.is_some(),
            "crests": there(&crests),
            "signatures": there(&signatures),
        });
        Ok(Values { texts, code, crests, signatures })
    }

    /// The same, to be made smaller until it fits.
    pub(crate) fn tight(mut self) -> Values {
        self.texts["tight"] = true.into();
        self
    }

    pub(crate) fn file(&self, id: FileId) -> Option<Bytes> {
        let place = |known: &[FileId]| known.iter().position(|it| *it == id);
        if id == *TEXTS {
            return Some(Bytes::from_string(self.texts.to_string()));
        }
        if id == *CODE {
            return self.code.clone();
        }
        if id == *LOGO {
            return Some(Bytes::new(include_bytes!("papers/logo.svg")));
        }
        let crest = place(&*CRESTS).and_then(|it| self.crests.get(it));
        crest.or_else(|| place(&*SIGNATURES).and_then(|it| self.signatures.get(it))).cloned().flatten()
    }
}

/// What is drawn beside the texts.
#[derive(Default)]
pub(crate) struct Pictures<'a> {
    /// Of the verification page, as a QR code.
    pub(crate) address: Option<&'a str>,
    pub(crate) crests: Vec<Option<&'a Picture>>,
    pub(crate) signatures: Vec<Option<&'a Picture>>,
}

pub(crate) const MOST_CRESTS: usize = 8;
pub(crate) const MOST_SIGNATURES: usize = 3;

// Few and fixed: the compiler never forgets a path.
static TEXTS: LazyLock<FileId> = LazyLock::new(|| path("/values.json"));
static CODE: LazyLock<FileId> = LazyLock::new(|| path("/code.svg"));
static LOGO: LazyLock<FileId> = LazyLock::new(|| path("/logo.svg"));
static CRESTS: LazyLock<[FileId; MOST_CRESTS]> = LazyLock::new(|| std::array::from_fn(|it| path(&format!("/crest-{it}"))));
static SIGNATURES: LazyLock<[FileId; MOST_SIGNATURES]> =
    LazyLock::new(|| std::array::from_fn(|it| path(&format!("/signature-{it}"))));

pub(crate) fn within(field: &'static str, found: usize, least: usize, most: usize) -> Result<(), Fault> {
    if (least..=most).contains(&found) { Ok(()) } else { Err(Fault::Size { field, found, least, most }) }
}

/// Longest text that a document takes, in characters.
const LONGEST: usize = 1_000;

fn longest(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::String(text) => text.chars().count(),
        serde_json::Value::Array(items) => items.iter().map(longest).max().unwrap_or(0),
        serde_json::Value::Object(fields) => fields.values().map(longest).max().unwrap_or(0),
        _ => 0,
    }
}

fn files(pictures: Vec<Option<&Picture>>) -> Vec<Option<Bytes>> {
    pictures.into_iter().map(|it| it.map(Picture::bytes)).collect()
}
