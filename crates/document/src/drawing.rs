//! From values to pages, and from pages to PDF and PNG. Runs on the threads of the press only: it needs deep stacks.

use std::sync::{Arc, LazyLock};

use serde::Serialize;
use typst::{
    World,
    diag::SourceDiagnostic,
    foundations::{Bytes, Dict, Smart, Value},
    syntax::Source,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::{
    Card, Fault, Picture, Problem, Sheet, Template, Transcript,
    coverage::make_legible,
    fonts::Fonts,
    identifier_in, qr,
    room::{PAPER, Room, TEMPLATE},
};

pub(crate) fn certificate(fonts: &Fonts, template: &Template, sheet: &Sheet) -> Result<Vec<u8>, Fault> {
    pdf(fonts, &certificate_pages(fonts, template, sheet)?, Some(&sheet.verification))
}

/// One PNG a page, about 1.260 pixels wide.
pub(crate) fn preview(fonts: &Fonts, template: &Template, sheet: &Sheet) -> Result<Vec<Vec<u8>>, Fault> {
    let document = certificate_pages(fonts, template, sheet)?;
    (0..document.pages().len()).map(|page| png(&document, page, 1.5)).collect()
}

pub(crate) fn transcript(fonts: &Fonts, transcript: &Transcript) -> Result<Vec<u8>, Fault> {
    static SOURCE: LazyLock<Source> = LazyLock::new(|| Source::new(*PAPER, include_str!("papers/transcript.typ").to_owned()));
    within("entries", transcript.entries.len(), 0, 2_000)?;
    let mut values = values(fonts, transcript)?;
    put_code(&mut values, transcript.verification.as_deref());
    pdf(fonts, &pages(&Room::new(fonts, &SOURCE, None, values))?, transcript.verification.as_deref())
}

pub(crate) fn share_picture(fonts: &Fonts, card: &Card) -> Result<Vec<u8>, Fault> {
    static SOURCE: LazyLock<Source> = LazyLock::new(|| Source::new(*PAPER, include_str!("papers/card.typ").to_owned()));
    within("organisers", card.organisers.len(), 0, 8)?;
    let mut values = values(fonts, card)?;
    put_code(&mut values, card.link.as_deref());
    put(&mut values, "logo", Value::Bytes(Bytes::new(include_bytes!("papers/logo.svg"))));
    put_pictures(&mut values, "crests", card.organisers.iter().map(|it| it.crest.as_ref()));
    png(&pages(&Room::new(fonts, &SOURCE, None, values))?, 0, 1.0)
}

pub(crate) fn certificate_pages(fonts: &Fonts, template: &Template, sheet: &Sheet) -> Result<PagedDocument, Fault> {
    static SOURCE: LazyLock<Source> = LazyLock::new(|| Source::new(*PAPER, include_str!("papers/certificate.typ").to_owned()));
    within("organisers", sheet.organisers.len(), 1, 8)?;
    within("signatories", sheet.signatories.len(), 1, 3)?;
    within("agenda", sheet.agenda.len(), 0, 200)?;
    within("verification", sheet.verification.len(), 1, 400)?;
    let mut values = values(fonts, sheet)?;
    put_code(&mut values, Some(&sheet.verification));
    put_pictures(&mut values, "crests", sheet.organisers.iter().map(|it| it.crest.as_ref()));
    put_pictures(&mut values, "signatures", sheet.signatories.iter().map(|it| it.signature.as_ref()));
    pages(&Room::new(fonts, &SOURCE, Some(template.source()), values))
}

fn within(field: &'static str, found: usize, least: usize, most: usize) -> Result<(), Fault> {
    if (least..=most).contains(&found) { Ok(()) } else { Err(Fault::Size { field, found, least, most }) }
}

/// Longest text that a document takes, in characters.
const LONGEST: usize = 1_000;

fn values(fonts: &Fonts, from: &impl Serialize) -> Result<Dict, Fault> {
    let mut json = serde_json::to_value(from).map_err(|_| Fault::Broken)?;
    within("text", longest(&json), 0, LONGEST)?;
    make_legible(&mut json, fonts);
    let mut values = Dict::new();
    put(&mut values, "sheet", serde_json::from_value(json).map_err(|_| Fault::Broken)?);
    Ok(values)
}

fn longest(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::String(text) => text.chars().count(),
        serde_json::Value::Array(items) => items.iter().map(longest).max().unwrap_or(0),
        serde_json::Value::Object(fields) => fields.values().map(longest).max().unwrap_or(0),
        _ => 0,
    }
}

fn put(values: &mut Dict, key: &str, value: Value) {
    values.insert(key.into(), value);
}

fn put_code(values: &mut Dict, address: Option<&str>) {
    let code = address.and_then(qr::svg).map_or(Value::None, |svg| Value::Bytes(Bytes::from_string(svg)));
    put(values, "code", code);
}

fn put_pictures<'a>(values: &mut Dict, key: &str, pictures: impl Iterator<Item = Option<&'a Picture>>) {
    let pictures = pictures.map(|picture| picture.map_or(Value::None, |it| Value::Bytes(Bytes::new(Arc::clone(&it.bytes())))));
    put(values, key, Value::Array(pictures.collect()));
}

fn pages(room: &Room<'_>) -> Result<PagedDocument, Fault> {
    typst::compile::<PagedDocument>(room).output.map_err(|errors| fault(room, &errors))
}

/// PDF/A-2a and PDF/UA-1; refuses a document whose address cannot be found in it again.
fn pdf(fonts: &Fonts, document: &PagedDocument, verification: Option<&str>) -> Result<Vec<u8>, Fault> {
    static STANDARDS: LazyLock<PdfStandards> =
        LazyLock::new(|| PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("the two standards go together"));
    let options =
        PdfOptions { creator: Smart::Custom(Some("Guyub".to_owned())), standards: STANDARDS.clone(), ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(document, &options).map_err(|errors| unplaced(&errors))?;
    let legible = verification.map(|it| crate::coverage::legible(it, fonts));
    if legible.is_some() && identifier_in(&pdf) != legible {
        return Err(Fault::Template(Problem {
            reason: "the template overwrites the keywords of the document".to_owned(),
            ..Problem::default()
        }));
    }
    Ok(pdf)
}

fn png(document: &PagedDocument, page: usize, pixels_per_point: f64) -> Result<Vec<u8>, Fault> {
    let page = document.pages().get(page).ok_or(Fault::Broken)?;
    let options = RenderOptions { pixel_per_pt: pixels_per_point.into(), render_bleed: false };
    typst_render::render(page, &options).encode_png().map_err(|_| Fault::Broken)
}

/// The first error, at the line of the template that led to it.
fn fault(room: &Room<'_>, errors: &[SourceDiagnostic]) -> Fault {
    let Some(error) = errors.first() else { return Fault::Broken };
    let traced = error.trace.iter().map(|step| step.span.into());
    let at = std::iter::once(error.span).chain(traced).find(|span| span.id() == Some(*TEMPLATE));
    let start = at.and_then(|span| typst::WorldExt::range(room, span)).map(|range| range.start);
    let lines = room.source(*TEMPLATE).ok();
    let place = start.zip(lines).and_then(|(start, source)| source.lines().byte_to_line_column(start));
    let Fault::Template(problem) = unplaced(errors) else { return Fault::Broken };
    Fault::Template(Problem { line: place.map(|it| it.0 + 1), column: place.map(|it| it.1 + 1), ..problem })
}

fn unplaced(errors: &[SourceDiagnostic]) -> Fault {
    let Some(error) = errors.first() else { return Fault::Broken };
    let hints = error.hints.iter().map(|hint| hint.v.to_string()).collect();
    Fault::Template(Problem { line: None, column: None, reason: error.message.to_string(), hints })
}
