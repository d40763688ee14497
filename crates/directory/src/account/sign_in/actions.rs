//! Signing in with a password, and signing out.

use std::time::Duration;

use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use crowd::limits::Limit;
use kernel::{
    App, Ask, Db, Failure, Fault, Outcome, Way, Word,
    clock::{DAY, MINUTE},
    db::Row,
    web::Form,
};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    model::{Account, Identifier, local, wait_after},
    pages,
    policy::{self, Proven},
    queries,
};
use crate::account::{
    password,
    session::{self, Device},
};

#[derive(Deserialize, JsonSchema)]
pub(crate) struct SignIn {
    /// NIP or mail.
    #[serde(default)]
    pub(crate) pengenal: String,
    #[serde(default)]
    pub(crate) sandi: String,
    /// A path of this site to go on to.
    #[serde(default)]
    pub(crate) lanjut: String,
}

pub(crate) async fn sign_in(ask: Ask, headers: HeaderMap, Form(typed): Form<SignIn>) -> Outcome<Response> {
    let who = match read(&typed) {
        Ok(who) => who,
        Err(faults) => return pages::refused(&ask, &typed, &faults, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let proven = match prove(&ask, &who, &typed.sandi).await {
        Ok(proven) => proven,
        Err(Failure::Invalid(faults)) => return pages::refused(&ask, &typed, &faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Failure::Busy { seconds }) => return pages::asked_to_wait(&ask, &typed, seconds),
        Err(failure) => return Err(failure),
    };
    let mut tx = ask.db().begin().await?;
    tx.run(queries::FORGET, [who.fingerprint().into()]).await?;
    if let Some(Way::Session { id }) = ask.maybe_actor().map(|it| &it.way) {
        // Whoever signs in again leaves no session behind that nobody would end.
        tx.run(session::queries::END_ONE, [ask.now().into(), id.into(), ask.actor()?.id.as_str().into()]).await?;
    }
    let secret = session::start(&mut tx, &proven, &Device::of(&ask, &headers), ask.now()).await?;
    tx.commit().await?;
    Ok(session::carried(&ask.app, ask.done(local(&typed.lanjut), "account-signed-in")?, &secret))
}

pub(crate) async fn sign_out(ask: Ask) -> Outcome<Response> {
    if let Some(actor) = ask.maybe_actor()
        && let Way::Session { id } = &actor.way
    {
        let mut tx = ask.db().begin().await?;
        session::end(&mut tx, &actor.id, id, ask.now()).await?;
        tx.commit().await?;
    }
    Ok(session::dropped(&ask.app, ask.done("/", "account-signed-out")?))
}

/// The account behind a number or mail; people who left have none.
pub(crate) async fn account(db: &Db, who: &Identifier) -> Outcome<Option<Account>> {
    let read = |row: &Row| Ok(Account { person_id: row.get("id")?, password_hash: row.get("password_hash")? });
    match who {
        Identifier::Number(number) => db.maybe(queries::BY_NUMBER, [number.into()], read).await,
        Identifier::Mail(mail) => db.maybe(queries::BY_MAIL, [mail.into()], read).await,
    }
}

/// Takes one try for `account`, or answers how long to wait: counted in the database, for all nodes and across restarts.
pub(crate) async fn take_try(app: &App, account: &str) -> Outcome<()> {
    let now = app.now();
    let mut tx = app.db().begin().await?;
    tx.run(queries::FORGET_OLD, [(now - DAY).into()]).await?;
    let is_taken = tx.run(queries::TRY, [account.into(), now.into()]).await? == 1;
    tx.commit().await?;
    if is_taken {
        return Ok(());
    }
    let tried = |row: &Row| Ok((row.get::<i64>("failures")?, row.get::<i64>("last_at")?));
    let (failures, last_at) = app.db().maybe(queries::TRIED, [account.into()], tried).await?.unwrap_or((0, now));
    let left = (last_at + wait_after(failures) - now).clamp(1_000, 15 * MINUTE);
    Err(Failure::Busy { seconds: u32::try_from(left / 1_000).unwrap_or(1) })
}

/// Room for an office of 500 behind one address that signs in within minutes, twice over; a program that guesses gets no further.
struct Networks(Limit);

pub(crate) fn take_network(ask: &Ask) -> Outcome<()> {
    let networks = ask.app.kept(|_| Networks(Limit::new(1_000, Duration::from_secs(600))));
    networks.0.take(&ask.visit.network, ask.now())
}

fn read(typed: &SignIn) -> Result<Identifier, Vec<Fault>> {
    let who = Identifier::read(&typed.pengenal).map_err(|word| Fault::new("pengenal", word));
    let sandi = if typed.sandi.is_empty() { Err(Fault::new("sandi", Word::new("error-required"))) } else { Ok(()) };
    match (who, sandi) {
        (Ok(who), Ok(())) => Ok(who),
        (who, sandi) => Err(who.err().into_iter().chain(sandi.err()).collect()),
    }
}

async fn prove(ask: &Ask, who: &Identifier, typed: &str) -> Outcome<Proven> {
    take_network(ask)?;
    let place = password::line_up(&ask.app)?;
    take_try(&ask.app, &who.fingerprint()).await?;
    let account = account(ask.db(), who).await?;
    let kept = account.as_ref().and_then(|it| it.password_hash.as_deref());
    let matching = place.compare(typed, kept).await?;
    policy::by_password(account, matching)
}
