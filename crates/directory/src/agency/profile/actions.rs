//! Saving a profile upon the version that was seen.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Outcome, id, web::Form};
use serde_json::json;

use super::{
    model::{Profile, ProfileForm},
    pages,
    policy::{self, Editable},
    queries,
};
use crate::lookup;

pub(crate) async fn save(ask: Ask, Path(id): Path<String>, Form(typed): Form<ProfileForm>) -> Outcome<Response> {
    let agency = lookup::agency(ask.db(), &id).await?;
    let lineage = lookup::lineage(ask.db(), &id).await?;
    let editable = policy::editable(ask.actor()?, &agency, &lineage)?;
    let profile = match typed.read() {
        Ok(profile) => profile,
        Err(faults) => return pages::refused(&ask, &agency, &typed, &faults),
    };
    match write(&ask, &editable, &profile).await? {
        None => ask.done(&format!("/instansi/{id}"), "profile-saved"),
        Some(theirs) => pages::overtaken(&ask, &agency, (&typed, &profile), &theirs),
    }
}

/// Answers what others saved meanwhile instead, if they did.
async fn write(ask: &Ask, editable: &Editable<'_>, profile: &Profile) -> Outcome<Option<Profile>> {
    let (agency_id, now) = (editable.agency().id.as_str(), ask.now());
    let by = ask.actor()?.id.as_str();
    let mut tx = ask.db().begin().await?;
    tx.run(queries::BEGIN, [agency_id.into(), now.into()]).await?;
    let before = tx.one(queries::PROFILE, [agency_id.into()], Profile::read).await?;
    let texts = profile.fields().map(|(_, value)| value.into());
    let rest = [now.into(), by.into(), agency_id.into(), profile.version.into()];
    if tx.run(queries::SAVE, [&texts[..], &rest[..]].concat()).await? == 0 {
        return Ok(Some(before));
    }
    let (was, is) = (json!(before.differing(profile)).to_string(), json!(profile.differing(&before)).to_string());
    tx.run(queries::NOTE, [id::fresh().into(), agency_id.into(), was.into(), is.into(), now.into(), by.into()]).await?;
    tx.commit().await?;
    Ok(None)
}
