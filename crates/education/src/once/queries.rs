//! Every statement about forms that have made something.

use kernel::{Outcome, db::Tx};

use super::Sent;

pub(crate) const ALL: &[&str] = &[KEEP, MADE];

const KEEP: &str = "insert into education_once (key, made_id, made_at) values ($1, $2, $3) on conflict do nothing";
const MADE: &str = "select made_id from education_once where key = $1";

/// Keeps what a form has made; answers what it made before, and then the caller lets go of the transaction and of what is made in it.
pub(crate) async fn keep(tx: &mut Tx, sent: &Sent, (made_id, now): (&str, i64)) -> Outcome<Option<String>> {
    if sent.0.is_empty() || tx.run(KEEP, [(&sent.0).into(), made_id.into(), now.into()]).await? == 1 {
        return Ok(None);
    }
    tx.maybe(MADE, [(&sent.0).into()], |row| row.get("made_id")).await
}
