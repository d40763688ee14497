//! Handing out entry links, asking for one, and using one.

use axum::{extract::Path, http::HeaderMap, response::Response};
use kernel::{
    Ask, Db, Failure, Fault, Outcome, Word,
    db::{Row, Tx},
    id,
    jobs::{self, Times},
    web::Form,
};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    handing::{Occasion, hand_out},
    jobs::{Forgotten, MAIL_FORGOTTEN, MAIL_UNIT, Unit, recipient},
    pages::{self, Owner},
    policy::{self, Subject, Usable},
    queries,
};
use crate::{
    account::{
        duty::actions::giver,
        password::{self, Acceptable},
        policy::in_session,
        session::{self, Device},
        sign_in::{self, model::Identifier},
    },
    lookup,
};

#[derive(Deserialize, JsonSchema)]
pub(crate) struct NewPassword {
    #[serde(default)]
    pub(crate) sandi: String,
    /// The same again.
    #[serde(default)]
    pub(crate) ulang: String,
}

#[derive(Deserialize, JsonSchema)]
pub(crate) struct Asking {
    /// NIP or mail.
    #[serde(default)]
    pub(crate) pengenal: String,
}

#[derive(Deserialize, JsonSchema)]
pub(crate) struct UnitOfPeople {
    /// Code of the agency; everybody at and below it.
    #[serde(default)]
    pub(crate) instansi: String,
}

/// Sets the password that the link is for, once, and signs in.
pub(crate) async fn enter(
    ask: Ask,
    Path(secret): Path<String>,
    headers: HeaderMap,
    Form(typed): Form<NewPassword>,
) -> Outcome<Response> {
    let Some(owner) = owner(ask.db(), &secret, ask.now()).await? else { return pages::ended(&ask) };
    let password = match agreed(&typed, &owner.personal()) {
        Ok(password) => password,
        Err(fault) => return pages::refused(&ask, &owner, &[fault]),
    };
    let hash = password::line_up(&ask.app)?.hash(password).await?;
    let mut tx = ask.db().begin().await?;
    let link = match used(&mut tx, &secret, ask.now()).await {
        Ok(link) => link,
        Err(Failure::NotFound) => return pages::ended(&ask),
        Err(failure) => return Err(failure),
    };
    password::set(&mut tx, link.person_id(), &hash, ask.now()).await?;
    session::end_all(&mut tx, link.person_id(), ask.now()).await?;
    let proven = sign_in::policy::by_link(link);
    let cookie = session::start(&mut tx, &proven, &Device::of(&ask, &headers), ask.now()).await?;
    tx.commit().await?;
    Ok(session::carried(&ask.app, ask.done("/", "account-entered")?, &cookie))
}

/// The same answer, and the same work, whether the account exists or not.
pub(crate) async fn ask_again(ask: Ask, Form(typed): Form<Asking>) -> Outcome<Response> {
    let who = match Identifier::read(&typed.pengenal) {
        Ok(who) => who,
        Err(word) => return pages::forgotten_refused(&ask, &[Fault::new("pengenal", word)]),
    };
    sign_in::actions::take_network(&ask)?;
    let account = sign_in::actions::account(ask.db(), &who).await?;
    let work = Forgotten { person_id: account.map(|it| it.person_id) };
    let mut tx = ask.db().begin().await?;
    jobs::plan(&mut tx, MAIL_FORGOTTEN, &id::fresh(), &work, Times { run_at: ask.now(), now: ask.now() }).await?;
    tx.commit().await?;
    ask.app.ring();
    pages::asked(&ask)
}

/// A link for one person: shown once to whoever may see it, and mailed if there is an address.
pub(crate) async fn make(ask: Ask, Path(person_id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let subject = subject(ask.db(), &person_id).await?;
    let giver = giver(&ask).await?;
    let linkable = policy::linkable(&in_session(actor)?, &giver, &subject)?;
    let to = std::slice::from_ref(linkable.recipient());
    let mut tx = ask.db().begin().await?;
    let mut links = hand_out(&mut tx, &ask.app, to, Occasion::First, Some(&actor.id)).await?;
    tx.commit().await?;
    ask.app.ring();
    let shown = links.pop().filter(|_| linkable.is_shown());
    pages::made(&ask, linkable.recipient(), shown)
}

/// Links for everybody at and below a unit who was never in, by mail, in the background.
pub(crate) async fn make_for_unit(ask: Ask, Form(typed): Form<UnitOfPeople>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let lineage = lookup::lineage(ask.db(), &typed.instansi).await?;
    policy::linkable_unit(actor, &lineage)?;
    let work = Unit { agency_id: typed.instansi.clone(), asked_by: actor.id.clone() };
    let mut tx = ask.db().begin().await?;
    jobs::plan(&mut tx, MAIL_UNIT, &id::fresh(), &work, Times { run_at: ask.now(), now: ask.now() }).await?;
    tx.commit().await?;
    ask.app.ring();
    let next = ui::address::with("/pegawai/tautan-masuk", "instansi", &typed.instansi);
    ask.done(&next, "account-links-on-their-way")
}

/// The person of a link that still works.
pub(crate) async fn owner(db: &Db, secret: &str, now: i64) -> Outcome<Option<Owner>> {
    let read =
        |row: &Row| Ok(Owner { full_name: lookup::full_name(row)?, number: row.get("identity_number")?, mail: row.get("mail")? });
    db.maybe(queries::GOOD, [id::fingerprint(secret).into(), now.into()], read).await
}

/// The person as the policy needs to know them.
pub(crate) async fn subject(db: &Db, person_id: &str) -> Outcome<Subject> {
    let read = |row: &Row| Ok((recipient(row)?, row.get::<String>("agency_id")?, row.get::<i64>("passwords")?));
    let (recipient, agency_id, passwords) = db.one(queries::SUBJECT, [person_id.into()], read).await?;
    let nodes: Vec<String> = db.all(queries::DUTY_NODES, [person_id.into()], |row| row.get("agency_id")).await?;
    let mut lineages = lookup::lineages(db, &[&nodes[..], std::slice::from_ref(&agency_id)].concat()).await?;
    let nation = || vec!["*".to_owned()];
    Ok(Subject {
        recipient,
        duty_lineages: nodes.iter().map(|it| lineages.get(it).cloned().unwrap_or_else(nation)).collect(),
        lineage: lineages.remove(&agency_id).unwrap_or_else(nation),
        has_password: passwords > 0,
    })
}

/// Both fields say the same, and it is good enough.
pub(crate) fn agreed(typed: &NewPassword, personal: &[&str]) -> Result<Acceptable, Fault> {
    let password = password::acceptable(&typed.sandi, personal).map_err(|word| Fault::new("sandi", word))?;
    if typed.sandi == typed.ulang { Ok(password) } else { Err(Fault::new("ulang", Word::new("account-password-differs"))) }
}

async fn used(tx: &mut Tx, secret: &str, now: i64) -> Outcome<Usable> {
    let args = [now.into(), id::fingerprint(secret).into(), now.into()];
    policy::usable(tx.maybe(queries::USE, args, |row| row.get("person_id")).await?)
}
