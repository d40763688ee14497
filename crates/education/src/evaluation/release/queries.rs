//! Every statement about waiting answers, and the counts that they become.

use std::collections::BTreeMap;

use kernel::{
    Outcome,
    db::{Row, Tx, Value},
};
use serde_json::json;

use super::Given;
use crate::{
    activity::queries::list,
    evaluation::{
        model::{Answers, Counts, DEFAULT_FORM, DEFAULT_TABLE, Evaluation, FEWEST},
        queries::read_evaluation,
    },
};

pub(crate) const ALL: &[&str] = &[BEGIN, HOLD, WAITING, FORGET, TALLY, KEEP_WORDS, SHOW, SHOWN, KEEP_INDEX];

const BEGIN: &str = "
    insert into education_evaluation (activity_id, form_id, table_id) values ($1, $2, $3) on conflict do nothing";
const HOLD: &str = "update education_evaluation set answers = answers where activity_id = $1 returning *";

/// The evaluation as it stands, held until the transaction ends.
pub(in crate::evaluation) async fn hold(tx: &mut Tx, activity_id: &str) -> Outcome<Evaluation> {
    tx.run(BEGIN, [activity_id.into(), DEFAULT_FORM.into(), DEFAULT_TABLE.into()]).await?;
    tx.one(HOLD, [activity_id.into()], read_evaluation).await
}

/// Opened in one transaction.
pub(super) const AT_ONCE: usize = 20_000;
const WAITING: &str = "select id, body from education_evaluation_sealed where activity_id = $1 order by id limit $2";
const FORGET: &str = "delete from education_evaluation_sealed where id in (select value ->> 0 from json_each($1))";

/// Ids and sealed answers.
pub(super) async fn waiting(tx: &mut Tx, activity_id: &str) -> Outcome<Vec<(String, String)>> {
    tx.all(WAITING, [activity_id.into(), (AT_ONCE as i64).into()], |row| Ok((row.get("id")?, row.get("body")?))).await
}

pub(super) async fn forget(tx: &mut Tx, ids: &[String]) -> Outcome<()> {
    tx.run(FORGET, [list(ids)]).await.map(drop)
}

const TALLY: &str = "
    insert into education_evaluation_tally (activity_id, kind, subject, ones, twos, threes, fours)
    select $1, value ->> 0, value ->> 1, cast(value ->> 2 as bigint), cast(value ->> 3 as bigint), cast(value ->> 4 as bigint),
           cast(value ->> 5 as bigint)
      from json_each($2) where true
    on conflict (activity_id, kind, subject) do update set ones = education_evaluation_tally.ones + excluded.ones,
           twos = education_evaluation_tally.twos + excluded.twos, threes = education_evaluation_tally.threes + excluded.threes,
           fours = education_evaluation_tally.fours + excluded.fours";

/// Adds answers to the counts; nothing else of them is kept.
pub(super) async fn tally(tx: &mut Tx, activity_id: &str, answers: &[Answers]) -> Outcome<()> {
    let given = answers.iter().flat_map(|it| it.values.iter().map(|(kind, subject, value)| (*kind, subject.as_str(), *value)));
    let rows: Vec<_> =
        counted(given).into_iter().map(|((kind, subject), [a, b, c, d])| json!([kind, subject, a, b, c, d])).collect();
    tx.run(TALLY, [activity_id.into(), json!(rows).into()]).await.map(drop)
}

fn counted<'a>(given: impl Iterator<Item = Given<'a>>) -> BTreeMap<(&'static str, &'a str), [i64; 4]> {
    let mut counts: BTreeMap<_, [i64; 4]> = BTreeMap::new();
    for (kind, subject, value) in given {
        if let Some(count) = counts.entry((kind.name(), subject)).or_default().get_mut(usize::from(value).wrapping_sub(1)) {
            *count += 1;
        }
    }
    counts
}

const KEEP_WORDS: &str = "
    insert into education_evaluation_remark (activity_id, id, words) select $1, value ->> 0, value ->> 1 from json_each($2)";

pub(super) async fn keep_words(tx: &mut Tx, activity_id: &str, answers: &[Answers]) -> Outcome<()> {
    let words = answers.iter().filter(|it| !it.words.is_empty());
    let rows: Vec<_> = words.map(|it| json!([kernel::id::secret(), it.words])).collect();
    tx.run(KEEP_WORDS, [activity_id.into(), json!(rows).into()]).await.map(drop)
}

const SHOW: &str = "
    update education_evaluation_tally set shown_ones = ones, shown_twos = twos, shown_threes = threes, shown_fours = fours
     where activity_id = $1
       and ones + twos + threes + fours - shown_ones - shown_twos - shown_threes - shown_fours >= $2";
const SHOWN: &str = "
    select shown_ones, shown_twos, shown_threes, shown_fours from education_evaluation_tally where activity_id = $1 and kind = 'question'";

/// Shows the counts that have grown by enough answers since they were shown last; the others stay as they were.
pub(super) async fn show(tx: &mut Tx, activity_id: &str) -> Outcome<()> {
    tx.run(SHOW, [activity_id.into(), FEWEST.into()]).await.map(drop)
}

/// The counts of the questions, as they may be seen.
pub(super) async fn shown(tx: &mut Tx, activity_id: &str) -> Outcome<Vec<Counts>> {
    tx.all(SHOWN, [activity_id.into()], read_counts).await
}

pub(in crate::evaluation) fn read_counts(row: &Row) -> Outcome<Counts> {
    Ok(Counts([row.get("shown_ones")?, row.get("shown_twos")?, row.get("shown_threes")?, row.get("shown_fours")?]))
}

const KEEP_INDEX: &str = "
    update education_evaluation set answers = $1, index_hundredths = $2, conversion_hundredths = $3, released_at = $4
     where activity_id = $5";

pub(super) async fn keep_index(
    tx: &mut Tx,
    activity_id: &str,
    (answers, index, conversion): (i64, i64, i64),
    hour: i64,
) -> Outcome<()> {
    let args: [Value; 5] = [answers.into(), index.into(), conversion.into(), hour.into(), activity_id.into()];
    tx.run(KEEP_INDEX, args).await.map(drop)
}
