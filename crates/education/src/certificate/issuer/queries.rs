//! Every statement about the keys that sign and the bits given out.

use kernel::{
    Db, Outcome,
    db::{NONE, Row, Tx},
};

use super::Key;

pub(crate) const ALL: &[&str] = &[KEYS, ADD, REVOKE, DRAW, DRAWN, WITHDRAWALS, WITHDRAWN];

const KEYS: &str = "select * from education_issuer_key order by created_at, name";
const ADD: &str = "
    insert into education_issuer_key (name, sealed_seed, multikey, created_at) values ($1, $2, $3, $4) on conflict do nothing";
const REVOKE: &str = "update education_issuer_key set revoked_at = coalesce(revoked_at, $1) where name = $2";
const DRAW: &str = "
    insert into education_issuer_place (id, secret, drawn) values (1, $1, $2)
    on conflict (id) do update set drawn = education_issuer_place.drawn + excluded.drawn returning secret, drawn";

/// Oldest first.
pub(crate) async fn keys(db: &Db) -> Outcome<Vec<Key>> {
    db.all(KEYS, NONE, key).await
}

pub(super) async fn add(tx: &mut Tx, key: &Key) -> Outcome<()> {
    tx.run(ADD, [(&key.name).into(), (&key.sealed_seed).into(), (&key.multikey).into(), key.created_at.into()]).await.map(drop)
}

/// A second revocation leaves the time of the first.
pub(super) async fn revoke(tx: &mut Tx, name: &str, now: i64) -> Outcome<()> {
    tx.run(REVOKE, [now.into(), name.into()]).await.map(drop)
}

/// Gives out `n` more; answers the secret that shuffles them (`fresh` for the first) and how many are given out now.
pub(super) async fn draw(tx: &mut Tx, fresh: &str, n: i64) -> Outcome<(String, i64)> {
    tx.one(DRAW, [fresh.into(), n.into()], |row| Ok((row.get("secret")?, row.get("drawn")?))).await
}

const DRAWN: &str = "select drawn from education_issuer_place where id = 1";
const WITHDRAWALS: &str = "
    select count(*) as n, max(withdrawn_at) as last from education_certificate where status_list = $1 and withdrawn_at is not null";
const WITHDRAWN: &str = "select status_index from education_certificate where status_list = $1 and withdrawn_at is not null";

/// How many bits were given out, over all lists.
pub(super) async fn drawn(db: &Db) -> Outcome<i64> {
    Ok(db.maybe(DRAWN, NONE, |row| row.get("drawn")).await?.unwrap_or_default())
}

/// How many of a list are withdrawn, and when the last was.
pub(super) async fn withdrawals(db: &Db, list: i64) -> Outcome<(i64, Option<i64>)> {
    db.one(WITHDRAWALS, [list.into()], |row| Ok((row.get("n")?, row.get("last")?))).await
}

pub(super) async fn withdrawn(db: &Db, list: i64) -> Outcome<Vec<i64>> {
    db.all(WITHDRAWN, [list.into()], |row| row.get("status_index")).await
}

fn key(row: &Row) -> Outcome<Key> {
    Ok(Key {
        name: row.get("name")?,
        sealed_seed: row.get("sealed_seed")?,
        multikey: row.get("multikey")?,
        created_at: row.get("created_at")?,
        revoked_at: row.get("revoked_at")?,
    })
}
