//! The book of one import: what was read, what came of it, and what is wrong with which row. Written in the transaction of the rows themselves.

use std::collections::HashSet;

use kernel::{
    App, Db, Failure, Outcome,
    db::{Tx, Value},
    id,
};
use serde_json::json;

use super::{
    model::{ImportRequest, Mode, Progress, Remark},
    queries,
    rows::Fault,
};

pub(super) struct Ledger {
    pub(super) progress: Progress,
    /// Rows up to here were counted before the import was interrupted.
    counted: i64,
    refused_lines: HashSet<i64>,
}

/// What came of the rows of one batch.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) created: i64,
    pub(super) changed: i64,
    pub(super) unchanged: i64,
    pub(super) refused: Vec<Complaint>,
    pub(super) warned: Vec<Complaint>,
}

pub(super) struct Complaint {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
    pub(super) faults: Vec<Fault>,
}

impl Ledger {
    /// The book of the same file's interrupted import, or a new one.
    pub(super) async fn open(app: &App, request: &ImportRequest, (digest, rows): (String, i64)) -> Outcome<Ledger> {
        if let Some(progress) = unfinished(app.db(), request, &digest).await? {
            return Ledger::resume(app, progress).await;
        }
        let id = id::fresh();
        let mut tx = app.db().begin().await?;
        tx.run(queries::OPEN, opening(&id, request, (digest, rows), app.now())).await?;
        tx.commit().await?;
        Ledger::resume(app, find(app.db(), &id).await?).await
    }

    /// A rehearsal changes nothing, so nothing tells what it had counted: it begins again.
    pub(super) async fn resume(app: &App, progress: Progress) -> Outcome<Ledger> {
        if progress.mode == Mode::Rehearse && progress.rows_read > 0 {
            let mut tx = app.db().begin().await?;
            tx.run(queries::FORGET_FAULTS, [(&progress.id).into()]).await?;
            tx.run(queries::RESTART, [(&progress.id).into()]).await?;
            tx.commit().await?;
            let progress = find(app.db(), &progress.id).await?;
            return Ok(Ledger { progress, counted: 0, refused_lines: HashSet::new() });
        }
        let refused = app.db().all(queries::REFUSED_LINES, [(&progress.id).into()], |row| row.get("line")).await?;
        Ok(Ledger { counted: progress.rows_read, progress, refused_lines: refused.into_iter().collect() })
    }

    pub(super) fn is_counted(&self, number: i64) -> bool {
        number <= self.counted
    }

    pub(super) fn is_refused(&self, line: u64) -> bool {
        self.refused_lines.contains(&(line as i64))
    }

    pub(super) async fn keep_header(&mut self, app: &App, names: Vec<String>) -> Outcome<()> {
        let mut tx = app.db().begin().await?;
        tx.run(queries::HEADER, [json!(names).into(), (&self.progress.id).into()]).await?;
        tx.commit().await?;
        self.progress.header = names;
        Ok(())
    }

    /// Counts a batch whose last row is `number`. Two that work on one import would count twice: the later is stopped.
    pub(super) async fn note(&mut self, tx: &mut Tx, tally: Tally, number: i64) -> Outcome<()> {
        let before = self.progress.rows_read;
        let it = &mut self.progress;
        it.rows_read = before.max(number);
        it.created += tally.created;
        it.changed += tally.changed;
        it.unchanged += tally.unchanged;
        it.refused += tally.refused.len() as i64;
        let counts = [it.rows_read, it.created, it.changed, it.unchanged, it.refused].map(Value::from);
        let args = counts.into_iter().chain([(&it.id).into(), before.into()]).collect::<Vec<_>>();
        if tx.run(queries::ADVANCE, args).await? == 0 {
            return Err(Failure::Conflict("directory-import-elsewhere"));
        }
        let refused = tally.refused.iter().map(|it| it.row(0));
        let rows: Vec<_> = refused.chain(tally.warned.iter().map(|it| it.row(1))).collect();
        if !rows.is_empty() {
            tx.run(queries::NOTE_FAULTS, [(&self.progress.id).into(), json!(rows).into()]).await?;
        }
        Ok(())
    }

    /// After the last row, or with why there was none.
    pub(super) async fn close(mut self, app: &App, refusal: Option<Fault>) -> Outcome<Progress> {
        let now = app.now();
        let it = &mut self.progress;
        it.done_at = Some(now);
        it.total = Some(it.rows_read);
        it.refusal = refusal.as_ref().map(Remark::from);
        let refusal = it.refusal.as_ref().map(serde_json::to_string).transpose()?;
        let mut tx = app.db().begin().await?;
        tx.run(queries::CLOSE, [now.into(), refusal.into(), it.rows_read.into(), (&it.id).into()]).await?;
        tx.commit().await?;
        Ok(self.progress)
    }
}

pub(crate) async fn find(db: &Db, id: &str) -> Outcome<Progress> {
    db.one(queries::FIND, [id.into()], Progress::read).await
}

/// The import of the same file by the same person that is under way or was interrupted. Rehearsals are never taken up again.
pub(super) async fn unfinished(db: &Db, request: &ImportRequest, digest: &str) -> Outcome<Option<Progress>> {
    if request.mode == Mode::Rehearse {
        return Ok(None);
    }
    let by = request.by.clone().unwrap_or_default();
    db.maybe(queries::UNFINISHED, [request.kind.as_str().into(), digest.into(), by.into()], Progress::read).await
}

pub(super) fn opening(id: &str, request: &ImportRequest, (digest, rows): (String, i64), now: i64) -> [Value; 8] {
    let rehearsed_at = (request.mode == Mode::Rehearse).then_some(now);
    [
        id.into(),
        request.kind.as_str().into(),
        (&request.file_name).into(),
        digest.into(),
        rehearsed_at.into(),
        now.into(),
        (&request.by).into(),
        rows.into(),
    ]
}

impl Complaint {
    fn row(&self, is_warning: i64) -> serde_json::Value {
        let remarks: Vec<Remark> = self.faults.iter().map(Remark::from).collect();
        let cells: Vec<String> = self.cells.iter().map(|it| without_citizens_number(it)).collect();
        json!([self.line, json!(cells).to_string(), json!(remarks).to_string(), is_warning])
    }
}

/// A citizen's number (NIK, 16 digits) is kept nowhere, not even in the report on the row that held it.
fn without_citizens_number(cell: &str) -> String {
    let digits = cell.chars().filter(|letter| letter.is_numeric()).count();
    let run = cell.split(|letter: char| !letter.is_numeric()).map(|run| run.chars().count()).max().unwrap_or(0);
    if digits != 16 && run != 16 {
        return cell.to_owned();
    }
    cell.chars().map(|letter| if letter.is_numeric() { '•' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::without_citizens_number;

    #[test]
    fn a_citizens_number_is_covered_and_a_service_number_is_not() {
        assert_eq!(without_citizens_number("7602010101900901"), "••••••••••••••••");
        assert_eq!(without_citizens_number("76.02.01 010190 0901"), "••.••.•• •••••• ••••");
        assert_eq!(without_citizens_number("Budi (7602010101900901) 12"), "Budi (••••••••••••••••) ••");
        assert_eq!(without_citizens_number("19870514201101190"), "19870514201101190");
    }
}
