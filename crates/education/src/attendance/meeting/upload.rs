//! Taking a report: read the file, match its rows, keep all of it with its evidence in one transaction, or say what is wrong with it.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, web::Upload};
use sha2::{Digest, Sha256};
use ui::{Errors, Tongue, Zone};

use super::{
    matching::{self, Unplaced},
    model::{KeptRow, service_name},
    pages,
    queries::{self, NewReport},
};
use crate::{
    activity::{draft::one_line, load},
    attendance::{
        ledger::actions::note,
        model::Kind,
        policy::{self, Correctable},
        queries::{Entry, Recording, record},
        recount,
    },
    report::{self, Answers, Argument, DateOrder, DateOrderAnswer, Hint, Refusal, Report, ZoneAnswer},
};

/// What the form says beside the file.
#[derive(Clone, Debug)]
pub(super) struct Choices {
    zone: Zone,
    answers: Answers,
    typed: Vec<(String, String)>,
}

pub(crate) async fn upload(ask: Ask, Path(id): Path<String>, sent: Result<Upload, Failure>) -> Outcome<Response> {
    let proof = policy::correctable(load::editable(&ask, &id).await?, ask.now())?;
    let t = ui::visit::tongue(&ask.visit);
    let sent = match sent {
        Ok(sent) => sent,
        Err(Failure::Invalid(_)) => {
            let errors = one("file", t.say("failure-too-large"));
            return pages::refused(&ask, &proof, Vec::new(), errors).await;
        }
        Err(failure) => return Err(failure),
    };
    let choices = Choices::read(&sent, proof.activity().zone);
    if sent.file_name.is_empty() && sent.content.is_empty() {
        return pages::refused(&ask, &proof, choices.typed, one("file", "attendance-file-required")).await;
    }
    let sha256 = kernel::id::hex(&Sha256::digest(&sent.content));
    if queries::known(ask.db(), &id, &sha256).await?.is_some() {
        return same_again(&ask, &id);
    }
    match read(&sent, &choices, &proof).await? {
        Ok(report) => keep(&ask, &proof, (report, one_line(&sent.file_name)), choices.zone).await,
        Err(refusal) => {
            let errors = said(t, &refusal, proof.activity().zone);
            pages::refused(&ask, &proof, choices.typed, errors).await
        }
    }
}

fn same_again(ask: &Ask, id: &str) -> Outcome<Response> {
    ask.done(&format!("/kegiatan/{id}/laporan-rapat"), "attendance-report-known")
}

fn one(field: &str, message: &str) -> Errors {
    let mut errors = Errors::new();
    errors.add(field, message);
    errors
}

impl Choices {
    fn read(sent: &Upload, own: Zone) -> Choices {
        let date_order = match sent.field("urutan") {
            "hari" => DateOrderAnswer::Is(DateOrder::DayFirst),
            "bulan" => DateOrderAnswer::Is(DateOrder::MonthFirst),
            _ => DateOrderAnswer::Unasked,
        };
        let zone = if sent.field("pasti") == "1" { ZoneAnswer::Confirmed } else { ZoneAnswer::Unasked };
        Choices {
            zone: Zone::parse(sent.field("zona")).unwrap_or(own),
            answers: Answers { date_order, zone },
            typed: sent.fields.clone(),
        }
    }
}

/// Reading is work for a thread of its own: a file may have 20 MB.
async fn read(sent: &Upload, choices: &Choices, proof: &Correctable) -> Outcome<Result<Report, Refusal>> {
    let activity = proof.activity();
    let hint = Hint {
        session_start_ms: activity.starts_at,
        session_end_ms: activity.ends_at,
        zone_offset_minutes: i32::from(choices.zone.hours()) * 60,
    };
    let (content, answers) = (sent.content.clone(), choices.answers);
    let reading = tokio::task::spawn_blocking(move || report::read_answered(&content, hint, answers));
    reading.await.map_err(Failure::broken)
}

async fn keep(ask: &Ask, proof: &Correctable, (report, file_name): (Report, String), zone: Zone) -> Outcome<Response> {
    let (activity_id, now) = (proof.activity().id.as_str(), ask.now());
    let by = ask.actor()?.id.as_str();
    let registered = matching::registered(ask.db(), activity_id).await?;
    let new = new_report(report, file_name, zone);
    let rows = matching::matched(new.rows, registered).await?;
    let new = NewReport { rows, ..new };
    let entries: Vec<Entry> = new.rows.iter().filter_map(|it| matching::evidence(it, Unplaced::Wait)).collect();
    let mut tx = ask.db().begin().await?;
    if !queries::add(&mut tx, proof, &new, (by, now)).await? {
        return same_again(ask, activity_id);
    }
    let recording = Recording { activity_id, kind: Kind::Report, now, by: Some(by), reason: None };
    for entries in entries.chunks(5_000) {
        record(&mut tx, &recording, entries).await?;
    }
    note(ask, &mut tx, proof, ("report-uploaded", &[("file", new.file_name.clone())])).await?;
    recount::plan(&mut tx, activity_id, &new.id, recount::soon(now)).await?;
    tx.commit().await?;
    recount::all(&ask.app, activity_id, &new.id).await?;
    ask.done(&format!("/kegiatan/{activity_id}/laporan-rapat"), "attendance-report-taken")
}

fn new_report(report: Report, file_name: String, zone: Zone) -> NewReport {
    let id = kernel::id::fresh();
    let mut remarks: Vec<(&'static str, Option<u32>)> = report.warnings.iter().map(|it| (it.key(), it.count())).collect();
    for (_, reason) in &report.skipped {
        tally(&mut remarks, reason.key());
    }
    let (waiting, seen): (Vec<_>, Vec<_>) = report.rows.into_iter().partition(|it| it.in_waiting_room);
    waiting.iter().for_each(|_| tally(&mut remarks, "attendance-skipped-waiting-room"));
    let rows: Vec<KeptRow> = seen.into_iter().map(|it| matching::open(&id, it)).collect();
    NewReport {
        sha256: report.sha256,
        service: service_name(report.service),
        file_name,
        zone: zone.name(),
        skipped: (report.skipped.len() + waiting.len()) as i64,
        remarks,
        rows,
        id,
    }
}

fn tally(remarks: &mut Vec<(&'static str, Option<u32>)>, key: &'static str) {
    match remarks.iter_mut().find(|it| it.0 == key) {
        Some((_, Some(count))) => *count += 1,
        _ => remarks.push((key, Some(1))),
    }
}

/// The sentence of a refusal beside the field that answers it; moments with their zone.
fn said(t: Tongue, refusal: &Refusal, own: Zone) -> Errors {
    let (field, zone) = match refusal {
        Refusal::AmbiguousDate { .. } => ("urutan", own),
        Refusal::AnotherZone { given_offset_minutes, .. } => ("zona", of_offset(*given_offset_minutes)),
        _ => ("file", own),
    };
    let mut sentence = t.with("", "");
    for (name, value) in refusal.arguments() {
        let value = match value {
            Argument::Text(text) => text,
            Argument::Number(number) => t.number(number),
            Argument::Moment(at) => t.moment(at, zone),
            Argument::ZoneOffsetMinutes(minutes) => of_offset(minutes).name().to_owned(),
        };
        sentence = sentence.with(name, value);
    }
    one(field, &sentence.say(refusal.key()))
}

fn of_offset(minutes: i32) -> Zone {
    Zone::ALL.into_iter().find(|it| i32::from(it.hours()) * 60 == minutes).unwrap_or_default()
}
