//! Every statement about forms that have made something.

use kernel::{App, Outcome, clock::DAY, db::Tx};

use super::Sent;

const KEPT: i64 = 30 * DAY;

pub(crate) const ALL: &[&str] = &[FORGET, KEEP, MADE];

const KEEP: &str = "insert into education_once (key, made_id, made_at) values ($1, $2, $3) on conflict do nothing";
/// A page that was left open longer makes a new thing.
const FORGET: &str = "delete from education_once where made_at < $1";
const MADE: &str = "select made_id from education_once where key = $1";

/// What was kept long ago, in a transaction of its own: nobody's form waits for it.
pub(crate) async fn forget_old(app: &App) -> Outcome<()> {
    let mut tx = app.db().begin().await?;
    tx.run(FORGET, [(app.now() - KEPT).into()]).await?;
    tx.commit().await
}

/// Keeps what a form has made; answers what it made before, and then the caller lets go of the transaction and of what is made in it.
pub(crate) async fn keep(tx: &mut Tx, sent: &Sent, (made_id, now): (&str, i64)) -> Outcome<Option<String>> {
    if sent.0.is_empty() {
        return Ok(None);
    }
    if tx.run(KEEP, [(&sent.0).into(), made_id.into(), now.into()]).await? == 1 {
        return Ok(None);
    }
    tx.maybe(MADE, [(&sent.0).into()], |row| row.get("made_id")).await
}
