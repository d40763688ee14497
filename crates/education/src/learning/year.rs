//! A person's year: their certificates, what each counts, and the target. Loads and adds up; shows nothing.

use crowd::together::{Reading, Together};
use directory::lookup::{self, Person};
use jiff::civil::{Time, date};
use kernel::{App, Db, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Tongue, Zone};

use super::{
    counting::{Counted, Learned, Less, count},
    rules::Rules,
};
use crate::certificate::{
    model::{Certificate, Role},
    queries::{held, held_by},
};

/// More than anybody has in a year, and as many as a transcript holds.
const MOST: i64 = 2_000;

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Year {
    pub(crate) year: i16,
    /// JP that count.
    pub(crate) hours: i64,
    /// JP owed; none for people without a NIP or NI PPPK.
    pub(crate) target: Option<i64>,
    /// Newest first.
    pub(crate) entries: Vec<Entry>,
    /// In the order of the regulation; only those with hours that count.
    pub(crate) forms: Vec<OfForm>,
}

/// A certificate and what it adds.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Entry {
    pub(crate) certificate_id: String,
    pub(crate) number: String,
    pub(crate) title: String,
    /// Short names.
    pub(crate) organisers: Vec<String>,
    pub(crate) role: Role,
    pub(crate) form: String,
    /// Epoch milliseconds.
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) zone: Zone,
    /// JP that the certificate says.
    pub(crate) jp: i64,
    pub(crate) counted: Counted,
    pub(crate) withdraw_reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OfForm {
    pub(crate) form: String,
    pub(crate) hours: i64,
}

/// Begins and ends at midnight of the person's own zone.
pub(crate) async fn load(db: &Db, person_id: &str, year: i16, zone: Zone) -> Outcome<(Person, Year)> {
    let person = lookup::people(db, &[person_id.to_owned()]).await?.remove(person_id).ok_or(kernel::Failure::NotFound)?;
    let span = (start_of(year, zone), start_of(year + 1, zone));
    let certificates = held(db, person_id, span, MOST).await?;
    let target = Rules::of(year).target(lookup::kind_of_number(person.nip.as_deref()));
    Ok((person, added_up(year, zone, target, certificates)))
}

/// A person, a year, and where it begins and ends.
type Wanted = (String, i16, Zone);
struct Years(Together<Wanted, Year>);

/// As [`load`], in two statements for all who ask at once; nothing for those who are unknown.
pub(crate) async fn shared(app: &App, person_id: &str, year: i16, zone: Zone) -> Outcome<Option<Year>> {
    app.kept(|app| Years(Together::read_by(app, years))).0.of((person_id.to_owned(), year, zone)).await
}

fn years<'a>(app: &'a App, wanted: &'a [Wanted]) -> Reading<'a, Wanted, Year> {
    Box::pin(async move {
        let ids: Vec<String> = wanted.iter().map(|it| it.0.clone()).collect();
        let people = lookup::people(app.db(), &ids).await?;
        let spans = wanted.iter().map(|it| (start_of(it.1, it.2), start_of(it.1 + 1, it.2)));
        let whole = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default();
        let held = held_by(app.db(), &ids, whole).await?;
        let of = |(id, year, zone): &Wanted| {
            let person = people.get(id)?;
            let span = start_of(*year, *zone)..start_of(year + 1, *zone);
            let own = held.iter().filter(|it| it.person_id.as_ref() == Some(id) && span.contains(&it.starts_at)).cloned();
            let target = Rules::of(*year).target(lookup::kind_of_number(person.nip.as_deref()));
            Some(((id.clone(), *year, *zone), added_up(*year, *zone, target, own.collect())))
        };
        Ok(wanted.iter().filter_map(of).collect())
    })
}

fn start_of(year: i16, zone: Zone) -> i64 {
    zone.moment(date(year, 1, 1), Time::midnight())
}

fn added_up(year: i16, zone: Zone, target: Option<i64>, certificates: Vec<Certificate>) -> Year {
    let rules = Rules::of(year);
    let learned: Vec<Learned> = certificates.iter().map(learned).collect();
    let counted = count(rules, zone, &learned);
    let entries: Vec<Entry> = certificates.into_iter().zip(counted).map(|(it, counted)| entry(it, counted)).collect();
    let of = |name: &str| entries.iter().filter(|it| it.form == name).map(|it| it.counted.hours).sum();
    let known = rules.forms.iter().map(|it| OfForm { hours: of(&it.name), form: it.name.clone() });
    Year {
        year,
        hours: entries.iter().map(|it| it.counted.hours).sum(),
        target,
        forms: known.filter(|it| it.hours > 0).collect(),
        entries,
    }
}

fn learned(it: &Certificate) -> Learned {
    Learned {
        certificate_id: it.id.clone(),
        activity_id: it.activity_id.clone(),
        form: it.form.clone(),
        starts_at: it.starts_at,
        ends_at: it.ends_at,
        hours: it.jp,
        is_withdrawn: !it.stands(),
    }
}

fn entry(it: Certificate, counted: Counted) -> Entry {
    Entry {
        certificate_id: it.id,
        number: it.number,
        title: it.title,
        organisers: it.organisers,
        role: it.role,
        form: it.form,
        starts_at: it.starts_at,
        ends_at: it.ends_at,
        zone: it.zone,
        jp: it.jp,
        counted,
        withdraw_reason: it.withdraw_reason,
    }
}

impl Year {
    /// JP still owed.
    pub(crate) fn missing(&self) -> i64 {
        self.target.map_or(0, |it| (it - self.hours).max(0))
    }

    /// "12 dari 20 JP", or "12 JP" without a target.
    pub(crate) fn said(&self, t: &Tongue) -> String {
        match self.target {
            Some(target) => t.with("done", t.number(self.hours)).with("all", t.number(target)).say("learning-of-target"),
            None => t.fill("learning-hours", "n", t.number(self.hours)),
        }
    }

    /// "Target tercapai" or "Kurang 8 JP"; nothing without a target.
    pub(crate) fn owed(&self, t: &Tongue) -> String {
        match (self.target, self.missing()) {
            (None, _) => String::new(),
            (Some(_), 0) => t.say("learning-target-met").to_owned(),
            (Some(_), missing) => t.fill("learning-missing", "n", t.number(missing)),
        }
    }

    /// The same as a bar of units.
    pub(crate) fn bar(&self, t: &Tongue) -> Option<ui::Markup> {
        let target = self.target?;
        Some(ui::chart::parts(self.hours as u32, target as u32, &self.said(t)))
    }
}

impl Entry {
    /// Why it counts less than the certificate says; empty if it does not.
    pub(crate) fn why(&self, t: &Tongue) -> String {
        match self.counted.less {
            None => String::new(),
            Some(Less::Withdrawn) => t.say("learning-less-withdrawn").to_owned(),
            Some(Less::SameActivity) => t.say("learning-less-same").to_owned(),
            Some(Less::MostPerDay(most)) => t.fill("learning-less-day", "n", t.number(most)),
            Some(Less::MostPerMonth(most)) => t.fill("learning-less-month", "n", t.number(most)),
        }
    }

    pub(crate) fn is_withdrawn(&self) -> bool {
        self.counted.less == Some(Less::Withdrawn)
    }
}
