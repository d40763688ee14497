//! The people of a unit, for those responsible for it: all of them by name, or found by name or number in the unit and below it.

use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::{Ask, Db, Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Frame;

use super::{policy, queries};
use crate::lookup::{self, Agency};

const PAGE: usize = 50;
/// A number begins with the date of birth; fewer digits would be guessing.
const FEWEST_DIGITS: usize = 8;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "people.html")]
pub(crate) struct PeoplePage {
    #[serde(skip)]
    frame: Frame,
    agency: Agency,
    #[serde(skip)]
    words: String,
    people: Vec<ListedPerson>,
    next: String,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct ListedPerson {
    id: String,
    name: String,
    position: String,
    agency_id: String,
    agency_name: String,
    /// Masked.
    number: String,
}

#[derive(Default, Deserialize)]
pub(crate) struct Choice {
    #[serde(default)]
    instansi: String,
    #[serde(default)]
    cari: String,
    /// The last person on the page before.
    #[serde(default)]
    setelah: String,
}

pub(crate) async fn people(ask: Ask, Query(chosen): Query<Choice>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let node = if chosen.instansi.is_empty() { actor.home.clone() } else { chosen.instansi.clone() };
    let lineage = lookup::lineage(ask.db(), &node).await?;
    policy::listable(actor, &lineage)?;
    let agency = lookup::agency(ask.db(), &node).await?;
    let mut people = find(ask.db(), &node, &chosen).await?;
    let has_more = people.len() > PAGE;
    people.truncate(PAGE);
    let frame = Frame::of(&ask);
    let t = frame.t;
    let next = match people.last() {
        Some(last) if has_more => ui::address::with(&frame.path, "setelah", &last.id),
        _ => String::new(),
    };
    let frame = frame
        .titled(t.fill("person-list-of", "name", &agency.short_name))
        .crumb(t.say("agency-list"), "/instansi")
        .crumb(&agency.short_name, format!("/instansi/{node}"));
    ask.page(&PeoplePage { frame, agency, words: chosen.cari, people, next })
}

async fn find(db: &Db, node: &str, chosen: &Choice) -> Outcome<Vec<ListedPerson>> {
    let words: Vec<String> = chosen.cari.split_whitespace().take(10).map(searched).filter(|it| !it.is_empty()).collect();
    let digits: String = chosen.cari.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= FEWEST_DIGITS {
        return db.all(queries::NUMBERED, [node.into(), digits.into()], listed).await;
    }
    let name = match chosen.setelah.as_str() {
        "" => String::new(),
        id => db.maybe(queries::PLACE_IN_LIST, [id.into()], |row| row.get("search_name")).await?.unwrap_or_default(),
    };
    let rest = [name.into(), chosen.setelah.as_str().into(), (PAGE as i64 + 1).into()];
    if words.is_empty() {
        return db.all(queries::OF_UNIT, [&[node.into()][..], &rest].concat(), listed).await;
    }
    db.all(queries::BELOW_UNIT, [&[node.into(), lookup::list(&words)][..], &rest].concat(), listed).await
}

/// Without the signs that stand for anything in a pattern.
fn searched(word: &str) -> String {
    word.to_lowercase().chars().filter(|it| !matches!(it, '%' | '_' | '\\')).collect()
}

fn listed(row: &Row) -> Outcome<ListedPerson> {
    let number: Option<String> = row.get("identity_number")?;
    Ok(ListedPerson {
        id: row.get("id")?,
        name: lookup::full_name(row)?,
        position: row.get("position")?,
        agency_id: row.get("agency_id")?,
        agency_name: row.get("agency_name")?,
        number: number.as_deref().map(lookup::masked).unwrap_or_default(),
    })
}
