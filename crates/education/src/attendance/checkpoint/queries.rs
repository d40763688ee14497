//! Every statement about checkpoints.

use kernel::{Db, Outcome, db::Tx};

use crate::{
    activity::model::Activity,
    attendance::{
        model::{Checkpoint, Part},
        policy::Presentable,
    },
};

pub(crate) const ALL: &[&str] = &[OF, OPEN, OPENED, OPEN_FOR, CLOSE, ADD];

const OF: &str = "select * from education_checkpoint where activity_id = $1 order by id desc limit 50";
const OPENED: &str = "select * from education_checkpoint where activity_id = $1 and closed_at is null";
const OPEN_FOR: &str = "
    select a.* from education_registration r
      join education_checkpoint c on c.activity_id = r.activity_id and c.closed_at is null
      join education_activity a on a.id = r.activity_id and a.cancelled_at is null
     where r.person_id = $1 and r.cancelled_at is null and r.seated_at is not null
     order by a.starts_at desc, a.id desc limit 20";
const CLOSE: &str = "
    update education_checkpoint set closed_at = $1, closed_by = $2 where activity_id = $3 and closed_at is null";
const OPEN: &str = "
    insert into education_checkpoint (id, activity_id, kind, opened_at, opened_by) values ($1, $2, $3, $4, $5) on conflict do nothing";
const ADD: &str = "update education_checkpoint set checked_in = checked_in + $1 where id = $2";

/// The latest first.
pub(crate) async fn of(db: &Db, activity_id: &str) -> Outcome<Vec<Checkpoint>> {
    db.all(OF, [activity_id.into()], Checkpoint::read).await
}

/// The one that takes codes now; there is never more than one.
pub(crate) async fn opened(db: &Db, activity_id: &str) -> Outcome<Option<Checkpoint>> {
    db.maybe(OPENED, [activity_id.into()], Checkpoint::read).await
}

/// Activities in which this person has a place and a checkpoint is open.
pub(crate) async fn open_for(db: &Db, person_id: &str) -> Outcome<Vec<Activity>> {
    db.all(OPEN_FOR, [person_id.into()], Activity::read).await
}

/// Who opens or closes, and when.
#[derive(Clone, Copy)]
pub(crate) struct Hand<'a> {
    pub(crate) person_id: &'a str,
    pub(crate) now: i64,
}

/// Closes the one that is open, if any; answers whether there was one.
pub(crate) async fn close(tx: &mut Tx, activity_id: &str, hand: Hand<'_>) -> Outcome<bool> {
    Ok(tx.run(CLOSE, [hand.now.into(), hand.person_id.into(), activity_id.into()]).await? == 1)
}

/// Opens a checkpoint; nothing happens when another owner was faster.
pub(crate) async fn open(tx: &mut Tx, proof: &Presentable, part: Part, hand: Hand<'_>) -> Outcome<()> {
    let activity_id = &proof.activity().id;
    let args = [kernel::id::fresh().into(), activity_id.into(), part.name().into(), hand.now.into(), hand.person_id.into()];
    tx.run(OPEN, args).await.map(drop)
}

pub(crate) async fn count_up(tx: &mut Tx, checkpoint_id: &str, people: u64) -> Outcome<()> {
    tx.run(ADD, [i64::try_from(people).unwrap_or(i64::MAX).into(), checkpoint_id.into()]).await.map(drop)
}
