//! Every statement of learning; the certificates themselves are read by `certificate`.

use kernel::{Db, Outcome};

pub(crate) const ALL: &[&str] = &[FIRST];

const FIRST: &str = "select min(starts_at) as first from education_certificate where person_id = $1";

/// When the first activity began that somebody holds a certificate of.
pub(super) async fn first(db: &Db, person_id: &str) -> Outcome<Option<i64>> {
    db.one(FIRST, [person_id.into()], |row| row.get("first")).await
}
