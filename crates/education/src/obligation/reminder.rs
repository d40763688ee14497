//! Tells those who head an office, at half and at three quarters of a period, that nothing is on the way. Offices are told in pages, each a job and
//! a transaction that plans the next; every notice and letter bears a key and is written once for ever.

use directory::lookup::{self, Person};
use kernel::{
    App, Outcome,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
    mail::{self, Letter},
};
use serde::{Deserialize, Serialize};
use ui::{Lang, Tongue};

use super::{
    board::queries::{self, Place, Wanted},
    period::Period,
    rule::{self, model::Rule},
    standing::model::{Standing, State},
};
use crate::{
    activity::draft::one_line,
    notice::{
        model::Details,
        queries::{NewNotice, add},
    },
};

pub(crate) const JOB: JobKind = JobKind { name: "education.obligation-reminder", run };

/// Offices of one page.
const AT_ONCE: i64 = 500;
/// A reminder later than this says nothing that the board does not say better.
const LATEST: i64 = 2 * kernel::clock::DAY;

#[derive(Clone, Serialize, Deserialize)]
struct Reminder {
    obligation_id: String,
    period: i64,
    /// How much of the period is over: 2 or 3 of four quarters.
    quarters: i64,
    /// The last office of the page before.
    after: String,
}

/// Plans both reminders of a period, as far as their day is still to come.
pub(crate) async fn plan(tx: &mut Tx, obligation_id: &str, period: Period, now: i64) -> Outcome<()> {
    for quarters in [2, 3] {
        let run_at = period.quarters_over(quarters);
        if run_at >= now {
            let reminder =
                Reminder { obligation_id: obligation_id.to_owned(), period: period.number, quarters, after: String::new() };
            reminder.plan(tx, Times { run_at, now }).await?;
        }
    }
    Ok(())
}

impl Reminder {
    async fn plan(&self, tx: &mut Tx, times: Times) -> Outcome<()> {
        let key = format!("{}/{}/{}/{}", self.obligation_id, self.period, self.quarters, self.after);
        jobs::plan(tx, JOB.name, &key, self, times).await
    }

    fn kind(&self) -> &'static str {
        if self.quarters == 2 { "obligation-half" } else { "obligation-late" }
    }
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let reminder: Reminder = serde_json::from_str(payload)?;
        let (now, db) = (app.now(), app.db());
        let rule = rule::queries::find(db, &reminder.obligation_id, reminder.period).await?;
        let period = Period::new(rule.rhythm, reminder.period);
        if !rule.holds_in(period) || now > period.quarters_over(reminder.quarters) + LATEST {
            return Ok(());
        }
        let place = Place { obligation_id: &rule.id, period: period.number, node: &rule.branch_id };
        let wanted = Wanted { state: Some(State::None), after: &reminder.after, most: AT_ONCE };
        let idle = queries::rows(db, place, wanted).await?;
        let telling = Telling { reminder: &reminder, rule: &rule, period, app, t: Tongue::of(Lang::Id) };
        let mut tx = db.begin().await?;
        telling.tell(&mut tx, &idle).await?;
        if let (Some(last), true) = (idle.last(), idle.len() as i64 == AT_ONCE) {
            Reminder { after: last.agency_id.clone(), ..reminder.clone() }.plan(&mut tx, Times { run_at: now, now }).await?;
        }
        tx.commit().await?;
        app.ring();
        Ok(())
    })
}

struct Telling<'a> {
    reminder: &'a Reminder,
    rule: &'a Rule,
    period: Period,
    app: &'a App,
    t: Tongue,
}

/// One person about one office.
struct Told {
    person: Person,
    key: String,
    details: Details,
}

impl Telling<'_> {
    async fn tell(&self, tx: &mut Tx, idle: &[Standing]) -> Outcome<()> {
        let offices: Vec<String> = idle.iter().map(|it| it.agency_id.clone()).collect();
        let holders = lookup::holders_at(self.app, &["pimpinan", "pengelola"], &offices).await?;
        let agencies = lookup::agencies(self.app.db(), &offices).await?;
        let told: Vec<Told> = idle
            .iter()
            .filter_map(|it| Some((agencies.get(&it.agency_id)?, holders.get(&it.agency_id)?)))
            .flat_map(|(agency, holders)| heads(holders).map(|it| self.told(it, (&agency.id, &agency.short_name))))
            .collect();
        let notices: Vec<NewNotice<'_>> = told.iter().map(|it| self.notice(it)).collect();
        add(tx, self.app.now(), &notices).await?;
        let letters: Vec<Letter> = told.iter().filter_map(|it| self.letter(it)).collect();
        mail::post(tx, self.app.now(), &letters).await
    }

    fn told(&self, person: &Person, (agency_id, agency): (&str, &str)) -> Told {
        let Reminder { obligation_id, period, quarters, .. } = self.reminder;
        let href = format!("/kewajiban/{obligation_id}?periode={}", self.period.code());
        let details = Details {
            agency_id: agency_id.to_owned(),
            agency: agency.to_owned(),
            title: one_line(&self.rule.terms.name),
            href,
            ..Details::default()
        };
        Told { person: person.clone(), key: format!("obligation:{obligation_id}:{period}:{quarters}:{agency_id}"), details }
    }

    fn notice<'t>(&self, told: &'t Told) -> NewNotice<'t> {
        NewNotice {
            person_id: &told.person.id,
            activity_id: None,
            kind: self.reminder.kind(),
            key: &told.key,
            details: &told.details,
        }
    }

    /// Nothing for people without an address.
    fn letter(&self, told: &Told) -> Option<Letter> {
        let (t, settings) = (self.t, self.app.settings());
        let to = told.person.mail.clone().filter(|it| !it.is_empty())?;
        let kind = self.reminder.kind();
        let lead = t.with("agency", &told.details.agency).with("period", self.period.said(t));
        let draft = format!("/kegiatan/baru?instansi={}", told.details.agency_id);
        let parts = [
            t.fill("letter-greeting", "name", one_line(&told.person.full_name)),
            lead.with("rule", &told.details.title).say(&format!("letter-lead-{kind}")),
            t.fill("letter-link-obligation", "address", settings.absolute(&told.details.href)),
            t.fill("letter-link-draft", "address", settings.absolute(&draft)),
            t.fill("letter-footer", "address", &settings.base_url),
        ];
        Some(Letter {
            key: format!("education/{}/{}", told.key, told.person.id),
            to,
            to_name: one_line(&told.person.full_name),
            subject: t.fill(&format!("letter-subject-{kind}"), "agency", &told.details.agency),
            text: parts.join("\n\n") + "\n",
            calendar: None,
        })
    }
}

/// Those who head the office; whoever coordinates it where nobody does.
fn heads(holders: &[(String, Person)]) -> impl Iterator<Item = &Person> {
    let has_head = holders.iter().any(|it| it.0 == "pimpinan");
    holders.iter().filter(move |it| !has_head || it.0 == "pimpinan").map(|it| &it.1)
}
