//! On the home of a head: the office that has not held anything this quarter with what it could hold, and drafts in somebody's charge. Reads only,
//! and nothing for anybody else.

use std::collections::HashMap;

use askama::Template;
use directory::{
    lookup::{self, Agency, Person},
    tree::Tree,
};
use kernel::{Ask, Outcome, panels::Rendering};
use ui::{Frame, Tongue, Zone};

use super::{
    load,
    model::{Assignment, Suggestion, quarter},
    queries,
};
use crate::{
    activity::model::{Activity, State},
    obligation,
};

#[derive(Template)]
#[template(path = "trigger-panel.html")]
struct TriggerPanel {
    t: Tongue,
    office: Agency,
    /// Empty while the office is on the way.
    suggestions: Vec<Suggestion>,
    is_idle: bool,
    followed: Vec<Followed>,
}

/// An activity in somebody's charge, as its head follows it.
struct Followed {
    activity: Activity,
    state: State,
    /// With titles; empty when they no longer work in the office.
    person: String,
}

pub(crate) fn render<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(async move {
        let Some(id) = office(ask) else { return Ok(None) };
        let Some(office) = Tree::of(&ask.app).await?.agencies(std::slice::from_ref(&id)).await?.remove(&id) else {
            return Ok(None);
        };
        let followed = followed(ask, &office).await?;
        let is_idle = is_idle(ask, &office).await?;
        let has_draft = followed.iter().any(|it| it.state == State::Draft && !it.person.is_empty());
        let suggestions = if is_idle && !has_draft { load::suggestions(ask, &office).await? } else { Vec::new() };
        if followed.is_empty() && suggestions.is_empty() && !is_idle {
            return Ok(None);
        }
        let is_idle = is_idle && !has_draft;
        Ok(Some(TriggerPanel { t: Frame::of(ask).t, office, suggestions, is_idle, followed }.render()?))
    })
}

/// The office that the visitor heads: their own before others.
pub(crate) fn office(ask: &Ask) -> Option<String> {
    let actor = ask.maybe_actor()?;
    let mut headed = actor.duties.iter().filter(|it| it.kind == "pimpinan" && it.node != "*").map(|it| it.node.clone());
    let own = headed.clone().find(|it| *it == actor.home);
    own.or_else(|| headed.next())
}

/// By its obligations where it has any, else by the plain fact.
async fn is_idle(ask: &Ask, office: &Agency) -> Outcome<bool> {
    let owed = obligation::panel::owed_by(ask.db(), std::slice::from_ref(&office.id), ask.now()).await?;
    if !owed.is_empty() {
        return Ok(owed.iter().any(|it| !it.is_on_the_way()));
    }
    let zone = Zone::parse(&office.zone).unwrap_or_default();
    Ok(!queries::holds_in(ask.db(), &office.id, quarter(ask.now(), zone)).await?)
}

async fn followed(ask: &Ask, office: &Agency) -> Outcome<Vec<Followed>> {
    let found = queries::followed(ask.db(), std::slice::from_ref(&office.id), ask.now()).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = found.iter().map(|it| it.1.person_id.clone()).collect();
    let people = lookup::people(ask.db(), &ids).await?;
    let labels = lookup::labels_of(ask.db(), &ids).await?;
    let row = |(activity, it): (Activity, Assignment)| Followed {
        state: activity.state(ask.now()),
        person: in_charge(&it, &people, &labels),
        activity,
    };
    Ok(found.into_iter().map(row).collect())
}

fn in_charge(it: &Assignment, people: &HashMap<String, Person>, labels: &HashMap<String, Vec<String>>) -> String {
    let works_here = labels.get(&it.person_id).is_some_and(|held| held.contains(&format!("agency:{}", it.agency_id)));
    people.get(&it.person_id).filter(|_| works_here).map(|it| it.full_name.clone()).unwrap_or_default()
}
