//! The attendance list as CSV, sent while it is read, and as a spreadsheet file.

use axum::{body::Body, extract::Path, response::Response};
use futures_util::stream;
use kernel::{
    Ask, Db, Failure, Outcome,
    sheet::{Csv, Written, xlsx},
    web::attachment,
};
use ui::{Frame, Tongue};

use super::rows::{Filter, Reading, RollRow};
use crate::{activity::load, attendance::named::Numbers};

const BATCH: i64 = 1_000;
/// Rows that a spreadsheet holds.
const MOST_ROWS: usize = 1_000_000;
const COLUMNS: [&str; 8] = [
    "attendance-column-number",
    "attendance-column-name",
    "attendance-column-nip",
    "attendance-column-agency",
    "attendance-column-verdict",
    "attendance-minutes-heading",
    "attendance-column-percent",
    "attendance-evidence",
];

pub(crate) async fn csv(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    load::editable(&ask, &id).await?;
    let t = Frame::of(&ask).t;
    let written = Written::default();
    let sheet = Csv::new(written.clone(), &header(t))?;
    let export = Export { db: ask.db().reports(), activity_id: id.clone(), after: 0, line: 0, t };
    let parts = stream::try_unfold(Some((export, sheet)), move |state| {
        let written = written.clone();
        async move {
            match state {
                Some((export, sheet)) => part(export, sheet).await.map(|next| Some((written.take(), next))),
                None => Ok::<_, Failure>(None),
            }
        }
    });
    Ok(attachment(&format!("daftar-hadir-{id}.csv"), "text/csv; charset=utf-8", Body::from_stream(parts)))
}

/// Writes the next batch; answers nothing to go on with after the last.
async fn part(mut export: Export, mut sheet: Csv<Written>) -> Outcome<Option<(Export, Csv<Written>)>> {
    let rows = export.next().await?;
    if rows.is_empty() {
        sheet.finish()?;
        return Ok(None);
    }
    for row in rows {
        sheet.row(&row)?;
    }
    Ok(Some((export, sheet)))
}

pub(crate) async fn spreadsheet(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    load::editable(&ask, &id).await?;
    let t = Frame::of(&ask).t;
    let mut export = Export { db: ask.db().reports(), activity_id: id.clone(), after: 0, line: 0, t };
    let mut rows = Vec::new();
    loop {
        let batch = export.next().await?;
        if batch.is_empty() || rows.len() >= MOST_ROWS {
            break;
        }
        rows.extend(batch);
    }
    let making = tokio::task::spawn_blocking(move || xlsx(t.say("attendance-roll"), &header(t), rows));
    let file = making.await.map_err(Failure::broken)?.map_err(Failure::broken)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(attachment(&format!("daftar-hadir-{id}.xlsx"), kind, file))
}

/// Where reading the list has come to.
struct Export {
    db: Db,
    activity_id: String,
    /// The last registration's number.
    after: i64,
    line: u64,
    t: Tongue,
}

impl Export {
    /// The next rows as cells; none at the end.
    async fn next(&mut self) -> Outcome<Vec<Vec<String>>> {
        let reading = Reading { db: &self.db, activity_id: &self.activity_id, numbers: Numbers::InFull };
        let rows = reading.rows(Filter::All, (self.after, BATCH)).await?;
        self.after = rows.last().map_or(self.after, |it| it.number);
        Ok(rows.iter().map(|it| self.cells(it)).collect())
    }

    fn cells(&mut self, row: &RollRow) -> Vec<String> {
        self.line += 1;
        let of_count =
            |cell: fn(&Tongue, &crate::attendance::model::Count) -> String| row.count.as_ref().map(|it| cell(&self.t, it));
        vec![
            self.line.to_string(),
            row.person.name.clone(),
            row.person.nip.clone(),
            row.person.agency.clone(),
            row.verdict(&self.t).to_owned(),
            of_count(|_, it| it.minutes.to_string()).unwrap_or_default(),
            of_count(|t, it| t.percent(it.share as f64 / 1000.0)).unwrap_or_default(),
            row.kinds(&self.t),
        ]
    }
}

fn header(t: Tongue) -> [&'static str; 8] {
    COLUMNS.map(|it| t.say(it))
}
