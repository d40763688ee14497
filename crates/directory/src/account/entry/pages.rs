//! Pages around entry links: using one, asking for one, handing one out.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use kernel::{Ask, Fault, Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Form, Frame};

use super::{Link, actions, handing::Recipient, policy, queries};
use crate::{
    account::{duty::actions::giver, password::FEWEST_LETTERS, policy::in_session},
    lookup,
};

/// The person of a link, and what their password must not be.
pub(crate) struct Owner {
    pub(crate) full_name: String,
    pub(crate) number: Option<String>,
    pub(crate) mail: Option<String>,
}

impl Owner {
    pub(crate) fn personal(&self) -> Vec<&str> {
        [Some(self.full_name.as_str()), self.number.as_deref(), self.mail.as_deref()].into_iter().flatten().collect()
    }
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-entry.html")]
pub(crate) struct EntryPage {
    #[serde(skip)]
    frame: Frame,
    form: Form,
    name: String,
    fewest_letters: usize,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-entry-ended.html")]
pub(crate) struct EntryEndedPage {
    #[serde(skip)]
    frame: Frame,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-forgotten.html")]
pub(crate) struct ForgottenPage {
    #[serde(skip)]
    frame: Frame,
    form: Form,
    /// Says nothing about whether there is such an account.
    is_asked: bool,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-entry-make.html")]
pub(crate) struct EntryMakePage {
    #[serde(skip)]
    frame: Frame,
    person_id: String,
    name: String,
    mail: Option<String>,
    /// Whether the link will be shown, and not only mailed.
    is_shown: bool,
    has_password: bool,
    /// The link just made, if it may be shown: once, here.
    link: Option<String>,
    ends_at: Option<i64>,
    is_made: bool,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-entry-unit.html")]
pub(crate) struct EntryUnitPage {
    #[serde(skip)]
    frame: Frame,
    agency_id: String,
    agency_name: String,
    /// People at and below the unit who were never in.
    people: i64,
    with_mail: i64,
    with_link: i64,
}

#[derive(Default, Deserialize)]
pub(crate) struct OfAgency {
    #[serde(default)]
    instansi: String,
}

pub(crate) async fn enter(ask: Ask, Path(secret): Path<String>) -> Outcome<Response> {
    match actions::owner(ask.db(), &secret, ask.now()).await? {
        Some(owner) => refused_with(&ask, &owner, &[], StatusCode::OK),
        None => ended(&ask),
    }
}

pub(crate) fn refused(ask: &Ask, owner: &Owner, faults: &[Fault]) -> Outcome<Response> {
    refused_with(ask, owner, faults, StatusCode::UNPROCESSABLE_ENTITY)
}

/// One answer for links that never were, were used, or have ended.
pub(crate) fn ended(ask: &Ask) -> Outcome<Response> {
    let frame = titled(ask, "account-entry-ended");
    ask.page_as(StatusCode::NOT_FOUND, &EntryEndedPage { frame })
}

pub(crate) async fn forgotten(ask: Ask) -> Outcome<Response> {
    let form = Form::new(ui::visit::tongue(&ask.visit));
    ask.page(&ForgottenPage { frame: titled(&ask, "account-forgotten"), form, is_asked: false })
}

pub(crate) fn forgotten_refused(ask: &Ask, faults: &[Fault]) -> Outcome<Response> {
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), Vec::new(), faults);
    let page = ForgottenPage { frame: titled(ask, "account-forgotten"), form, is_asked: false };
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub(crate) fn asked(ask: &Ask) -> Outcome<Response> {
    let form = Form::new(ui::visit::tongue(&ask.visit));
    ask.page(&ForgottenPage { frame: titled(ask, "account-forgotten-asked"), form, is_asked: true })
}

pub(crate) async fn make(ask: Ask, Path(person_id): Path<String>) -> Outcome<Response> {
    let subject = actions::subject(ask.db(), &person_id).await?;
    let giver = giver(&ask).await?;
    let linkable = policy::linkable(&in_session(giver.actor)?, &giver, &subject)?;
    let person = linkable.recipient();
    ask.page(&EntryMakePage {
        frame: titled(&ask, "account-link-make").crumb(&person.full_name, format!("/pegawai/{person_id}")),
        is_shown: linkable.is_shown(),
        has_password: subject.has_password,
        name: person.full_name.clone(),
        mail: person.mail.clone(),
        person_id,
        link: None,
        ends_at: None,
        is_made: false,
    })
}

pub(crate) fn made(ask: &Ask, person: &Recipient, shown: Option<Link>) -> Outcome<Response> {
    let page = EntryMakePage {
        frame: titled(ask, "account-link-made").crumb(&person.full_name, format!("/pegawai/{}", person.person_id)),
        person_id: person.person_id.clone(),
        name: person.full_name.clone(),
        mail: person.mail.clone(),
        is_shown: shown.is_some(),
        has_password: false,
        ends_at: shown.as_ref().map(|it| it.ends_at),
        link: shown.map(|it| it.address(&ask.app)),
        is_made: true,
    };
    let mut response = ask.page(&page)?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

pub(crate) async fn make_for_unit(ask: Ask, Query(of): Query<OfAgency>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let agency_id = if of.instansi.is_empty() { actor.home.clone() } else { of.instansi };
    let lineage = lookup::lineage(ask.db(), &agency_id).await?;
    policy::linkable_unit(actor, &lineage)?;
    let agency = lookup::agency(ask.db(), &agency_id).await?;
    let count = |row: &Row| Ok((row.get::<i64>("people")?, row.get::<i64>("with_mail")?, row.get::<i64>("with_link")?));
    let args = [ask.now().into(), agency_id.as_str().into()];
    let (people, with_mail, with_link) = ask.db().reports().one(queries::COUNT_WITHOUT_PASSWORD, args, count).await?;
    let frame = titled(&ask, "account-links-of-unit").crumb(&agency.short_name, format!("/instansi/{agency_id}"));
    ask.page(&EntryUnitPage { frame, agency_id, agency_name: agency.name, people, with_mail, with_link })
}

fn refused_with(ask: &Ask, owner: &Owner, faults: &[Fault], status: StatusCode) -> Outcome<Response> {
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), Vec::new(), faults);
    let page =
        EntryPage { frame: titled(ask, "account-entry"), form, name: owner.full_name.clone(), fewest_letters: FEWEST_LETTERS };
    ask.page_as(status, &page)
}

fn titled(ask: &Ask, key: &'static str) -> Frame {
    let frame = Frame::of(ask);
    let title = frame.t.say(key).to_owned();
    frame.titled(title)
}
