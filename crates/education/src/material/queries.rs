//! Every statement about materials, and about the files that they lead to.

use kernel::{
    Db, Outcome,
    db::{Tx, Value},
};
use serde_json::json;
use store::{Arrived, Kind};

use super::model::{Content, Draft, Material};
use crate::activity::{policy::Editable, queries::list};

pub(crate) const ALL: &[&str] =
    &[OF, ONE, CLAIM, COUNT, ADD, CHANGE, REMOVE, ARRANGE, TURN, UNTOLD, TOLD, LET_GO, MARK, REMOVING, FORGET];

const OF: &str = "
    select m.*, f.kind, f.size from education_material m left join education_file f on f.hash = m.hash
     where m.activity_id = $1 and m.removed_at is null order by m.position, m.id";
const ONE: &str = "
    select m.*, f.kind, f.size from education_material m left join education_file f on f.hash = m.hash
     where m.id = $1 and m.activity_id = $2 and m.removed_at is null";

/// In the order in which they are shown.
pub(crate) async fn of(db: &Db, activity_id: &str) -> Outcome<Vec<Material>> {
    db.all(OF, [activity_id.into()], Material::read).await
}

pub(crate) async fn one(db: &Db, activity_id: &str, id: &str) -> Outcome<Material> {
    db.one(ONE, [id.into(), activity_id.into()], Material::read).await
}

const CLAIM: &str = "
    insert into education_file (hash, kind, size, kept_at, claimed_until) values ($1, $2, $3, $4, $5)
    on conflict (hash) do update set claimed_until = excluded.claimed_until where education_file.removing_since is null";

/// Keeps the file's row, and with it the file, until then. Answers false while the same content is being removed.
pub(crate) async fn claim(tx: &mut Tx, (file, kind): (&Arrived, Kind), (now, until): (i64, i64)) -> Outcome<bool> {
    let args: [Value; 5] = [(&file.hash).into(), kind.ending().into(), (file.size as i64).into(), now.into(), until.into()];
    Ok(tx.run(CLAIM, args).await? == 1)
}

const COUNT: &str = "select count(*) as n from education_material where activity_id = $1 and removed_at is null";

pub(crate) async fn count(tx: &mut Tx, activity_id: &str) -> Outcome<i64> {
    tx.one(COUNT, [activity_id.into()], |row| row.get("n")).await
}

const ADD: &str = "
    insert into education_material (id, activity_id, title, openness, is_early, position, hash, file_name, link, added_at, added_by)
    select $1, $2, $3, $4, cast($5 as bigint), coalesce(max(position), 0) + 1, $6, $7, $8, cast($9 as bigint), $10
      from education_material where activity_id = $11
    on conflict do nothing";

/// A material and who adds it.
pub(crate) struct Adding<'a> {
    pub(crate) id: &'a str,
    pub(crate) draft: &'a Draft,
    pub(crate) content: &'a Content,
    pub(crate) by: &'a str,
    pub(crate) now: i64,
}

/// Answers false when the same file or link is there already.
pub(crate) async fn add(tx: &mut Tx, proof: &Editable, it: &Adding<'_>) -> Outcome<bool> {
    let (hash, name, link) = match it.content {
        Content::File { hash, name } => (Some(hash.clone()), name.as_str(), ""),
        Content::Link(link) => (None, "", link.as_str()),
    };
    let activity_id = &proof.activity().id;
    let args: [Value; 11] = [
        it.id.into(),
        activity_id.into(),
        (&it.draft.title).into(),
        it.draft.openness.name().into(),
        i64::from(it.draft.is_early).into(),
        hash.into(),
        name.into(),
        link.into(),
        it.now.into(),
        it.by.into(),
        activity_id.into(),
    ];
    Ok(tx.run(ADD, args).await? == 1)
}

const CHANGE: &str = "
    update education_material set title = $1, openness = $2, is_early = $3
     where id = $4 and activity_id = $5 and removed_at is null";

pub(crate) async fn change(tx: &mut Tx, proof: &Editable, id: &str, draft: &Draft) -> Outcome<bool> {
    let args: [Value; 5] = [
        (&draft.title).into(),
        draft.openness.name().into(),
        i64::from(draft.is_early).into(),
        id.into(),
        (&proof.activity().id).into(),
    ];
    Ok(tx.run(CHANGE, args).await? == 1)
}

const REMOVE: &str = "
    update education_material set removed_at = $1, removed_by = $2 where id = $3 and activity_id = $4 and removed_at is null";

pub(crate) async fn remove(tx: &mut Tx, proof: &Editable, id: &str, (by, now): (&str, i64)) -> Outcome<bool> {
    Ok(tx.run(REMOVE, [now.into(), by.into(), id.into(), (&proof.activity().id).into()]).await? == 1)
}

const ARRANGE: &str = "
    update education_material set position = placed.position
      from (select value ->> 0 as id, cast(value ->> 1 as bigint) as position from json_each($1)) placed
     where education_material.id = placed.id and education_material.activity_id = $2";

/// All of them, in this order.
pub(crate) async fn arrange(tx: &mut Tx, proof: &Editable, ids: &[&str]) -> Outcome<()> {
    let rows: Vec<_> = ids.iter().zip(1..).map(|(id, position)| json!([id, position])).collect();
    tx.run(ARRANGE, [json!(rows).into(), (&proof.activity().id).into()]).await.map(drop)
}

const TURN: &str = "update education_activity set seats_version = seats_version + 1 where id = $1";

/// Pages of the activity that were made before are out of date from now on; its editors are not disturbed.
pub(crate) async fn turn(tx: &mut Tx, proof: &Editable) -> Outcome<()> {
    tx.run(TURN, [(&proof.activity().id).into()]).await.map(drop)
}

const UNTOLD: &str = "
    select m.*, f.kind, f.size from education_material m left join education_file f on f.hash = m.hash
     where m.activity_id = $1 and m.removed_at is null and m.told_at is null order by m.position, m.id";
const TOLD: &str = "
    update education_material set told_at = $1
     where id in (select value ->> 0 from json_each($2)) and told_at is null";

/// What participants were not told of.
pub(crate) async fn untold(db: &Db, activity_id: &str) -> Outcome<Vec<Material>> {
    db.all(UNTOLD, [activity_id.into()], Material::read).await
}

/// Answers how many were marked just now: none when another node was faster.
pub(crate) async fn told(tx: &mut Tx, ids: &[String], now: i64) -> Outcome<u64> {
    tx.run(TOLD, [now.into(), list(ids)]).await
}

const LET_GO: &str = "update education_material set hash = null where removed_at < $1 and hash is not null";
const MARK: &str = "
    update education_file set removing_since = $1
     where removing_since is null and claimed_until < $2 and hash in (
         select f.hash from education_file f
          where f.removing_since is null and f.claimed_until < $3
            and not exists (select 1 from education_material m where m.hash = f.hash)
            and not exists (select 1 from education_certificate_crest c where c.hash = f.hash)
            and not exists (select 1 from education_certificate_print_crest p where p.hash = f.hash) limit $4)";
const REMOVING: &str = "select hash from education_file where removing_since is not null order by hash limit $1";
const FORGET: &str = "
    delete from education_file where hash in (select value ->> 0 from json_each($1)) and removing_since is not null";

/// Materials that were removed before then lead to no file any more.
pub(crate) async fn let_go(tx: &mut Tx, before: i64) -> Outcome<()> {
    tx.run(LET_GO, [before.into()]).await.map(drop)
}

/// Marks files that nothing leads to and nobody claims; from now on nobody can.
pub(crate) async fn mark(tx: &mut Tx, now: i64, most: i64) -> Outcome<u64> {
    tx.run(MARK, [now.into(), now.into(), now.into(), most.into()]).await
}

pub(crate) async fn removing(db: &Db, most: i64) -> Outcome<Vec<String>> {
    db.all(REMOVING, [most.into()], |row| row.get("hash")).await
}

pub(crate) async fn forget(tx: &mut Tx, hashes: &[String]) -> Outcome<()> {
    tx.run(FORGET, [list(hashes)]).await.map(drop)
}
