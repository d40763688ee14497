//! A row of the file of agencies and their offices.

use kernel::sheet::{Header, Row};

use super::columns::{self, Columns};
use super::{Fault, region, unit};
use crate::identity::cleaned;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyRow {
    /// Lower case: `kemenkeu.djpb.kppn-mamuju`.
    pub code: String,
    pub parent: Option<String>,
    /// `kementerian`, `pemda-provinsi`, `kantor` ...: a word of small letters and hyphens; which are known is not decided here.
    pub kind: String,
    pub name: String,
    pub short_name: Option<String>,
    /// Kemendagri code.
    pub region: String,
    /// Six digits.
    pub satker: Option<String>,
}

impl AgencyRow {
    pub const COLUMNS: Columns =
        Columns { required: &["kode", "induk", "jenis", "nama", "wilayah"], optional: &["singkatan", "satker"] };

    pub fn read(header: &Header, row: &Row) -> Result<AgencyRow, Vec<Fault>> {
        AgencyRow::COLUMNS.fit(header, row).map_err(|fault| vec![fault])?;
        let text = |name| columns::text(header, row, name);
        let code = code("kode", &text("kode"));
        let parent = parent(&code, &text("induk"));
        let (kind, name) = (kind(&text("jenis")), unit::name(text("nama")));
        let short_name = optional(text("singkatan"), |text| unit::short("singkatan", text));
        let (region, satker) = (region(text("wilayah")), optional(text("satker"), satker));
        match (code, parent, kind, name, short_name, region, satker) {
            (Ok(code), Ok(parent), Ok(kind), Ok(name), Ok(short_name), Ok(region), Ok(satker)) => {
                Ok(AgencyRow { code, parent, kind, name, short_name, region, satker })
            }
            (code, parent, kind, name, short_name, region, satker) => {
                let codes = [code.err(), parent.err(), kind.err(), name.err()];
                let rest = [short_name.err(), region.err(), satker.err()];
                Err(codes.into_iter().chain(rest).flatten().collect())
            }
        }
    }
}

fn optional(text: String, read: impl Fn(String) -> Result<String, Fault>) -> Result<Option<String>, Fault> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

fn code(field: &'static str, text: &str) -> Result<String, Fault> {
    let code = cleaned(text).to_lowercase();
    match code {
        code if code.is_empty() => Err(Fault::new(field, "import-agency-code-missing")),
        code if unit::is_code(&code) => Ok(code),
        _ => Err(Fault::new(field, "import-agency-code").with("code", text)),
    }
}

fn parent(code_of_row: &Result<String, Fault>, text: &str) -> Result<Option<String>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    let parent = code("induk", text)?;
    if code_of_row.as_ref().is_ok_and(|code| *code == parent) {
        return Err(Fault::new("induk", "import-agency-own-parent").with("code", parent));
    }
    Ok(Some(parent))
}

fn kind(text: &str) -> Result<String, Fault> {
    let kind = text.to_lowercase().replace([' ', '_'], "-");
    let is_word = kind.starts_with(|letter: char| letter.is_ascii_lowercase()) && unit::is_code(&kind) && !kind.contains('.');
    if is_word { Ok(kind) } else { Err(Fault::new("jenis", "import-agency-kind").with("kind", text)) }
}

fn region(text: String) -> Result<String, Fault> {
    if region::is_code(&text) { Ok(text) } else { Err(Fault::new("wilayah", "import-region-code").with("code", text)) }
}

fn satker(text: String) -> Result<String, Fault> {
    let is_satker = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_satker { Ok(text) } else { Err(Fault::new("satker", "import-agency-satker").with("code", text)) }
}
