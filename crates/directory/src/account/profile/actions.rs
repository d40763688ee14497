//! Changing one's password, and ending one's sessions.

use axum::{extract::Path, http::HeaderMap, response::Response};
use kernel::{
    Actor, Ask, Failure, Fault, Outcome,
    db::Tx,
    id,
    mail::{self, Letter},
    web::Form,
};
use schemars::JsonSchema;
use serde::Deserialize;
use ui::{Lang, Tongue};

use super::pages;
use crate::{
    account::{
        entry::actions::{NewPassword, agreed},
        password,
        policy::{InSession, in_session},
        session::{self, Device},
        sign_in::{self, actions::take_try, policy::Proven},
    },
    lookup::{self, Person},
};

#[derive(Deserialize, JsonSchema)]
pub(crate) struct PasswordChange {
    /// The one until now.
    #[serde(default)]
    pub(crate) sandi_lama: String,
    #[serde(default)]
    pub(crate) sandi: String,
    /// The new one again.
    #[serde(default)]
    pub(crate) ulang: String,
}

/// Ends all sessions and begins a new one here: whoever knew the old password is out.
pub(crate) async fn change_password(ask: Ask, headers: HeaderMap, Form(typed): Form<PasswordChange>) -> Outcome<Response> {
    let own = in_session(ask.actor()?)?;
    let person = person(&ask, own.actor()).await?;
    let proven = match again(&ask, &own, &typed.sandi_lama).await {
        Ok(proven) => proven,
        Err(Failure::Invalid(faults)) => return pages::password_refused(&ask, &faults).await,
        Err(failure) => return Err(failure),
    };
    let wanted = NewPassword { sandi: typed.sandi, ulang: typed.ulang };
    let personal: Vec<&str> =
        [Some(person.plain_name.as_str()), person.nip.as_deref(), person.mail.as_deref()].into_iter().flatten().collect();
    let password = match agreed(&wanted, &personal) {
        Ok(password) => password,
        Err(fault) => return pages::password_refused(&ask, &[fault]).await,
    };
    let hash = password::line_up(&ask.app)?.hash(password).await?;
    let mut tx = ask.db().begin().await?;
    password::set(&mut tx, &person.id, &hash, ask.now()).await?;
    session::end_all(&mut tx, &person.id, ask.now()).await?;
    let secret = session::start(&mut tx, &proven, &Device::of(&ask, &headers), ask.now()).await?;
    tell(&mut tx, &person, ask.now()).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(session::carried(&ask.app, ask.done("/profil", "account-password-changed")?, &secret))
}

pub(crate) async fn end_session(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let own = in_session(ask.actor()?)?;
    let mut tx = ask.db().begin().await?;
    session::end(&mut tx, &own.actor().id, &id, ask.now()).await?;
    tx.commit().await?;
    ask.done("/profil#sesi", "account-session-ended")
}

pub(crate) async fn end_other_sessions(ask: Ask) -> Outcome<Response> {
    let own = in_session(ask.actor()?)?;
    let mut tx = ask.db().begin().await?;
    session::end_others(&mut tx, &own.actor().id, own.session_id(), ask.now()).await?;
    tx.commit().await?;
    ask.done("/profil#sesi", "account-other-sessions-ended")
}

pub(crate) async fn person(ask: &Ask, actor: &Actor) -> Outcome<Person> {
    lookup::people(ask.db(), std::slice::from_ref(&actor.id)).await?.remove(&actor.id).ok_or(Failure::NotFound)
}

/// The old password once more: an open session on a shared computer is not enough. Guessing is slowed down as at the door.
async fn again(ask: &Ask, own: &InSession<'_>, typed: &str) -> Outcome<Proven> {
    let person_id = own.actor().id.as_str();
    if typed.is_empty() {
        return Err(Failure::Invalid(vec![Fault::new("sandi_lama", "error-required")]));
    }
    let place = password::line_up(&ask.app)?;
    let account = id::fingerprint(person_id);
    take_try(&ask.app, &account).await?;
    let kept = ask.db().maybe(password::queries::OF_PERSON, [person_id.into()], |row| row.get::<String>("password_hash")).await?;
    let matching = place.compare(typed, kept.as_deref()).await?;
    let proven = sign_in::policy::again(person_id, matching)?;
    let mut tx = ask.db().begin().await?;
    tx.run(sign_in::queries::FORGET, [account.into()]).await?;
    tx.commit().await?;
    Ok(proven)
}

/// So that the owner hears of it when it was somebody else.
async fn tell(tx: &mut Tx, person: &Person, now: i64) -> Outcome<()> {
    let Some(mail) = &person.mail else { return Ok(()) };
    let t = Tongue::of(Lang::Id);
    let letter = Letter {
        key: format!("directory.password-changed/{}", id::fresh()),
        to: mail.clone(),
        to_name: person.full_name.clone(),
        subject: t.say("account-letter-changed-subject").to_owned(),
        text: t.fill("account-letter-changed-text", "name", &person.full_name),
        calendar: None,
    };
    mail::post(tx, now, &[letter]).await
}
