//! Personal tokens: what a program shows instead of a cookie, with scopes and an end. Not what a scope opens: that is said by each door.

pub(crate) mod actions;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod queries;

use kernel::{Db, Outcome, db::Row};
use model::Token;

pub(crate) async fn all_of(db: &Db, person_id: &str, now: i64) -> Outcome<Vec<Token>> {
    db.all(queries::OF_PERSON, [person_id.into(), now.into()], token).await
}

fn token(row: &Row) -> Outcome<Token> {
    Ok(Token {
        id: row.get("id")?,
        name: row.get("name")?,
        scopes: row.get::<String>("scopes")?.split_whitespace().map(str::to_owned).collect(),
        made_at: row.get("made_at")?,
        seen_at: row.get("seen_at")?,
        ends_at: row.get("ends_at")?,
    })
}
