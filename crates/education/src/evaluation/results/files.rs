//! The results as CSV and as a spreadsheet file: a line for the whole, one for each question and speaker, then words.

use axum::{extract::Path, response::Response};
use kernel::{
    Ask, Failure, Outcome,
    sheet::{Csv, xlsx},
    web::attachment,
};
use ui::{Frame, Tongue};

use super::{
    pages::{Seen, seen},
    view::{Judged, Results, Row},
};

const COLUMNS: [&str; 10] = [
    "evaluation-subject",
    "evaluation-answers",
    "evaluation-index",
    "evaluation-conversion",
    "evaluation-letter",
    "evaluation-category",
    "evaluation-value-1",
    "evaluation-value-2",
    "evaluation-value-3",
    "evaluation-value-4",
];

pub(crate) async fn csv(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let Seen { results, .. } = seen(&ask, &id).await?;
    let t = Frame::of(&ask).t;
    let mut sheet = Csv::new(Vec::new(), &header(t))?;
    for line in lines(t, &results) {
        sheet.row(&line)?;
    }
    Ok(attachment(&format!("penilaian-{id}.csv"), "text/csv; charset=utf-8", sheet.finish()?))
}

pub(crate) async fn spreadsheet(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let Seen { results, .. } = seen(&ask, &id).await?;
    let t = Frame::of(&ask).t;
    let lines = lines(t, &results);
    let making = tokio::task::spawn_blocking(move || xlsx(t.say("evaluation-results"), &header(t), lines));
    let file = making.await.map_err(Failure::broken)?.map_err(Failure::broken)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(attachment(&format!("penilaian-{id}.xlsx"), kind, file))
}

fn header(t: Tongue) -> [&'static str; 10] {
    COLUMNS.map(|it| t.say(it))
}

fn lines(t: Tongue, results: &Results) -> Vec<Vec<String>> {
    let whole = results.judged.as_ref().map(|it| {
        let mut line = vec![t.fill("evaluation-whole", "table", &results.table), results.answers.to_string()];
        line.extend(cells(t, Some(it)));
        line
    });
    let rows = results.rows.iter().map(|it| line(t, it));
    let words = results.words.iter().map(|it| vec![t.say("evaluation-words").to_owned(), it.clone()]);
    whole.into_iter().chain(rows).chain(words).collect()
}

fn line(t: Tongue, row: &Row) -> Vec<String> {
    let answers = row.counts.map_or_else(|| t.say("evaluation-too-few").to_owned(), |it| it.answers().to_string());
    let mut line = vec![row.said.clone(), answers];
    line.extend(cells(t, row.judged.as_ref()));
    line.extend(row.counts.iter().flat_map(|it| it.0.map(|count| count.to_string())));
    line
}

fn cells(t: Tongue, judged: Option<&Judged>) -> Vec<String> {
    let of = |it: &Judged| vec![it.index(&t), it.conversion(&t), it.letter.clone(), it.category.clone()];
    judged.map_or_else(|| vec![String::new(); 4], of)
}
