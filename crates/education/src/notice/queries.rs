//! Every statement about notices, and about the registrations that news is for.

use crowd::together::{Reading, Together, gathered};
use kernel::{
    App, Db, Outcome,
    db::{Row, Tx},
};
use serde_json::json;

use super::model::Details;
use crate::activity::queries::list;

pub(crate) const ALL: &[&str] = &[ADD, NOTICES, COUNT_UNREAD, NEWEST_UNREAD, READ_ONE, READ_UNTIL, ENTRIES_AFTER, ENTRIES, AHEAD];

const ADD: &str = "
    insert into education_notice (id, person_id, activity_id, kind, key, details, made_at)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, $1 from json_each($2) where true
    on conflict (person_id, key) do nothing";

/// A notice to be kept for one person.
pub(crate) struct NewNotice<'a> {
    pub(crate) person_id: &'a str,
    /// Absent when it is about something else, which the details name.
    pub(crate) activity_id: Option<&'a str>,
    pub(crate) kind: &'static str,
    pub(crate) key: &'a str,
    pub(crate) details: &'a Details,
}

pub(crate) async fn add(tx: &mut Tx, now: i64, notices: &[NewNotice<'_>]) -> Outcome<()> {
    if notices.is_empty() {
        return Ok(());
    }
    let row = |it: &NewNotice<'_>| {
        let details = serde_json::to_string(it.details)?;
        Ok(json!([kernel::id::fresh(), it.person_id, it.activity_id, it.kind, it.key, details]))
    };
    let rows = notices.iter().map(row).collect::<Outcome<Vec<_>>>()?;
    tx.run(ADD, [now.into(), json!(rows).into()]).await.map(drop)
}

/// A notice as it is kept, with the title that its activity has now, or that the details give.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    pub(crate) id: String,
    pub(crate) activity_id: Option<String>,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) details: Details,
    pub(crate) made_at: i64,
    pub(crate) read_at: Option<i64>,
}

const NOTICES: &str = "
    select n.*, a.title from education_notice n left join education_activity a on a.id = n.activity_id
     where n.person_id = $1 and ($2 = '' or n.id < $3) order by n.id desc limit $4";
/// $1 people, $2 how many of each. `cross join` has SQLite begin with the people instead of with everything that nobody has read.
const NEWEST_UNREAD: &str = "
    select n.*, a.title, u.unread
      from (select m.id, row_number() over (partition by m.person_id order by m.id desc) as r_row,
                   count(*) over (partition by m.person_id) as unread
              from json_each($1) k cross join education_notice m
             where m.person_id = k.value ->> 0 and m.read_at is null) u
      join education_notice n on n.id = u.id
      left join education_activity a on a.id = n.activity_id
     where u.r_row <= $2 order by n.person_id, u.r_row";

/// The newest before an id, or the newest of all.
pub(crate) async fn notices(db: &Db, person_id: &str, before: &str, most: i64) -> Outcome<Vec<Notice>> {
    db.all(NOTICES, [person_id.into(), before.into(), before.into(), most.into()], notice).await
}

/// The newest few that somebody has not read, and how many there are.
#[derive(Clone, Default)]
pub(crate) struct Unread {
    pub(crate) newest: Vec<Notice>,
    pub(crate) count: i64,
}

const FEW: i64 = 5;
struct UnreadOf(Together<String, Unread>);

/// One statement for all who ask at once.
pub(crate) async fn unread(app: &App, person_id: &str) -> Outcome<Unread> {
    Ok(app.kept(|app| UnreadOf(Together::read_by(app, unread_of))).0.of(person_id).await?.unwrap_or_default())
}

fn unread_of<'a>(app: &'a App, people: &'a [String]) -> Reading<'a, String, Unread> {
    Box::pin(async move {
        let read = |row: &Row| Ok((row.get("person_id")?, (notice(row)?, row.get("unread")?)));
        let found: Vec<(String, (Notice, i64))> = app.db().all(NEWEST_UNREAD, [list(people), FEW.into()], read).await?;
        let unread = gathered(found).into_iter().map(|(person_id, rows)| {
            let count = rows.first().map_or(0, |it| it.1);
            (person_id, Unread { newest: rows.into_iter().map(|it| it.0).collect(), count })
        });
        Ok(unread.collect())
    })
}

fn notice(row: &Row) -> Outcome<Notice> {
    let details: Details = serde_json::from_str(&row.get::<String>("details")?)?;
    Ok(Notice {
        id: row.get("id")?,
        activity_id: row.get("activity_id")?,
        title: row.get::<Option<String>>("title")?.unwrap_or_else(|| details.title.clone()),
        kind: row.get("kind")?,
        details,
        made_at: row.get("made_at")?,
        read_at: row.get("read_at")?,
    })
}

const COUNT_UNREAD: &str = "select count(*) as n from education_notice where person_id = $1 and read_at is null";
const READ_ONE: &str = "update education_notice set read_at = coalesce(read_at, $1) where id = $2 and person_id = $3";
const READ_UNTIL: &str = "update education_notice set read_at = $1 where person_id = $2 and read_at is null and id <= $3";

pub(crate) async fn count_unread(db: &Db, person_id: &str) -> Outcome<i64> {
    db.one(COUNT_UNREAD, [person_id.into()], |row| row.get("n")).await
}

/// Answers false when this person has no such notice.
pub(crate) async fn read_one(tx: &mut Tx, person_id: &str, id: &str, now: i64) -> Outcome<bool> {
    Ok(tx.run(READ_ONE, [now.into(), id.into(), person_id.into()]).await? == 1)
}

/// What came after `id` stays unread: nobody has seen it yet.
pub(crate) async fn read_until(tx: &mut Tx, person_id: &str, id: &str, now: i64) -> Outcome<()> {
    tx.run(READ_UNTIL, [now.into(), person_id.into(), id.into()]).await.map(drop)
}

/// A registration, as far as telling needs it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) id: String,
    /// Absent for guests.
    pub(crate) person_id: Option<String>,
    pub(crate) guest_name: Option<String>,
    pub(crate) guest_mail: Option<String>,
    pub(crate) ticket: String,
    /// Drawn anew when somebody comes back.
    pub(crate) number: i64,
    pub(crate) registered_at: i64,
    pub(crate) seated_at: Option<i64>,
    pub(crate) cancelled_at: Option<i64>,
    pub(crate) cancelled_by: Option<String>,
    pub(crate) cancel_reason: Option<String>,
}

impl Entry {
    pub(crate) fn is_seated(&self) -> bool {
        self.seated_at.is_some() && self.cancelled_at.is_none()
    }

    pub(crate) fn is_waiting(&self) -> bool {
        self.seated_at.is_none() && self.cancelled_at.is_none()
    }
}

const ENTRIES_AFTER: &str = "
    select * from education_registration
     where activity_id = $1 and number > $2 and cancelled_at is null order by number limit $3";
const ENTRIES: &str = "
    select * from education_registration where id in (select value ->> 0 from json_each($1)) and activity_id = $2 order by number";
const AHEAD: &str = "
    select count(*) as n from education_registration
     where activity_id = $1 and number < $2 and seated_at is null and cancelled_at is null";

/// Seated and waiting, a page at a time: those whose number follows `after`.
pub(crate) async fn entries_after(db: &Db, activity_id: &str, after: i64, most: i64) -> Outcome<Vec<Entry>> {
    db.all(ENTRIES_AFTER, [activity_id.into(), after.into(), most.into()], entry).await
}

/// These registrations of the activity, by number.
pub(crate) async fn entries(db: &Db, activity_id: &str, ids: &[String]) -> Outcome<Vec<Entry>> {
    db.all(ENTRIES, [list(ids), activity_id.into()], entry).await
}

/// How many wait with a smaller number.
pub(crate) async fn ahead(db: &Db, activity_id: &str, number: i64) -> Outcome<i64> {
    db.one(AHEAD, [activity_id.into(), number.into()], |row| row.get("n")).await
}

fn entry(row: &Row) -> Outcome<Entry> {
    Ok(Entry {
        id: row.get("id")?,
        person_id: row.get("person_id")?,
        guest_name: row.get("guest_name")?,
        guest_mail: row.get("guest_mail")?,
        ticket: row.get("ticket")?,
        number: row.get("number")?,
        registered_at: row.get("registered_at")?,
        seated_at: row.get("seated_at")?,
        cancelled_at: row.get("cancelled_at")?,
        cancelled_by: row.get("cancelled_by")?,
        cancel_reason: row.get("cancel_reason")?,
    })
}
