//! Setting an evaluation up: change, history, all or nothing.

use std::collections::HashMap;

use axum::{extract::Path, response::Response};
use directory::lookup::{self, Person};
use kernel::{Ask, Outcome, clock::DAY, web::Form as Sent};
use schemars::JsonSchema;
use ui::{Choice, Errors, parse};

use super::{
    pages::{self, LONGEST, Setup, speakers},
    queries,
};
use crate::{
    change::{self, By, Difference},
    evaluation::{
        model::{Evaluation, OPEN_FOR},
        release::{self, queries::hold},
    },
};

/// And `nip-` fields, which the page names.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(crate) struct SettingsForm {
    /// Id of a form; fixed once the evaluation is open.
    formulir: String,
    /// Id of a table of categories.
    tabel: String,
    /// The last day on which answers are taken.
    tutup: String,
    /// "1": the index stands on the activity's page.
    umum: String,
    /// "1": whoever wants a certificate evaluates first.
    sertifikat: String,
}

type Fields = Vec<(String, String)>;
/// Names of speakers and who they are.
type Links = Vec<(String, String)>;

pub(crate) async fn change(ask: Ask, Path(id): Path<String>, Sent(sent): Sent<Fields>) -> Outcome<Response> {
    let setup = pages::setup(&ask, &id).await?;
    let numbers: Vec<String> = speakers(&setup.asked).iter().map(|it| number(&sent, &it.field)).collect();
    let people = lookup::people_by_nip(ask.db(), &numbers).await?;
    let (wanted, links) = match read(&setup, &sent, &people, ask.now()) {
        Ok(read) => read,
        Err(errors) => return pages::refused(&ask, setup, (sent, errors)),
    };
    let by = By::owner(ask.actor()?, setup.proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    let before = hold(&mut tx, &id).await?;
    queries::configure(&mut tx, &setup.proof, &wanted).await?;
    queries::link(&mut tx, &setup.proof, &links).await?;
    if let Some(closes_at) = wanted.closes_at {
        release::plan_end(&mut tx, &id, closes_at, ask.now()).await?;
    }
    change::record(&mut tx, &id, by, "evaluation-set", &differences(&before, &wanted)).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/penilaian/pengaturan"), "evaluation-settings-saved")
}

fn of<'a>(sent: &'a Fields, field: &str) -> &'a str {
    sent.iter().find(|it| it.0 == field).map_or("", |it| it.1.trim())
}

/// A service number without the spaces with which people write it.
fn number(sent: &Fields, field: &str) -> String {
    of(sent, field).chars().filter(|it| !it.is_whitespace()).collect()
}

fn read(setup: &Setup, sent: &Fields, people: &HashMap<String, Person>, now: i64) -> Result<(Evaluation, Links), Errors> {
    let mut errors = Errors::new();
    let chosen = |field: &str, choices: &[Choice], errors: &mut Errors| {
        let known = choices.iter().any(|it| it.value == of(sent, field));
        if !known {
            errors.add(field, "evaluation-choose-one");
        }
        of(sent, field).to_owned()
    };
    let before = &setup.asked.evaluation;
    let has_opened = now >= setup.asked.window.opens_at;
    let form_id = if has_opened { before.form_id.clone() } else { chosen("formulir", &setup.forms, &mut errors) };
    let wanted = Evaluation {
        form_id,
        table_id: chosen("tabel", &setup.tables, &mut errors),
        closes_at: closing(setup, of(sent, "tutup"), now, &mut errors),
        is_index_public: of(sent, "umum") == "1",
        certificate_needs_evaluation: of(sent, "sertifikat") == "1",
        ..before.clone()
    };
    let mut links = Vec::new();
    for it in speakers(&setup.asked) {
        let number = number(sent, &it.field);
        match people.get(&number) {
            Some(person) => links.push((it.name, person.id.clone())),
            None if number.is_empty() => {}
            None => errors.add(it.field, "evaluation-nip-unknown"),
        }
    }
    if errors.is_empty() { Ok((wanted, links)) } else { Err(errors) }
}

/// The midnight after the chosen day; nothing when that is the default.
fn closing(setup: &Setup, typed: &str, now: i64, errors: &mut Errors) -> Option<i64> {
    let activity = &setup.asked.activity;
    let day = errors.take("tutup", parse::date(typed))?;
    let closes_at = activity.zone.moment(day, jiff::civil::Time::midnight()) + DAY;
    if closes_at <= now.max(activity.ends_at) {
        errors.add("tutup", "evaluation-closes-too-early");
    } else if closes_at > activity.ends_at + LONGEST {
        errors.add_with("tutup", "evaluation-closes-too-late", ("n", LONGEST / DAY));
    }
    let default = activity.ends_at + OPEN_FOR;
    let is_default = setup.asked.evaluation.closes_at.is_none() && (closes_at - DAY..closes_at).contains(&default);
    (!is_default).then_some(closes_at)
}

fn differences(before: &Evaluation, after: &Evaluation) -> Vec<Difference> {
    let flag = |it: bool| if it { "✓" } else { "–" }.to_owned();
    let moment = |it: Option<i64>| it.map(|it| it.to_string()).unwrap_or_default();
    let fields = [
        ("evaluation_form", before.form_id.clone(), after.form_id.clone()),
        ("evaluation_table", before.table_id.clone(), after.table_id.clone()),
        ("evaluation_closes_at", moment(before.closes_at), moment(after.closes_at)),
        ("evaluation_public", flag(before.is_index_public), flag(after.is_index_public)),
        ("evaluation_required", flag(before.certificate_needs_evaluation), flag(after.certificate_needs_evaluation)),
    ];
    let changed = fields.into_iter().filter(|it| it.1 != it.2);
    changed.map(|(field, before, after)| Difference { field: field.to_owned(), before, after }).collect()
}
