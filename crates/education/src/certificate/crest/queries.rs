//! Every statement about crests.

use kernel::{
    Db, Failure, Outcome,
    clock::DAY,
    db::{Tx, Value},
};

use super::Crest;
use crate::{activity::queries::list, certificate::policy::Designable, change::By};

pub(crate) const ALL: &[&str] = &[OF, SET, REMOVE, PRINTED, CLAIM];

// What another agency uploaded elsewhere counts only while that agency is an owner here too.
const OF: &str = "
    select ranked.agency_id, ranked.hash, ranked.is_here
      from (select c.agency_id, c.hash, cast(case when c.activity_id = $1 then 1 else 0 end as bigint) as is_here,
                   row_number() over (partition by c.agency_id
                       order by case when c.activity_id = $2 then 0 when c.by_agency_id = c.agency_id then 1 else 2 end,
                                c.changed_at desc, c.activity_id desc) as place
              from education_certificate_crest c
             where c.agency_id in (select value ->> 0 from json_each($3))
               and (c.activity_id = $4
                    or (c.hash is not null and c.by_agency_id in (select value ->> 0 from json_each($5))))) ranked
     where ranked.place = 1";
const SET: &str = "
    insert into education_certificate_crest (activity_id, agency_id, hash, by_agency_id, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (activity_id, agency_id) do update set hash = excluded.hash, by_agency_id = excluded.by_agency_id,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by";
const REMOVE: &str = "
    insert into education_certificate_crest (activity_id, agency_id, by_agency_id, changed_at, changed_by)
    values ($1, $2, $3, $4, $5)
    on conflict (activity_id, agency_id) do update set hash = null, by_agency_id = excluded.by_agency_id,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by
     where education_certificate_crest.hash = $6";
const PRINTED: &str = "
    insert into education_certificate_print_crest (print_id, hash)
    select $1, value ->> 0 from json_each($2) where true on conflict do nothing";
// Whoever cleans at this moment waits here, and then finds it claimed.
const CLAIM: &str = "
    update education_file set claimed_until = $1
     where hash in (select value ->> 0 from json_each($2)) and removing_since is null";

/// What stands for each of all the owners of an activity, if anything ever did.
pub(crate) async fn of(db: &Db, activity_id: &str, owners: &[String]) -> Outcome<Vec<Crest>> {
    let args = [activity_id.into(), activity_id.into(), list(owners), activity_id.into(), list(owners)];
    db.all(OF, args, Crest::read).await
}

pub(crate) async fn set(tx: &mut Tx, proof: &Designable, (agency_id, hash): (&str, &str), by: By<'_>) -> Outcome<()> {
    let args: [Value; 6] =
        [(&proof.activity().id).into(), agency_id.into(), hash.into(), by.agency_id.into(), by.now.into(), by.person_id.into()];
    tx.run(SET, args).await.map(drop)
}

/// Here, not elsewhere. Answers false when it is another one by now.
pub(crate) async fn remove(tx: &mut Tx, proof: &Designable, (agency_id, hash): (&str, &str), by: By<'_>) -> Outcome<bool> {
    let args: [Value; 6] =
        [(&proof.activity().id).into(), agency_id.into(), by.agency_id.into(), by.now.into(), by.person_id.into(), hash.into()];
    Ok(tx.run(REMOVE, args).await? == 1)
}

/// Keeps the files of what certificates are issued with, each named once. Busy while one of them is being removed.
pub(crate) async fn printed(tx: &mut Tx, print_id: &str, hashes: &[String], now: i64) -> Outcome<()> {
    if tx.run(PRINTED, [print_id.into(), list(hashes)]).await? == 0 {
        return Ok(());
    }
    let claimed = tx.run(CLAIM, [(now + DAY).into(), list(hashes)]).await?;
    if claimed == hashes.len() as u64 { Ok(()) } else { Err(Failure::Busy { seconds: 60 }) }
}
