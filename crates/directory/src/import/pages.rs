//! Pages of imports: the form with what was imported lately, one import with its progress and faults, and the refused rows as a file.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use kernel::{
    Ask, Fault, Outcome,
    sheet::Csv,
    web::{Upload, attachment},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Choice, Form, Frame, Tongue};

use super::{
    ledger,
    model::{Kind, Mode, Progress, RowReport},
    policy, queries, upload,
};

const LIST: usize = 20;
const SHOWN_FAULTS: i64 = 100;
/// Refused rows read at once for the file.
const CHUNK: i64 = 1_000;
/// No id begins with a letter.
const AFTER_ALL: &str = "z";

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "imports.html")]
pub(crate) struct ImportsPage {
    #[serde(skip)]
    frame: Frame,
    imports: Vec<Progress>,
    next: String,
    #[serde(skip)]
    kinds: Vec<Choice>,
    form: Form,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "import.html")]
pub(crate) struct ImportPage {
    #[serde(skip)]
    frame: Frame,
    import: Progress,
    /// The first hundred, refused rows before those accepted with a warning.
    rows: Vec<RowReport>,
    may_perform: bool,
}

#[derive(Default, Deserialize)]
pub(crate) struct Place {
    #[serde(default)]
    setelah: String,
}

pub(crate) async fn imports(ask: Ask, Query(place): Query<Place>) -> Outcome<Response> {
    let form = Form::new(ui::visit::tongue(&ask.visit)).with("jenis", Kind::People.as_str()).with("uji", "1");
    show(&ask, StatusCode::OK, form, &place.setelah).await
}

pub(super) async fn refused(ask: &Ask, typed: &Upload, faults: &[Fault]) -> Outcome<Response> {
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), typed.fields.clone(), faults);
    show(ask, StatusCode::UNPROCESSABLE_ENTITY, form, "").await
}

async fn show(ask: &Ask, status: StatusCode, form: Form, after: &str) -> Outcome<Response> {
    let actor = ask.actor()?;
    let kinds = policy::kinds(actor)?;
    let whose = if policy::is_national(actor) { "*" } else { actor.id.as_str() };
    let before = if after.is_empty() { AFTER_ALL } else { after };
    let args = [whose.into(), whose.into(), before.into(), (LIST as i64 + 1).into()];
    let mut imports = ask.db().all(queries::LATEST, args, Progress::read).await?;
    let has_more = imports.len() > LIST;
    imports.truncate(LIST);
    let frame = Frame::of(ask);
    let t = frame.t;
    let next = match imports.last() {
        Some(last) if has_more => ui::address::with(&frame.path, "setelah", &last.id),
        _ => String::new(),
    };
    let kinds = kinds.into_iter().map(|it| Choice::new(it.kind().as_str(), kind_name(&t, it.kind()))).collect();
    ask.page_as(status, &ImportsPage { frame: frame.titled(t.say("imports")), imports, next, kinds, form })
}

pub(crate) async fn import(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let import = policy::viewable(actor, ledger::find(ask.db(), &id).await?)?;
    let rows = super::faults(ask.db(), &id, SHOWN_FAULTS).await?;
    let may_perform = policy::performable(actor, &import).is_ok() && upload::exists(&ask.app, &id).await;
    let is_running = import.done_at.is_none();
    let frame = Frame::of(&ask);
    let t = frame.t;
    let frame = frame.titled(&import.file_name).crumb(t.say("imports"), "/pengelolaan/impor");
    let mut response = ask.page(&ImportPage { frame, import, rows, may_perform })?;
    if is_running {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

/// The refused rows as they were, each with its line and what to do, to be corrected and imported again.
pub(crate) async fn refused_rows(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let import = policy::viewable(ask.actor()?, ledger::find(ask.db(), &id).await?)?;
    let t = ui::visit::tongue(&ask.visit);
    let own = [t.say("imports-line"), t.say("imports-reason")];
    let header: Vec<&str> = import.header.iter().map(String::as_str).chain(own).collect();
    let mut csv = Csv::new(Vec::new(), &header)?;
    let mut after = 0;
    loop {
        let rows =
            ask.db().reports().all(queries::REFUSED, [id.as_str().into(), after.into(), CHUNK.into()], RowReport::read).await?;
        for row in &rows {
            csv.row(&cells(&t, row, import.header.len()))?;
        }
        match rows.last() {
            Some(last) => after = last.line,
            None => break,
        }
    }
    Ok(attachment(&format!("{}-{id}.csv", t.say("imports-refused-file")), "text/csv; charset=utf-8", csv.finish()?))
}

fn cells(t: &Tongue, row: &RowReport, columns: usize) -> Vec<String> {
    let mut cells = row.cells.clone();
    cells.resize(columns.max(row.cells.len()), String::new());
    cells.push(row.line.to_string());
    cells.push(row.remarks.iter().map(|it| it.said(t)).collect::<Vec<_>>().join(" "));
    cells
}

fn kind_name(t: &Tongue, kind: Kind) -> String {
    t.name("imports-kind", kind.as_str())
}

impl ImportPage {
    fn is_rehearsal(&self) -> bool {
        self.import.mode == Mode::Rehearse
    }

    fn kind(&self) -> String {
        kind_name(&self.frame.t, self.import.kind)
    }

    /// Waits for its turn.
    fn is_waiting(&self) -> bool {
        self.import.done_at.is_none() && self.import.rows_read == 0
    }
}
