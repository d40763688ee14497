//! One person as colleagues see them, or as those see them who are responsible for the unit.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Ask, Db, Outcome, db::Row};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::{
    policy::{self, Sight},
    queries,
};
use crate::lookup;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "person.html")]
pub(crate) struct PersonPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    name: String,
    position: String,
    agency_id: String,
    agency_name: String,
    left_at: Option<i64>,
    /// In full for those responsible, masked for colleagues.
    number: String,
    /// Only for those responsible.
    contact: Option<Contact>,
    placements: Vec<Placement>,
    may_move: bool,
    may_hand_out_link: bool,
}

#[derive(Serialize, JsonSchema)]
struct Contact {
    mail: Option<String>,
    phone: String,
}

#[derive(Serialize, JsonSchema)]
struct Placement {
    agency_id: String,
    agency_name: String,
    position: String,
    since: i64,
    until: Option<i64>,
}

/// A person as kept.
pub(crate) struct Known {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) number: Option<String>,
    pub(crate) position: String,
    pub(crate) agency_id: String,
    pub(crate) agency_name: String,
    pub(crate) mail: Option<String>,
    pub(crate) phone: String,
    pub(crate) left_at: Option<i64>,
    pub(crate) version: i64,
}

pub(crate) async fn one(db: &Db, id: &str) -> Outcome<Known> {
    db.one(queries::ONE, [id.into()], known).await
}

pub(crate) async fn person(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let person = one(ask.db(), &id).await?;
    let lineage = lookup::lineage(ask.db(), &person.agency_id).await?;
    let sight = policy::visible(actor, &id, &lineage)?;
    let number = person.number.as_deref().unwrap_or_default();
    let frame = Frame::of(&ask);
    let t = frame.t;
    let page = PersonPage {
        frame: frame
            .titled(&person.name)
            .crumb(t.say("agency-list"), "/instansi")
            .crumb(&person.agency_name, format!("/instansi/{}", person.agency_id)),
        number: if sight == Sight::Full { number.to_owned() } else { lookup::masked(number) },
        contact: (sight == Sight::Full).then_some(Contact { mail: person.mail, phone: person.phone }),
        placements: ask.db().all(queries::PLACEMENTS, [id.as_str().into()], placement).await?,
        may_move: policy::releasable(actor, &id, &lineage).is_ok(),
        may_hand_out_link: person.left_at.is_none() && actor.holds(&["admin", "pengelola"], &lineage),
        id,
        name: person.name,
        position: person.position,
        agency_id: person.agency_id,
        agency_name: person.agency_name,
        left_at: person.left_at,
    };
    ask.page(&page)
}

fn known(row: &Row) -> Outcome<Known> {
    Ok(Known {
        id: row.get("id")?,
        name: lookup::full_name(row)?,
        number: row.get("identity_number")?,
        position: row.get("position")?,
        agency_id: row.get("agency_id")?,
        agency_name: row.get("agency_name")?,
        mail: row.get("mail")?,
        phone: row.get("phone")?,
        left_at: row.get("left_at")?,
        version: row.get("version")?,
    })
}

fn placement(row: &Row) -> Outcome<Placement> {
    Ok(Placement {
        agency_id: row.get("agency_id")?,
        agency_name: row.get("agency_name")?,
        position: row.get("position")?,
        since: row.get("since")?,
        until: row.get("until")?,
    })
}
