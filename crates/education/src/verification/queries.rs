//! Every statement of verification.

use credential::Method;
use kernel::{
    Db, Failure, Outcome,
    db::{NONE, Row},
};

pub(crate) const ALL: &[&str] = &[KEYS];

const KEYS: &str = "select name, multikey, revoked_at from education_issuer_key order by created_at, name";

/// All keys that this installation ever signed with, under their names as `method_id` writes them.
pub(super) async fn keys(db: &Db, method_id: impl Fn(&str) -> String) -> Outcome<Vec<Method>> {
    let read = |row: &Row| Ok((row.get::<String>("name")?, row.get::<String>("multikey")?, row.get("revoked_at")?));
    let kept: Vec<(String, String, Option<i64>)> = db.all(KEYS, NONE, read).await?;
    let method = |(name, multikey, revoked): &(String, String, Option<i64>)| Method::read(&method_id(name), multikey, *revoked);
    kept.iter().map(method).collect::<Result<_, _>>().map_err(Failure::broken)
}
