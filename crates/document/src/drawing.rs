//! From values to pages, and from pages to PDF and PNG. Runs on the threads of the press only: it needs deep stacks.

use std::sync::LazyLock;

use typst::{
    World,
    diag::SourceDiagnostic,
    foundations::{Content, Label, Selector, Smart, Value},
    introspection::Introspector,
    syntax::Source,
    utils::PicoStr,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::{
    Card, Fault, Problem, Sheet, Template, Transcript,
    fonts::Fonts,
    identifier_in,
    room::{PAPER, Room, TEMPLATE},
    values::{MOST_CRESTS, MOST_SIGNATURES, Pictures, Values, within},
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
    let address = transcript.verification.as_deref();
    let values = Values::of(fonts, transcript, Pictures { address, ..Pictures::default() })?;
    pdf(fonts, &pages(&Room { fonts, paper: &SOURCE, template: None, values: &values })?, address)
}

pub(crate) fn share_picture(fonts: &Fonts, card: &Card) -> Result<Vec<u8>, Fault> {
    static SOURCE: LazyLock<Source> = LazyLock::new(|| Source::new(*PAPER, include_str!("papers/card.typ").to_owned()));
    within("organisers", card.organisers.len(), 0, MOST_CRESTS)?;
    let crests = card.organisers.iter().map(|it| it.crest.as_ref()).collect();
    let values = Values::of(fonts, card, Pictures { address: card.link.as_deref(), crests, ..Pictures::default() })?;
    png(&pages(&Room { fonts, paper: &SOURCE, template: None, values: &values })?, 0, 1.0)
}

pub(crate) fn certificate_pages(fonts: &Fonts, template: &Template, sheet: &Sheet) -> Result<PagedDocument, Fault> {
    static SOURCE: LazyLock<Source> = LazyLock::new(|| Source::new(*PAPER, include_str!("papers/certificate.typ").to_owned()));
    within("organisers", sheet.organisers.len(), 1, MOST_CRESTS)?;
    within("signatories", sheet.signatories.len(), 1, MOST_SIGNATURES)?;
    within("agenda", sheet.agenda.len(), 0, 200)?;
    within("verification", sheet.verification.len(), 1, 400)?;
    let pictures = Pictures {
        address: Some(&sheet.verification),
        crests: sheet.organisers.iter().map(|it| it.crest.as_ref()).collect(),
        signatures: sheet.signatories.iter().map(|it| it.signature.as_ref()).collect(),
    };
    let draw = |values: &Values| pages(&Room { fonts, paper: &SOURCE, template: Some(template.source()), values });
    let values = Values::of(fonts, sheet, pictures)?;
    let document = draw(&values)?;
    if fits(&document) { Ok(document) } else { draw(&values.tight()) }
}

/// Whether what a template puts on one page ends on it (see `one-page` in papers/parts.typ).
fn fits(document: &PagedDocument) -> bool {
    let introspector = document.introspector();
    let found = |label: &str| {
        let label = Label::new(PicoStr::intern(label)).map(Selector::Label);
        label.map(|it| introspector.query(&it)).unwrap_or_default()
    };
    let place = |it: &Content| it.location().and_then(|it| introspector.position(it));
    let ends = found("one-page-end");
    found("one-page-start").iter().zip(&ends).all(|(start, end)| {
        let height = match start.field_by_name("value") {
            Ok(Value::Float(height)) => height,
            _ => return false,
        };
        let (Some(from), Some(until)) = (place(start), place(end)) else { return false };
        from.page == until.page && (until.point.y - from.point.y).to_pt() <= height + ROUNDING
    })
}

/// In points.
const ROUNDING: f64 = 0.1;

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
