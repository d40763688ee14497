//! Carries an import from the first row to the last: a batch, its book-keeping and nothing else in one transaction. Knows no kind of row.

use jiff::{Timestamp, tz::TimeZone};
use kernel::{App, Outcome, db::Tx};

use super::{
    agencies::Agencies,
    ledger::{Complaint, Ledger, Tally},
    model::{ImportRequest, Kind, Progress, Source},
    people::People,
    reading::{self, BATCH, FileRow, Line, Piece},
    regions::Regions,
    rows::Fault,
};
use crate::account::acting;

/// Imports a file, or goes on with the same file where it was interrupted. `progress` hears of every batch that is kept.
pub async fn run(app: &App, request: ImportRequest, progress: impl FnMut(&Progress) + Send) -> Outcome<Progress> {
    let weighed = reading::weigh(&request.source).await?;
    let ledger = Ledger::open(app, &request, weighed).await?;
    carry_out(app, ledger, &request.source, progress).await
}

pub(super) async fn carry_out(
    app: &App,
    ledger: Ledger,
    source: &Source,
    progress: impl FnMut(&Progress) + Send,
) -> Outcome<Progress> {
    let scope = scope(app, ledger.progress.started_by.as_deref()).await?;
    let (kind, mode) = (ledger.progress.kind, ledger.progress.mode);
    let is_everywhere = scope.iter().any(|node| node == "*");
    if scope.is_empty() || (kind != Kind::People && !is_everywhere) {
        return ledger.close(app, Some(Fault::new("", "import-not-yours"))).await;
    }
    match kind {
        Kind::Regions => settle_all(app, ledger, source, (Regions::load(app.db(), mode).await?, progress)).await,
        Kind::Agencies => {
            let agencies = Agencies::load(app.db(), mode, ledger.progress.started_by.clone()).await?;
            settle_all(app, ledger, source, (agencies, progress)).await
        }
        Kind::People => {
            let people = People::within(scope, mode, ledger.progress.started_by.clone());
            settle_all(app, ledger, source, (people, progress)).await
        }
    }
}

/// How the rows of one kind are compared with what is there, and kept.
pub(super) trait Settle: Send {
    type Row: FileRow;

    /// Decides about rows and, unless it is a rehearsal, writes them.
    fn settle(&mut self, tx: &mut Tx, lines: Vec<Line<Self::Row>>, now: i64) -> impl Future<Output = Outcome<Settled>> + Send;

    /// Rows that wait for others further down in the file.
    fn waiting(&mut self) -> Vec<Line<Self::Row>> {
        Vec::new()
    }

    /// Nothing more will come: from now on rows are refused that would wait.
    fn wait_no_more(&mut self) {}

    fn header(&mut self, _: &[String]) {}
}

/// A row with what came of it.
pub(super) struct Verdict {
    pub(super) number: i64,
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
    pub(super) fate: Fate,
    pub(super) warnings: Vec<Fault>,
}

pub(super) enum Fate {
    Created,
    Changed,
    Unchanged,
    Refused(Vec<Fault>),
}

pub(super) type Settled = Vec<Verdict>;

/// Where this person, or the operator, may import. Asked again whenever an import goes on.
async fn scope(app: &App, by: Option<&str>) -> Outcome<Vec<String>> {
    let Some(person_id) = by else { return Ok(vec!["*".to_owned()]) };
    let actor = acting(app, person_id).await?;
    let duties = actor.map(|it| it.duties).unwrap_or_default();
    Ok(duties.into_iter().filter(|it| it.kind == "admin").map(|it| it.node).collect())
}

async fn settle_all<S: Settle>(
    app: &App,
    mut ledger: Ledger,
    source: &Source,
    (mut settle, mut progress): (S, impl FnMut(&Progress) + Send),
) -> Outcome<Progress> {
    let today = Timestamp::from_millisecond(app.now()).unwrap_or_default().to_zoned(TimeZone::UTC).date();
    let mut pieces = reading::start::<S::Row>(source, today)?;
    let mut refusal = None;
    while let Some(piece) = pieces.recv().await {
        match piece {
            Piece::Header(names) => {
                settle.header(&names);
                ledger.keep_header(app, names).await?;
            }
            Piece::Lines(lines) => {
                keep_batch(app, &mut ledger, &mut settle, lines).await?;
                progress(&ledger.progress);
            }
            Piece::Refused(fault) => refusal = Some(fault),
        }
    }
    settle_waiting(app, &mut ledger, &mut settle).await?;
    let done = ledger.close(app, refusal).await?;
    progress(&done);
    Ok(done)
}

/// Rows whose parents came later, round by round, until no round helps any more.
async fn settle_waiting<S: Settle>(app: &App, ledger: &mut Ledger, settle: &mut S) -> Outcome<()> {
    let mut waiting = settle.waiting();
    while !waiting.is_empty() {
        let before = waiting.len();
        while !waiting.is_empty() {
            let rest = waiting.split_off(waiting.len().min(BATCH));
            keep_batch(app, ledger, settle, std::mem::replace(&mut waiting, rest)).await?;
        }
        waiting = settle.waiting();
        if waiting.len() == before {
            settle.wait_no_more();
        }
    }
    Ok(())
}

async fn keep_batch<S: Settle>(app: &App, ledger: &mut Ledger, settle: &mut S, lines: Vec<Line<S::Row>>) -> Outcome<()> {
    let last = lines.last().map_or(0, |it| it.number);
    let lines: Vec<_> = lines.into_iter().filter(|it| !ledger.is_counted(it.number) || !ledger.is_refused(it.line)).collect();
    let mut tx = app.db().begin().await?;
    let settled = settle.settle(&mut tx, lines, app.now()).await?;
    let tally = tally(settled, |number| ledger.is_counted(number));
    ledger.note(&mut tx, tally, last).await?;
    tx.commit().await
}

/// Rows that were counted before an interruption come again as unchanged, and are not counted again.
fn tally(settled: Settled, is_counted: impl Fn(i64) -> bool) -> Tally {
    let mut tally = Tally::default();
    for verdict in settled {
        let Verdict { number, line, cells, fate, warnings } = verdict;
        match fate {
            Fate::Created => tally.created += 1,
            Fate::Changed => tally.changed += 1,
            Fate::Unchanged if is_counted(number) => {}
            Fate::Unchanged => tally.unchanged += 1,
            Fate::Refused(faults) => {
                tally.refused.push(Complaint { line, cells, faults });
                continue;
            }
        }
        if !warnings.is_empty() {
            tally.warned.push(Complaint { line, cells, faults: warnings });
        }
    }
    tally
}

impl<T> Line<T> {
    pub(super) fn verdict(self, fate: Fate) -> Verdict {
        Verdict { number: self.number, line: self.line, cells: self.cells, fate, warnings: Vec::new() }
    }

    pub(super) fn refuse(self, fault: Fault) -> Verdict {
        self.verdict(Fate::Refused(vec![fault]))
    }
}
