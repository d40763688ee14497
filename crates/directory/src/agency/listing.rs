//! The list of agencies: found by words, kind and province, page by page.

use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::{Ask, Db, Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, MenuItem};

use super::{KINDS, kind_name, queries};
use crate::{
    import::rows::UnitReference,
    lookup::{self, Agency, Region},
};

const PAGE: usize = 30;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "agency-list.html")]
pub(crate) struct AgencyListPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    chosen: Choice,
    #[serde(skip)]
    kinds: Vec<MenuItem>,
    #[serde(skip)]
    provinces: Vec<Region>,
    agencies: Vec<Agency>,
    /// Address of the next page; empty on the last.
    next: String,
}

/// What is looked for. Empty fields do not matter.
#[derive(Default, Deserialize)]
pub(crate) struct Choice {
    #[serde(default)]
    cari: String,
    #[serde(default)]
    jenis: String,
    #[serde(default)]
    provinsi: String,
    /// The last agency of the page before.
    #[serde(default)]
    setelah: String,
}

pub(crate) async fn agencies(ask: Ask, Query(chosen): Query<Choice>) -> Outcome<Response> {
    let db = ask.db();
    let mut agencies = find(db, &chosen).await?;
    let has_more = agencies.len() > PAGE;
    agencies.truncate(PAGE);
    let frame = Frame::of(&ask);
    let t = frame.t;
    let next = match agencies.last() {
        Some(last) if has_more => ui::address::with(&frame.path, "setelah", &last.id),
        _ => String::new(),
    };
    let page = AgencyListPage {
        kinds: kinds(&frame, &chosen.jenis),
        frame: frame.titled(t.say("agency-list")).described(t.say("agency-list-lead")),
        provinces: lookup::provinces(db).await?,
        chosen,
        agencies,
        next,
    };
    ask.page(&page)
}

async fn find(db: &Db, chosen: &Choice) -> Outcome<Vec<Agency>> {
    let (name, _) = place(db, &chosen.setelah).await?;
    let (kind, province) = (chosen.jenis.as_str(), chosen.provinsi.as_str());
    let words: Vec<String> =
        chosen.cari.split_whitespace().take(10).map(UnitReference::folded).filter(|it| !it.is_empty()).collect();
    let after = [name.into(), chosen.setelah.as_str().into()];
    let filter = [kind, kind, province, province, province].map(Into::into);
    let rest = [lookup::list(&words), (PAGE as i64 + 1).into()];
    db.all(queries::LIST, [&after[..], &filter, &rest].concat(), lookup::read_agency).await
}

/// Search name and short name of the agency after which a page begins; nothing for the first page.
pub(crate) async fn place(db: &Db, id: &str) -> Outcome<(String, String)> {
    if id.is_empty() {
        return Ok(Default::default());
    }
    let read = |row: &Row| Ok((row.get("search_name")?, row.get("short_name")?));
    Ok(db.maybe(queries::PLACE, [id.into()], read).await?.unwrap_or_default())
}

fn kinds(frame: &Frame, chosen: &str) -> Vec<MenuItem> {
    let start = ui::address::with(&frame.path, "setelah", "");
    let link = |kind: &str, label: String| {
        let href = ui::address::with(&start, "jenis", kind);
        MenuItem { label, href, current: kind == chosen }
    };
    let all = link("", frame.t.say("agency-kind-all").to_owned());
    std::iter::once(all).chain(KINDS.iter().map(|kind| link(kind, kind_name(&frame.t, kind)))).collect()
}
