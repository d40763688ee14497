//! Every statement about the keys that sign and the bits given out.

use kernel::{
    Db, Outcome,
    db::{NONE, Row, Tx},
};

use super::Key;

pub(crate) const ALL: &[&str] = &[KEYS, ADD, DRAW];

const KEYS: &str = "select * from education_issuer_key order by created_at, name";
const ADD: &str = "
    insert into education_issuer_key (name, sealed_seed, multikey, created_at) values ($1, $2, $3, $4) on conflict do nothing";
const DRAW: &str = "
    insert into education_issuer_place (id, secret, drawn) values (1, $1, $2)
    on conflict (id) do update set drawn = education_issuer_place.drawn + excluded.drawn returning secret, drawn";

/// Oldest first.
pub(crate) async fn keys(db: &Db) -> Outcome<Vec<Key>> {
    db.all(KEYS, NONE, key).await
}

pub(super) async fn add(tx: &mut Tx, key: &Key, now: i64) -> Outcome<()> {
    tx.run(ADD, [(&key.name).into(), (&key.sealed_seed).into(), (&key.multikey).into(), now.into()]).await.map(drop)
}

/// Gives out `n` more; answers the secret that shuffles them (`fresh` for the first) and how many are given out now.
pub(super) async fn draw(tx: &mut Tx, fresh: &str, n: i64) -> Outcome<(String, i64)> {
    tx.one(DRAW, [fresh.into(), n.into()], |row| Ok((row.get("secret")?, row.get("drawn")?))).await
}

fn key(row: &Row) -> Outcome<Key> {
    Ok(Key {
        name: row.get("name")?,
        sealed_seed: row.get("sealed_seed")?,
        multikey: row.get("multikey")?,
        revoked_at: row.get("revoked_at")?,
    })
}
