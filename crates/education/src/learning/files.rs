//! A person's year to keep and to enter elsewhere: transcript as PDF, table as CSV and spreadsheet.

use std::collections::HashMap;

use axum::{extract::Query, response::Response};
use directory::lookup::Person;
use document::Transcript;
use kernel::{
    Ask, Failure, Outcome,
    sheet::{Csv, xlsx},
    web::attachment,
};
use ui::{Frame, Tongue, Zone};

use super::{
    pages::asked_year,
    year::{self, Entry, Year},
};

/// What the personnel system asks for each certificate, in its order.
const COLUMNS: [&str; 8] = [
    "learning-column-form",
    "learning-column-title",
    "learning-column-organiser",
    "learning-column-number",
    "learning-column-start",
    "learning-column-end",
    "learning-column-year",
    "learning-column-jp",
];

type Wanted = Query<HashMap<String, String>>;

pub(crate) async fn csv(ask: Ask, query: Wanted) -> Outcome<Response> {
    let (t, _, _, it) = load(&ask, &query).await?;
    let mut sheet = Csv::new(Vec::new(), &COLUMNS.map(|it| t.say(it)))?;
    for row in rows(t, &it) {
        sheet.row(&row)?;
    }
    Ok(attachment(&format!("pembelajaran-{}.csv", it.year), "text/csv; charset=utf-8", sheet.finish()?))
}

pub(crate) async fn spreadsheet(ask: Ask, query: Wanted) -> Outcome<Response> {
    let (t, _, _, it) = load(&ask, &query).await?;
    let name = format!("pembelajaran-{}.xlsx", it.year);
    let making = move || xlsx(t.say("learning-title"), &COLUMNS.map(|it| t.say(it)), rows(t, &it));
    let file = tokio::task::spawn_blocking(making).await.map_err(Failure::broken)?.map_err(Failure::broken)?;
    Ok(attachment(&name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file))
}

pub(crate) async fn document(ask: Ask, query: Wanted) -> Outcome<Response> {
    let (t, zone, person, it) = load(&ask, &query).await?;
    let press = crate::press::of(&ask.app)?;
    let file = press.transcript(transcript(t, zone, &person, (&it, ask.now()))).await.map_err(Failure::broken)?;
    Ok(attachment(&format!("pembelajaran-{}.pdf", it.year), "application/pdf", file))
}

async fn load(ask: &Ask, query: &Wanted) -> Outcome<(Tongue, Zone, Person, Year)> {
    let frame = Frame::of(ask);
    let (person, it) = year::load(ask.db(), &ask.actor()?.id, asked_year(ask, query), frame.zone).await?;
    Ok((frame.t, frame.zone, person, it))
}

/// Withdrawn ones are nothing to enter anywhere.
fn rows(t: Tongue, it: &Year) -> Vec<Vec<String>> {
    let standing = it.entries.iter().rev().filter(|it| !it.is_withdrawn());
    let cells = |entry: &Entry| {
        vec![
            t.name("form", &entry.form).to_owned(),
            entry.title.clone(),
            entry.organisers.join(", "),
            entry.number.clone(),
            t.date_short(entry.starts_at, entry.zone),
            t.date_short(entry.ends_at, entry.zone),
            it.year.to_string(),
            entry.counted.hours.to_string(),
        ]
    };
    standing.map(cells).collect()
}

fn transcript(t: Tongue, zone: Zone, person: &Person, (it, now): (&Year, i64)) -> Transcript {
    Transcript {
        language: t.lang().code().to_owned(),
        heading: t.fill("learning-transcript-of", "year", it.year),
        person: document::Person {
            name: person.full_name.clone(),
            number: person.nip.as_ref().map(|it| format!("NIP {it}")),
            rank: None,
            position: Some(person.position.clone()).filter(|it| !it.is_empty()),
            agency: Some(person.agency_name.clone()),
        },
        entries: it.entries.iter().rev().map(|it| line(t, it)).collect(),
        total: t.fill("learning-hours", "n", t.number(it.hours)),
        target: match it.target {
            Some(target) => {
                t.with("target", t.number(target)).with("owed", it.owed(&t).to_lowercase()).say("learning-transcript-target")
            }
            None => String::new(),
        },
        note: t.fill("learning-transcript-note", "when", t.date_long(now, zone)),
        verification: None,
        issued: zone.civil(now).date(),
    }
}

fn line(t: Tongue, it: &Entry) -> document::Entry {
    let why = it.why(&t);
    document::Entry {
        activity: if why.is_empty() { it.title.clone() } else { format!("{} ({why})", it.title) },
        organiser: it.organisers.join(", "),
        number: it.number.clone(),
        date: t.date_range(it.starts_at, it.ends_at, it.zone),
        hours: t.number(it.counted.hours),
    }
}
