//! What people are told about a warning, in the product and by mail, each thing once for ever. Decides nothing about who.

use directory::lookup::{self, Person};
use kernel::{
    App, Outcome,
    db::Tx,
    mail::{self, Letter},
};
use ui::{Lang, Tongue};

use crate::{
    activity::draft::one_line,
    notice::{
        model::Details,
        queries::{NewNotice, add},
    },
    warning::model::Warning,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Published,
    /// To those who have not confirmed, before the last day.
    Reminder,
    Withdrawn,
}

impl Kind {
    /// The last part of the Fluent keys about it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Published => "warning-published",
            Kind::Reminder => "warning-reminder",
            Kind::Withdrawn => "warning-withdrawn",
        }
    }
}

/// Two statements, whatever the number of people.
pub(crate) async fn send(app: &App, tx: &mut Tx, (warning, kind): (&Warning, Kind), people: &[Person]) -> Outcome<()> {
    if people.is_empty() {
        return Ok(());
    }
    let agency = lookup::agency(app.db(), &warning.agency_id).await?;
    let key = format!("{}:{}", kind.name(), warning.id);
    let details = Details {
        by: agency.short_name,
        title: warning.words.title.clone(),
        href: format!("/peringatan/{}", warning.id),
        reason: if kind == Kind::Withdrawn { warning.withdraw_reason.clone().unwrap_or_default() } else { String::new() },
        ..Details::default()
    };
    let notice = |it| NewNotice { person_id: it, activity_id: None, kind: kind.name(), key: &key, details: &details };
    let notices: Vec<NewNotice<'_>> = people.iter().map(|it| notice(it.id.as_str())).collect();
    add(tx, app.now(), &notices).await?;
    let writer = Writer { app, warning, kind, details: &details, key: &key, t: Tongue::of(Lang::Id) };
    let letters: Vec<Letter> = people.iter().filter_map(|it| writer.letter(it)).collect();
    mail::post(tx, app.now(), &letters).await
}

struct Writer<'a> {
    app: &'a App,
    warning: &'a Warning,
    kind: Kind,
    details: &'a Details,
    key: &'a str,
    t: Tongue,
}

impl Writer<'_> {
    /// Nothing for people without an address.
    fn letter(&self, person: &Person) -> Option<Letter> {
        let (t, settings) = (self.t, self.app.settings());
        let to = person.mail.clone().filter(|it| !it.is_empty())?;
        let mut parts = vec![
            t.fill("letter-greeting", "name", one_line(&person.full_name)),
            t.fill(&format!("letter-lead-{}", self.kind.name()), "by", &self.details.by),
            one_line(&self.warning.words.title),
        ];
        match self.kind {
            Kind::Withdrawn => parts.push(t.fill("letter-reason", "reason", one_line(&self.details.reason))),
            _ => parts.extend(
                self.warning.read_by.map(|it| t.fill("letter-warning-read-by", "day", t.date_full(it, self.warning.zone))),
            ),
        }
        parts.push(t.fill("letter-link-warning", "address", settings.absolute(&self.details.href)));
        parts.push(t.fill("letter-footer", "address", &settings.base_url));
        Some(Letter {
            key: format!("education/{}/{}", self.key, person.id),
            to,
            to_name: one_line(&person.full_name),
            subject: t.fill(&format!("letter-subject-{}", self.kind.name()), "title", one_line(&self.warning.words.title)),
            text: parts.join("\n\n") + "\n",
            calendar: None,
        })
    }
}
