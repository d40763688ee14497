//! Every statement about released results.

use std::collections::HashMap;

use crowd::together::{Reading, Together, gathered};
use kernel::{
    App, Db, Outcome,
    clock::DAY,
    db::{Row, Value},
};

use crate::{
    activity::queries::list,
    evaluation::{
        model::{Counts, FEWEST, Kind},
        release::queries::read_counts,
    },
};

pub(crate) const ALL: &[&str] = &[CELLS, WORDS, GIVEN, CHECKED_IN, TREND, SPOKE_AS, SPOKEN, SPEAKER_CELLS];

const CELLS: &str = "select * from education_evaluation_tally where activity_id = $1";

/// The counts as they may be seen, by subject.
pub(super) async fn cells(db: &Db, activity_id: &str) -> Outcome<HashMap<(Kind, String), Counts>> {
    let read = |row: &Row| Ok(((Kind::parse(&row.get::<String>("kind")?), row.get("subject")?), read_counts(row)?));
    Ok(db.all(CELLS, [activity_id.into()], read).await?.into_iter().collect())
}

const WORDS: &str = "select words from education_evaluation_remark where activity_id = $1 order by id limit 1000";

/// What people wrote, in the order of random ids.
pub(super) async fn words(db: &Db, activity_id: &str) -> Outcome<Vec<String>> {
    db.all(WORDS, [activity_id.into()], |row| row.get("words")).await
}

const GIVEN: &str = "select count(*) as n from education_evaluation_token where activity_id = $1";
const CHECKED_IN: &str = "
    select count(distinct registration_id) as n from education_evidence
     where activity_id = $1 and revoked_at is null and kind in ('checkpoint', 'scan')";

/// How many have evaluated, counted or still waiting.
pub(super) async fn given(db: &Db, activity_id: &str) -> Outcome<i64> {
    db.one(GIVEN, [activity_id.into()], |row| row.get("n")).await
}

/// How many attended, as long as the attendance list was not counted.
pub(super) async fn checked_in(db: &Db, activity_id: &str) -> Outcome<i64> {
    db.one(CHECKED_IN, [activity_id.into()], |row| row.get("n")).await
}

const TREND: &str = "
    select a.id, a.title, a.starts_at, v.answers, v.index_hundredths, v.conversion_hundredths
      from education_activity a join education_evaluation v on v.activity_id = a.id
     where a.starts_at < $1 and v.answers >= $2 and v.index_hundredths is not null and a.cancelled_at is null
       and (a.id in (select h.activity_id from education_host h where h.accepted_at is not null
                and h.agency_id in (select value ->> 0 from json_each($3)))
            or (v.is_index_public = 1 and a.listed = 'public' and a.published_at is not null
                and a.id in (select h.activity_id from education_host h where h.accepted_at is not null
                    and h.agency_id in (select value ->> 0 from json_each($4)))))
     order by a.starts_at desc, a.id desc limit 5";

/// An earlier activity with what came of it.
pub(super) struct Earlier {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) starts_at: i64,
    pub(super) answers: i64,
    pub(super) index: i64,
    pub(super) conversion: i64,
}

/// The latest activities before a moment, the latest first: all of some agencies, and of others those whose index everybody may know.
pub(super) async fn trend(db: &Db, (own, others): (&[String], &[String]), before: i64) -> Outcome<Vec<Earlier>> {
    let read = |row: &Row| {
        Ok(Earlier {
            id: row.get("id")?,
            title: row.get("title")?,
            starts_at: row.get("starts_at")?,
            answers: row.get("answers")?,
            index: row.get("index_hundredths")?,
            conversion: row.get("conversion_hundredths")?,
        })
    };
    let args: [Value; 4] = [before.into(), FEWEST.into(), list(own), list(others)];
    db.all(TREND, args, read).await
}

const SPOKE_AS: &str =
    "select name from education_evaluation_speaker where activity_id = $1 and person_id = $2 order by name limit 1";
/// $1 people, $2 since when, $3 how many answers are enough.
const SPOKEN: &str = "
    select * from (
    select s.person_id, a.id, a.title, row_number() over (partition by s.person_id order by a.ends_at desc, a.id desc) as r_row
      from json_each($1) k
      join education_evaluation_speaker s on s.person_id = k.value ->> 0
      join education_activity a on a.id = s.activity_id
     where a.ends_at > $2 and exists (select 1 from education_evaluation_tally t
           where t.activity_id = a.id and t.kind = 'speaker' and t.subject = s.name
             and t.shown_ones + t.shown_twos + t.shown_threes + t.shown_fours >= $3)
    ) spoken where r_row <= 3 order by person_id, r_row";

/// The name under which this person spoke there.
pub(super) async fn spoke_as(db: &Db, activity_id: &str, person_id: &str) -> Outcome<Option<String>> {
    db.maybe(SPOKE_AS, [activity_id.into(), person_id.into()], |row| row.get("name")).await
}

/// Ids and titles of the latest activities at which this person spoke and of which there are results for them.
pub(in crate::evaluation) async fn spoken(app: &App, person_id: &str) -> Outcome<Vec<Titled>> {
    Ok(app.kept(|app| Spoken(Together::read_by(app, spoken_by))).0.of(person_id).await?.unwrap_or_default())
}

/// Id and title.
type Titled = (String, String);
struct Spoken(Together<String, Vec<Titled>>);
const RESULTS_FOR: i64 = 45 * DAY;

fn spoken_by<'a>(app: &'a App, people: &'a [String]) -> Reading<'a, String, Vec<Titled>> {
    let args = [list(people), (app.now() - RESULTS_FOR).into(), FEWEST.into()];
    Box::pin(async move {
        let read = |row: &Row| Ok((row.get("person_id")?, (row.get("id")?, row.get("title")?)));
        Ok(gathered(app.db().all(SPOKEN, args, read).await?))
    })
}

const SPEAKER_CELLS: &str =
    "select subject from education_evaluation_tally where activity_id = $1 and kind = 'speaker' order by subject";

/// Speakers of whom there are counts, also those whom the owners renamed since.
pub(super) async fn rated_speakers(db: &Db, activity_id: &str) -> Outcome<Vec<String>> {
    db.all(SPEAKER_CELLS, [activity_id.into()], |row| row.get("subject")).await
}
