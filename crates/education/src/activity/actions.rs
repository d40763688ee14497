//! Writes on an activity: load, decide, change and tell in one transaction, answer.

use axum::{extract::Path, response::Response};
use kernel::{
    Ask, Failure, Outcome,
    db::Tx,
    outbox,
    web::{Form, from_pairs},
};
use serde::Deserialize;

use super::{
    draft::{Draft, DraftForm, one_line},
    edit_page, load,
    model::Activity,
    policy::{self, Editable},
    queries::{self, Maker},
};
use crate::{
    attendance,
    change::{self, By, differences},
    host,
    published::{ActivityCancelled, ActivityChanged, ActivityPublished, ActivityRescheduled},
    registration, room,
};

pub(crate) type Typed = Vec<(String, String)>;

pub(crate) async fn draft(ask: Ask, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: DraftForm = from_pairs(typed.clone())?;
    let actor = ask.actor()?;
    let agency_id = if form.agency.is_empty() { actor.home.clone() } else { form.agency.clone() };
    let lineage = directory::lookup::lineage(ask.db(), &agency_id).await?;
    let proof = policy::draftable(actor, &agency_id, &lineage)?;
    let servers = room::servers::ids(&ask.app, [&lineage].into_iter());
    let draft = match form.read(None, &servers, ask.now()) {
        Ok(draft) => draft,
        Err(errors) => return edit_page::refused_new(&ask, typed, &errors).await,
    };
    let maker = Maker { person_id: &actor.id, proof: &proof, now: ask.now(), cloned_from: None };
    let mut tx = ask.db().begin().await?;
    let id = insert(&mut tx, &draft, &maker).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/ubah"), "activity-drafted")
}

pub(crate) async fn insert(tx: &mut Tx, draft: &Draft, maker: &Maker<'_>) -> Outcome<String> {
    let id = kernel::id::fresh();
    let by = By { person_id: maker.person_id, agency_id: maker.proof.agency_id(), now: maker.now };
    queries::insert(tx, &id, draft, maker).await?;
    change::record(tx, &id, by, if maker.cloned_from.is_some() { "cloned" } else { "drafted" }, &[]).await?;
    Ok(id)
}

pub(crate) async fn edit(ask: Ask, Path(id): Path<String>, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: DraftForm = from_pairs(typed.clone())?;
    let proof = policy::still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let servers = room::servers::ids(&ask.app, proof.hosted().owner_lines());
    let draft = match form.read(Some(proof.activity()), &servers, ask.now()) {
        Ok(draft) => draft,
        Err(errors) => return edit_page::refused(&ask, &proof, typed, &errors).await,
    };
    let Some(next) = save(&ask, &proof, &draft, &form).await? else {
        return edit_page::changed_meanwhile(&ask, &proof, typed).await;
    };
    if let Some(agency_id) = typed.iter().find(|it| it.0 == "ask").map(|it| it.1.clone()) {
        return host::actions::ask_agency(&ask, &id, &agency_id, "").await;
    }
    let stays = typed.iter().any(|it| it.0 == "keep");
    ask.done(if stays { &next.1 } else { &next.0 }, "activity-saved")
}

/// Answers where to go on and where to stay, or nothing when somebody else was faster.
async fn save(ask: &Ask, proof: &Editable, draft: &Draft, form: &DraftForm) -> Outcome<Option<(String, String)>> {
    let (db, now, id) = (ask.db(), ask.now(), proof.activity().id.clone());
    let (agenda, speakers) = (queries::agenda(db, &id).await?, queries::speakers(db, &id).await?);
    let version = form.version.parse().unwrap_or_default();
    let by = By::owner(ask.actor()?, proof.hosted(), now);
    let mut tx = db.begin().await?;
    let before = queries::find_locked(&mut tx, &id).await?;
    if before.version != version {
        return Ok(None);
    }
    if draft.seats.is_some_and(|seats| seats < before.taken) {
        return Err(Failure::invalid("seats", kernel::Word::new("draft-seats-below-taken").with("n", before.taken)));
    }
    let differences = differences(&before, (&proof.hosted().audience, &agenda, &speakers), draft);
    if !differences.is_empty() {
        queries::update(&mut tx, proof, draft, version, now).await?;
        change::record(&mut tx, &id, by, "edited", &differences).await?;
        tell(&mut tx, &before, draft, now).await?;
        registration::promote(&mut tx, &id, now).await?;
        attendance::recount::follow(&mut tx, &id, now).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    Ok(Some((format!("/kegiatan/{id}"), format!("/kegiatan/{id}/ubah"))))
}

async fn tell(tx: &mut Tx, before: &Activity, after: &Draft, now: i64) -> Outcome<()> {
    let is_moved = before.starts_at != after.starts_at || before.ends_at != after.ends_at;
    let is_elsewhere = before.place != after.place || before.title != after.title || before.meeting_link != after.meeting_link;
    if before.published_at.is_none() {
        return Ok(());
    }
    outbox::publish(tx, now, &before.id, &ActivityChanged { activity_id: before.id.clone() }).await?;
    if !(is_moved || is_elsewhere) {
        return Ok(());
    }
    let fact = ActivityRescheduled { activity_id: before.id.clone(), starts_at: after.starts_at, ends_at: after.ends_at };
    outbox::publish(tx, now, &before.id, &fact).await
}

pub(crate) async fn publish(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::publishable(load::editable(&ask, &id).await?, ask.now())?;
    let actor = ask.actor()?;
    let by = By::owner(actor, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    if queries::publish(&mut tx, &proof, &actor.id, ask.now()).await? {
        change::record(&mut tx, &id, by, "published", &[]).await?;
        outbox::publish(&mut tx, ask.now(), &id, &ActivityPublished { activity_id: id.clone() }).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}"), "activity-published")
}

/// Back to a draft, as long as nobody has registered.
pub(crate) async fn withdraw(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    if !queries::withdraw(&mut tx, &proof, ask.now()).await? {
        return Err(Failure::Conflict("activity-has-participants"));
    }
    change::record(&mut tx, &id, by, "withdrawn", &[]).await?;
    outbox::publish(&mut tx, ask.now(), &id, &ActivityChanged { activity_id: id.clone() }).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}"), "activity-withdrawn")
}

#[derive(Deserialize, schemars::JsonSchema)]
#[serde(default)]
#[derive(Default)]
pub(crate) struct Cancellation {
    reason: String,
}

pub(crate) async fn cancel(ask: Ask, Path(id): Path<String>, Form(form): Form<Cancellation>) -> Outcome<Response> {
    let proof = policy::still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let reason = one_line(&form.reason);
    if reason.chars().count() < 5 {
        return super::pages::cancellation_refused(&ask, &proof, &form.reason, "activity-reason-missing");
    }
    let actor = ask.actor()?;
    let by = By::owner(actor, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    if queries::cancel(&mut tx, &proof, &actor.id, &reason, ask.now()).await? {
        let told = [change::Difference { field: "reason".into(), before: String::new(), after: reason.clone() }];
        change::record(&mut tx, &id, by, "cancelled", &told).await?;
        outbox::publish(&mut tx, ask.now(), &id, &ActivityCancelled { activity_id: id.clone(), reason }).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}"), "activity-cancelled")
}

/// A new draft with the same content, a week later, owned by the agency that the actor works for.
pub(crate) async fn clone(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let actor = ask.actor()?;
    let copy = policy::copyable(actor, &proof)?;
    let draft = copy_of(&ask, &proof, copy.agency_id()).await?;
    let start = first_future(draft.starts_at, kernel::clock::DAY * 7, ask.now());
    let maker = Maker { person_id: &actor.id, proof: &copy, now: ask.now(), cloned_from: Some(&id) };
    let mut tx = ask.db().begin().await?;
    let clone = insert(&mut tx, &moved_to(&draft, start), &maker).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{clone}/ubah"), "activity-cloned")
}

#[derive(Deserialize, Default, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Repetition {
    /// How many more, 1 to 12.
    times: String,
    /// "weekly" or "monthly".
    rhythm: String,
}

/// Further drafts at a rhythm; all of them and this one form a series.
pub(crate) async fn repeat(ask: Ask, Path(id): Path<String>, Form(form): Form<Repetition>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let times = form.times.parse::<i64>().ok().filter(|it| (1..=12).contains(it));
    let Some(times) = times else {
        return Err(Failure::invalid("times", "series-times"));
    };
    let actor = ask.actor()?;
    let by = By::owner(actor, proof.hosted(), ask.now());
    let copy = policy::copyable(actor, &proof)?;
    let draft = copy_of(&ask, &proof, copy.agency_id()).await?;
    let maker = Maker { person_id: &actor.id, proof: &copy, now: ask.now(), cloned_from: Some(&id) };
    let mut tx = ask.db().begin().await?;
    let mut members = vec![id.clone()];
    for n in 1..=times {
        let start = if form.rhythm == "monthly" { months_later(&draft, n) } else { draft.starts_at + n * 7 * kernel::clock::DAY };
        let start = first_future(start, 7 * kernel::clock::DAY, ask.now());
        members.push(insert(&mut tx, &moved_to(&draft, start), &maker).await?);
    }
    super::series::queries::add_series(&mut tx, &proof, (&actor.id, ask.now()), &members).await?;
    change::record(&mut tx, &id, by, "repeated", &[]).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}"), "activity-repeated")
}

/// A meeting server stays only if the agency of the copy may use it by itself.
async fn copy_of(ask: &Ask, proof: &Editable, agency_id: &str) -> Outcome<Draft> {
    let it = proof.activity();
    let servers = room::servers::ids(&ask.app, proof.hosted().lineages.get(agency_id).into_iter());
    let meeting_server = if servers.contains(&it.meeting_server) { it.meeting_server.clone() } else { String::new() };
    Ok(Draft {
        title: it.title.clone(),
        summary: it.summary.clone(),
        theme: it.theme.clone(),
        form: it.form.clone(),
        mode: it.mode.clone(),
        starts_at: it.starts_at,
        ends_at: it.ends_at,
        zone: it.zone,
        place: it.place.clone(),
        meeting_server,
        meeting_link: it.meeting_link.clone(),
        contact: it.contact.clone(),
        seats: it.seats,
        audience: proof.hosted().audience.clone(),
        is_open_to_public: it.is_open_to_public,
        listed: it.listed.clone(),
        registration_closes_at: it.registration_closes_at,
        minimum_share: it.minimum_share,
        agenda: queries::agenda(ask.db(), &it.id).await?,
        speakers: queries::speakers(ask.db(), &it.id).await?,
    })
}

/// The same draft with everything as much later as its start.
fn moved_to(draft: &Draft, starts_at: i64) -> Draft {
    let by = starts_at - draft.starts_at;
    let mut moved = draft.clone();
    moved.starts_at += by;
    moved.ends_at += by;
    moved.registration_closes_at = moved.registration_closes_at.map(|it| it + by);
    moved.agenda.iter_mut().for_each(|it| it.starts_at += by);
    moved
}

fn first_future(start: i64, step: i64, now: i64) -> i64 {
    if start > now { start } else { start + ((now - start) / step + 1) * step }
}

fn months_later(draft: &Draft, n: i64) -> i64 {
    let there = draft.zone.civil(draft.starts_at);
    let date = there.date().saturating_add(jiff::Span::new().months(n));
    draft.zone.moment(date, there.time())
}
