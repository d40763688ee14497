//! The page of a warning: what it says, whether it still holds, and the visitor's confirmation. Reads only.

use askama::Template;
use axum::{extract::Path, response::Response};
use directory::{lookup, tree::Tree};
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::{
    load,
    model::{State, Warning},
    policy::{self, Readable},
    readers,
};
use crate::activity;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "warning.html")]
pub(crate) struct WarningPage {
    #[serde(skip)]
    frame: Frame,
    warning: Warning,
    state: State,
    /// Short name of the agency that warns.
    agency: String,
    /// Who stands for that agency now, where it has ended.
    successor: Option<String>,
    /// For whom, in words.
    audience: String,
    /// The activity it is drawn from, where the visitor may open it: id and title.
    activity: Option<(String, String)>,
    /// The warnings before and after this one, where the visitor may open them: id and title.
    superseded: Option<(String, String)>,
    superseding: Option<(String, String)>,
    /// Whether the visitor is asked to confirm.
    is_asked: bool,
    confirmed_at: Option<i64>,
    is_own: bool,
    /// People and how many of them confirmed, for the agency that warns.
    total: Option<(i64, i64)>,
    /// Where the visitor sees who has not read; empty when nowhere.
    readers: String,
}

pub(crate) async fn warning(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let readable = load::readable(&ask, &id).await?;
    let page = page(&ask, &readable).await?;
    ask.page(&page)
}

async fn page(ask: &Ask, readable: &Readable) -> Outcome<WarningPage> {
    let addressed = readable.addressed();
    let (warning, state) = (addressed.warning.clone(), addressed.warning.state());
    let frame = Frame::of(ask);
    let tree = Tree::of(&ask.app).await?;
    let (agency, successor) = issuer(ask, &tree, &warning.agency_id).await?;
    let actor = ask.maybe_actor();
    let is_own = actor.is_some_and(|it| it.holds(policy::WRITERS, &addressed.lineage));
    let confirmed_at = match actor {
        Some(it) => readers::queries::confirmed_at(ask.db(), &warning.id, &it.id).await?,
        None => None,
    };
    let is_for_them = actor.is_some_and(|it| it.may_read(&addressed.audience));
    Ok(WarningPage {
        is_asked: state == State::InForce && is_for_them && confirmed_at.is_none(),
        readers: if load::reached(ask, &warning).await?.is_empty() {
            String::new()
        } else {
            format!("/peringatan/{}/pembaca", warning.id)
        },
        total: total(ask, &warning, is_own).await?,
        activity: activity_of(ask, warning.activity_id.as_deref()).await?,
        superseded: titled(ask, warning.supersedes_id.as_deref()).await?,
        superseding: titled(ask, warning.superseded_by.as_deref()).await?,
        audience: activity::pages::audience_in_words(&tree, frame.t, &addressed.audience).await?,
        frame: dressed(frame, &warning, &agency),
        warning,
        state,
        agency,
        successor,
        confirmed_at,
        is_own,
    })
}

/// Short names of the agency and, where it has ended, of whoever stands for it now.
pub(super) async fn issuer(ask: &Ask, tree: &Tree, id: &str) -> Outcome<(String, Option<String>)> {
    let ids = [id.to_owned()];
    let Some(agency) = tree.agencies(&ids).await?.remove(id) else { return Ok((id.to_owned(), None)) };
    if agency.ended_at.is_none() {
        return Ok((agency.short_name, None));
    }
    let heirs: Vec<String> = lookup::successors(ask.db(), &ids).await?.into_values().collect();
    let heir = tree.agencies(&heirs).await?.into_values().next();
    Ok((agency.short_name, heir.map(|it| it.short_name)))
}

async fn total(ask: &Ask, warning: &Warning, is_own: bool) -> Outcome<Option<(i64, i64)>> {
    if !is_own || warning.published_at.is_none() {
        return Ok(None);
    }
    readers::queries::total(ask.db(), &warning.id, "*").await.map(Some)
}

async fn activity_of(ask: &Ask, id: Option<&str>) -> Outcome<Option<(String, String)>> {
    let Some(id) = id else { return Ok(None) };
    match activity::load::readable(ask, id).await {
        Ok(it) => Ok(Some((id.to_owned(), it.hosted().activity.title.clone()))),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Of another in the chain, for those who may read that one too.
pub(super) async fn titled(ask: &Ask, id: Option<&str>) -> Outcome<Option<(String, String)>> {
    let Some(id) = id else { return Ok(None) };
    match load::readable(ask, id).await {
        Ok(it) => Ok(Some((id.to_owned(), it.addressed().warning.words.title.clone()))),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}

fn dressed(frame: Frame, warning: &Warning, agency: &str) -> Frame {
    let t = frame.t;
    frame
        .titled(&warning.words.title)
        .described(format!("{} {agency}.", warning.words.avoid))
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("warning-list"), "/peringatan")
}
