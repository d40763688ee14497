//! Letters about one activity: the words, and the calendar part that puts it into a calendar, moves it or takes it out. Sends nothing.

use kernel::{App, Outcome, Settings, mail::Letter};
use ui::{Lang, Tongue};

use super::{
    model::{Details, Kind, News},
    queries::Entry,
    recipient::Recipient,
};
use crate::{
    activity::{draft::one_line, load, model::Activity},
    calendar::{
        feed,
        ics::{self, Event, Party},
    },
};

/// Writes in Bahasa Indonesia: which language a person reads is known only while they visit.
pub(super) struct Writer<'a> {
    pub(super) activity: &'a Activity,
    /// Names of the owners.
    pub(super) hosts: String,
    settings: &'a Settings,
    t: Tongue,
    now: i64,
}

impl<'a> Writer<'a> {
    pub(super) async fn about(app: &'a App, activity: &'a Activity) -> Outcome<Writer<'a>> {
        let (owners, agencies) = load::owners_of(app, std::slice::from_ref(activity)).await?;
        let ids = owners.get(&activity.id).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<&str> = ids.iter().filter_map(|it| agencies.get(it)).map(|it| it.short_name.as_str()).collect();
        Ok(Writer { activity, hosts: names.join(", "), settings: app.settings(), t: Tongue::of(Lang::Id), now: app.now() })
    }

    /// The letter, unless the recipient has no address.
    pub(super) fn letter(&self, to: &Recipient, news: &News) -> Option<Letter> {
        let mail = to.mail.as_ref()?;
        let links = self.links(to, news);
        let calendar = to.entry.as_ref().and_then(|entry| self.calendar((to, entry), news.kind, &links));
        let brings_ticket = to.ticket().is_some() && matches!(news.kind, Kind::Registered | Kind::Waiting);
        let notes = [
            calendar.as_ref().map(|it| calendar_note(&it.0)),
            note(to, news.kind),
            brings_ticket.then_some("letter-note-ticket"),
        ];
        Some(Letter {
            key: format!("education/{}/{}", news.key, to.key()),
            to: mail.clone(),
            to_name: to.name.clone(),
            subject: self.t.fill(&format!("letter-subject-{}", news.kind.name()), "title", self.title()),
            text: self.text((to, news), &links, &notes),
            calendar,
        })
    }

    fn title(&self) -> String {
        one_line(&self.activity.title)
    }

    fn text(&self, (to, news): (&Recipient, &News), links: &[String], notes: &[Option<&str>]) -> String {
        let t = self.t;
        let said = self.lead(&news.details, &format!("letter-lead-{}", news.kind.name()));
        let mut parts = vec![t.fill("letter-greeting", "name", &to.name), said];
        if !news.details.reason.is_empty() {
            let key = if news.kind == Kind::HostInvited { "letter-message" } else { "letter-reason" };
            parts.push(t.fill(key, "reason", one_line(&news.details.reason)));
        }
        parts.push(self.facts(to));
        parts.push(links.join("\n"));
        parts.extend(notes.iter().flatten().map(|it| t.say(it).to_owned()));
        parts.push(t.fill("letter-footer", "address", &self.settings.base_url));
        parts.join("\n\n") + "\n"
    }

    fn lead(&self, details: &Details, key: &str) -> String {
        self.t.with("by", &details.by).with("agency", &details.agency).with("place", self.t.number(details.place)).say(key)
    }

    /// Title, time in the reader's zone with the others beside it, place, owners.
    fn facts(&self, to: &Recipient) -> String {
        let (t, it) = (self.t, self.activity);
        let when = format!("{} {}", t.period(it.starts_at, it.ends_at, to.zone), t.other_zones(it.starts_at, to.zone));
        let mut lines = vec![self.title(), when];
        if !it.place.is_empty() {
            lines.push(t.fill("letter-place", "place", one_line(&it.place)));
        }
        lines.push(t.fill("letter-hosts", "names", &self.hosts));
        lines.join("\n")
    }

    fn links(&self, to: &Recipient, news: &News) -> Vec<String> {
        let line = |key: &str, path: &str| self.t.fill(key, "address", self.settings.absolute(path));
        if news.kind == Kind::HostInvited {
            let answer = format!("/kegiatan/{}/penyelenggara/{}", self.activity.id, news.details.agency_id);
            return vec![line("letter-link-answer", &answer)];
        }
        let own = self.own_page(to);
        if news.kind == Kind::Evaluate {
            return vec![line("letter-link-evaluate", &format!("{own}/penilaian"))];
        }
        if news.kind == Kind::CertificateIssued {
            let path = if to.ticket().is_some() { format!("{own}/sertifikat.pdf") } else { "/sertifikat".to_owned() };
            return vec![line("letter-link-certificate", &path)];
        }
        let joins = to.is_seated() && self.activity.is_online() && self.activity.cancelled_at.is_none();
        let join = joins.then(|| line("letter-link-join", &format!("{own}/gabung")));
        let key = if to.ticket().is_some() { "letter-link-ticket" } else { "letter-link-page" };
        join.into_iter().chain([line(key, &own)]).collect()
    }

    /// Where this recipient sees and changes their part in the activity.
    fn own_page(&self, to: &Recipient) -> String {
        match to.ticket() {
            Some(ticket) => format!("/tiket/{ticket}"),
            None => format!("/kegiatan/{}", self.activity.id),
        }
    }

    /// Only who has or had a seat has the event in a calendar.
    fn calendar(&self, (to, entry): (&Recipient, &Entry), kind: Kind, links: &[String]) -> Option<(String, String)> {
        let attendee = Party { name: to.name.clone(), mail: to.mail.clone()? };
        entry.seated_at?;
        match kind {
            Kind::Left | Kind::Cancelled => {
                Some(("CANCEL".to_owned(), ics::cancellation(&self.event(to, entry, links), &attendee)))
            }
            Kind::Registered | Kind::Promoted | Kind::Moved | Kind::Reminder(_) => {
                Some(("REQUEST".to_owned(), ics::invitation(&self.event(to, entry, links), &attendee)))
            }
            Kind::Waiting
            | Kind::HostInvited
            | Kind::HostAccepted
            | Kind::HostDeclined
            | Kind::Evaluate
            | Kind::CertificateIssued
            | Kind::Materials => None,
        }
    }

    fn event(&self, to: &Recipient, entry: &Entry, links: &[String]) -> Event {
        let event = feed::event(self.t, self.settings, self.activity, &self.hosts);
        let own = self.own_page(to);
        let join = self.settings.absolute(&format!("{own}/gabung"));
        Event {
            sequence: sequence(self.activity, entry),
            changed_at_ms: self.now,
            description: links.join("\n"),
            location: if self.activity.mode == "online" { Some(join) } else { event.location },
            url: Some(self.settings.absolute(&own)),
            ..event
        }
    }
}

/// Grows with every change of the activity, and when this person leaves or comes back (which draws a greater number), so that
/// calendars take no letter for an older one.
fn sequence(activity: &Activity, entry: &Entry) -> i64 {
    2 * (activity.calendar_sequence + entry.number) + i64::from(entry.cancelled_at.is_some())
}

fn calendar_note(method: &str) -> &'static str {
    if method == "CANCEL" { "letter-calendar-cancel" } else { "letter-calendar-request" }
}

fn note(to: &Recipient, kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::HostInvited => Some("letter-note-host"),
        Kind::HostAccepted | Kind::HostDeclined | Kind::Left | Kind::Cancelled | Kind::CertificateIssued | Kind::Materials => {
            None
        }
        Kind::Evaluate => Some("letter-note-evaluate"),
        Kind::Waiting => Some("letter-note-waiting"),
        Kind::Moved if !to.is_seated() => Some("letter-note-waiting"),
        Kind::Registered | Kind::Promoted | Kind::Moved | Kind::Reminder(_) => Some("letter-note-leave"),
    }
}
