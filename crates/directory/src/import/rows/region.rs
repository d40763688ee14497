//! A row of the file of regions: provinces, kabupaten and kota by their Kemendagri code.

use kernel::sheet::{Header, Row};

use super::columns::{self, Columns};
use super::{Fault, unit};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionRow {
    /// Kemendagri code with dots: `76`, `76.02`.
    pub code: String,
    pub name: String,
    pub kind: RegionKind,
    /// The code of the province; `None` for a province.
    pub parent: Option<String>,
    /// `WIB`, `WITA` or `WIT`.
    pub zone: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionKind {
    Province,
    Regency,
    City,
}

impl RegionKind {
    /// As the file writes it.
    pub fn slug(self) -> &'static str {
        match self {
            RegionKind::Province => "provinsi",
            RegionKind::Regency => "kabupaten",
            RegionKind::City => "kota",
        }
    }
}

impl RegionRow {
    pub const COLUMNS: Columns = Columns { required: &["kode", "nama", "jenis", "induk", "zona"], optional: &[] };

    pub fn read(header: &Header, row: &Row) -> Result<RegionRow, Vec<Fault>> {
        RegionRow::COLUMNS.fit(header, row).map_err(|fault| vec![fault])?;
        let text = |name| columns::text(header, row, name);
        let code = code(text("kode"));
        let kind = kind(&text("jenis"));
        let parent = match (&code, kind.as_ref()) {
            (Ok(code), Ok(kind)) => parent(code, *kind, text("induk")),
            _ => Ok(None),
        };
        match (code, unit::name(text("nama")), kind, parent, zone(&text("zona"))) {
            (Ok(code), Ok(name), Ok(kind), Ok(parent), Ok(zone)) => Ok(RegionRow { code, name, kind, parent, zone }),
            (code, name, kind, parent, zone) => {
                Err([code.err(), name.err(), kind.err(), parent.err(), zone.err()].into_iter().flatten().collect())
            }
        }
    }
}

/// `76` or `76.02`.
pub(super) fn is_code(text: &str) -> bool {
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        None => two_digits(text),
        Some((province, rest)) => two_digits(province) && two_digits(rest),
    }
}

fn code(text: String) -> Result<String, Fault> {
    if is_code(&text) { Ok(text) } else { Err(Fault::new("kode", "import-region-code").with("code", text)) }
}

fn kind(text: &str) -> Result<RegionKind, Fault> {
    let kinds = [RegionKind::Province, RegionKind::Regency, RegionKind::City];
    let kind = kinds.into_iter().find(|kind| kind.slug() == text.to_lowercase());
    kind.ok_or_else(|| Fault::new("jenis", "import-region-kind").with("kind", text))
}

fn parent(code: &str, kind: RegionKind, parent: String) -> Result<Option<String>, Fault> {
    let province = code.split_once('.').map(|(province, _)| province);
    match (kind, province) {
        (RegionKind::Province, None) if parent.is_empty() => Ok(None),
        (RegionKind::Regency | RegionKind::City, Some(province)) if parent == province => Ok(Some(parent)),
        _ => Err(Fault::new("induk", "import-region-parent").with("parent", parent).with("code", code)),
    }
}

fn zone(text: &str) -> Result<&'static str, Fault> {
    let zone = ["WIB", "WITA", "WIT"].into_iter().find(|zone| zone.eq_ignore_ascii_case(text));
    zone.ok_or_else(|| Fault::new("zona", "import-region-zone").with("zone", text))
}
