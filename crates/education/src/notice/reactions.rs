//! What is told when something happens to an activity. Few people are told at once; many by jobs, so that no change waits for mail.

use directory::lookup;
use kernel::{
    App, Failure, Outcome,
    clock::{HOUR, MINUTE},
    db::Tx,
    jobs::Times,
    outbox::{self, Fact, Hearing, Reaction},
};

use super::{
    bundle::Bundle,
    certificates, jobs,
    letter::Writer,
    mailing::{Mailing, Occasion},
    model::{Details, Kind, News},
    recipient, reminder,
    telling::{self, Became, Telling},
};
use crate::{
    activity::{
        model::{Activity, Host},
        queries,
    },
    published::{
        ActivityCancelled, ActivityPublished, ActivityRescheduled, AttendanceCounted, CertificatesIssued, HostAnswered,
        HostInvited, PeopleRegistered, RegistrationCancelled, SeatsPromoted,
    },
};

pub(crate) const REACTIONS: &[Reaction] = &[
    Reaction { name: "education-tells-invited-host", topic: HostInvited::TOPIC, hear: host_invited },
    Reaction { name: "education-tells-owners-of-answer", topic: HostAnswered::TOPIC, hear: host_answered },
    Reaction { name: "education-plans-reminders", topic: ActivityPublished::TOPIC, hear: activity_published },
    Reaction { name: "education-tells-of-move", topic: ActivityRescheduled::TOPIC, hear: activity_rescheduled },
    Reaction { name: "education-tells-of-cancellation", topic: ActivityCancelled::TOPIC, hear: activity_cancelled },
    Reaction { name: "education-tells-registered", topic: PeopleRegistered::TOPIC, hear: people_registered },
    Reaction { name: "education-tells-promoted", topic: SeatsPromoted::TOPIC, hear: seats_promoted },
    Reaction { name: "education-asks-for-evaluation", topic: AttendanceCounted::TOPIC, hear: attendance_counted },
    Reaction { name: "education-tells-of-leaving", topic: RegistrationCancelled::TOPIC, hear: registration_cancelled },
    Reaction { name: "education-tells-of-certificates", topic: CertificatesIssued::TOPIC, hear: certificates::issued },
];

fn host_invited<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: HostInvited = outbox::read(body)?;
        let Some((activity, host)) = hosting(app, &fact.activity_id, &fact.agency_id).await? else { return Ok(()) };
        if !host.is_asked() || activity.cancelled_at.is_some() {
            return Ok(());
        }
        let asked = [fact.agency_id];
        let details = Details { reason: host.message.clone(), ..asked_agency(app, &host).await? };
        let news = News { kind: Kind::HostInvited, key: key(Kind::HostInvited, &activity, &host), details };
        tell_speakers(app, tx, &activity, (&asked, news)).await
    })
}

fn host_answered<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: HostAnswered = outbox::read(body)?;
        let Some((activity, host)) = hosting(app, &fact.activity_id, &fact.agency_id).await? else { return Ok(()) };
        let kind = if fact.has_accepted { Kind::HostAccepted } else { Kind::HostDeclined };
        let details = Details { reason: fact.reason, ..asked_agency(app, &host).await? };
        let news = News { kind, key: key(kind, &activity, &host), details };
        let owners =
            queries::owners(app.db(), std::slice::from_ref(&activity.id)).await?.remove(&activity.id).unwrap_or_default();
        tell_speakers(app, tx, &activity, (&owners, news)).await
    })
}

/// Asking again after an answer is another question, with another key.
fn key(kind: Kind, activity: &Activity, host: &Host) -> String {
    format!("{}:{}:{}:{}", kind.name(), activity.id, host.agency_id, host.invited_at)
}

/// The activity and the agency's part in it, if they still are.
async fn hosting(app: &App, activity_id: &str, agency_id: &str) -> Outcome<Option<(Activity, Host)>> {
    let Some(activity) = find(app, activity_id).await? else { return Ok(None) };
    let hosts = queries::hosts(app.db(), activity_id).await?;
    Ok(hosts.into_iter().find(|it| it.agency_id == agency_id).map(|it| (activity, it)))
}

async fn asked_agency(app: &App, host: &Host) -> Outcome<Details> {
    let agency = lookup::agency(app.db(), &host.agency_id).await?;
    Ok(Details { agency: agency.short_name, agency_id: agency.id, ..Details::default() })
}

async fn tell_speakers(app: &App, tx: &mut Tx, activity: &Activity, (agencies, mut news): (&[String], News)) -> Outcome<()> {
    let recipients = recipient::speakers_of(app, activity, agencies).await?;
    let writer = Writer::about(app, activity).await?;
    news.details.by.clone_from(&writer.hosts);
    let mut bundle = Bundle::new(&writer);
    for it in &recipients {
        bundle.tell(it, news.clone());
    }
    bundle.keep(tx, app.now()).await
}

fn activity_published<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: ActivityPublished = outbox::read(body)?;
        let Some(activity) = find(app, &fact.activity_id).await? else { return Ok(()) };
        reminder::plan(tx, &activity, app.now()).await?;
        ask_for_evaluation(tx, &activity, app.now()).await?;
        jobs::plan_archive(tx, app.now()).await
    })
}

fn activity_rescheduled<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: ActivityRescheduled = outbox::read(body)?;
        let Some(activity) = find(app, &fact.activity_id).await? else { return Ok(()) };
        let now = app.now();
        let moved = Mailing::new(&activity.id, Occasion::Moved { sequence: activity.calendar_sequence });
        moved.plan(tx, Times { run_at: now, now }).await?;
        ask_for_evaluation(tx, &activity, now).await?;
        reminder::plan(tx, &activity, now).await
    })
}

/// A count may show that more people were there.
fn attendance_counted<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: AttendanceCounted = outbox::read(body)?;
        let Some(activity) = find(app, &fact.activity_id).await? else { return Ok(()) };
        ask_for_evaluation(tx, &activity, app.now()).await
    })
}

/// When the last codes are in.
const AFTER_THE_END: i64 = 35 * MINUTE;

/// Later than that within the hour, and each hour once.
async fn ask_for_evaluation(tx: &mut Tx, activity: &Activity, now: i64) -> Outcome<()> {
    let next = ((now - AFTER_THE_END).div_euclid(HOUR) + 1) * HOUR + AFTER_THE_END;
    let run_at = next.max(activity.ends_at + AFTER_THE_END);
    let round = Mailing::new(&activity.id, Occasion::Evaluate { round: run_at });
    round.plan(tx, Times { run_at, now }).await
}

fn activity_cancelled<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: ActivityCancelled = outbox::read(body)?;
        let Some(activity) = find(app, &fact.activity_id).await? else { return Ok(()) };
        let now = app.now();
        Mailing::new(&activity.id, Occasion::Cancelled).plan(tx, Times { run_at: now, now }).await?;
        Mailing::new(&activity.id, Occasion::Evaluate { round: activity.ends_at + AFTER_THE_END }).unplan(tx).await?;
        reminder::unplan(tx, &activity).await
    })
}

fn people_registered<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let PeopleRegistered { activity_id, seated, waiting } = outbox::read(body)?;
        let of = |outcome, registration_ids| Telling { activity_id: activity_id.clone(), outcome, registration_ids };
        telling::plan(tx, app.now(), &of(Became::Registered, seated)).await?;
        telling::plan(tx, app.now(), &of(Became::Waiting, waiting)).await
    })
}

fn seats_promoted<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let SeatsPromoted { activity_id, registration_ids } = outbox::read(body)?;
        telling::plan(tx, app.now(), &Telling { activity_id, outcome: Became::Promoted, registration_ids }).await
    })
}

fn registration_cancelled<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let RegistrationCancelled { activity_id, registration_id } = outbox::read(body)?;
        let registration_ids = vec![registration_id];
        telling::plan(tx, app.now(), &Telling { activity_id, outcome: Became::Left, registration_ids }).await
    })
}

/// The activity as it is now, which may be later than the fact.
async fn find(app: &App, id: &str) -> Outcome<Option<Activity>> {
    match queries::find(app.db(), id).await {
        Ok(activity) => Ok(Some(activity)),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}
