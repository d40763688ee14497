//! Every statement about rules and their versions.

use kernel::{
    Db, Outcome,
    db::{Tx, Value},
};
use serde_json::json;

use super::{
    model::{Rule, Terms},
    policy::{Amendable, Rulable},
};
use crate::obligation::period::Period;

pub(crate) const ALL: &[&str] = &[FIND, VERSIONS, RULES, HOLDING, ADD, ADD_VERSION, WITHDRAW];

const FIND: &str = "
    select o.*, v.number as version, v.from_period as version_from, v.name, v.source, v.kinds, v.region_id, v.many, v.hosts, v.is_open,
           v.present, v.is_evaluated
      from education_obligation o join education_obligation_version v on v.obligation_id = o.id
     where o.id = $1 and v.number = coalesce(
           (select max(w.number) from education_obligation_version w where w.obligation_id = $2 and w.from_period <= $3), 1)";
const VERSIONS: &str = "
    select o.*, v.number as version, v.from_period as version_from, v.name, v.source, v.kinds, v.region_id, v.many, v.hosts, v.is_open,
           v.present, v.is_evaluated
      from education_obligation o join education_obligation_version v on v.obligation_id = o.id
     where o.id = $1 order by v.number desc limit 50";

/// The rule as it is in that period.
pub(crate) async fn find(db: &Db, id: &str, period: i64) -> Outcome<Rule> {
    db.one(FIND, [id.into(), id.into(), period.into()], Rule::read).await
}

/// All that was ever said, latest first.
pub(crate) async fn versions(db: &Db, id: &str) -> Outcome<Vec<Rule>> {
    db.all(VERSIONS, [id.into()], Rule::read).await
}

const RULES: &str = "
    select o.*, v.number as version, v.from_period as version_from, v.name, v.source, v.kinds, v.region_id, v.many, v.hosts, v.is_open,
           v.present, v.is_evaluated
      from education_obligation o join education_obligation_version v on v.obligation_id = o.id
     where o.id > $1 and v.number = coalesce(
           (select max(w.number) from education_obligation_version w
             where w.obligation_id = o.id and w.from_period <= case when o.rhythm = 'quarter' then cast($2 as bigint) else cast($3 as bigint) end), 1)
     order by o.id limit $4";
const HOLDING: &str = "
    select o.*, v.number as version, v.from_period as version_from, v.name, v.source, v.kinds, v.region_id, v.many, v.hosts, v.is_open,
           v.present, v.is_evaluated
      from education_obligation o join education_obligation_version v on v.obligation_id = o.id
     where o.rhythm = $1 and o.from_period <= $2 and (o.until_period is null or o.until_period > $3)
       and v.number = (select max(w.number) from education_obligation_version w where w.obligation_id = o.id and w.from_period <= $4)
     order by o.id limit 1000";

/// A page of rules by id, each as it is in the quarter or semester given.
pub(crate) async fn rules(db: &Db, after: &str, (quarter, semester): (i64, i64), most: i64) -> Outcome<Vec<Rule>> {
    db.all(RULES, [after.into(), quarter.into(), semester.into(), most.into()], Rule::read).await
}

/// Those that hold in a period.
pub(crate) async fn holding_in(db: &Db, period: Period) -> Outcome<Vec<Rule>> {
    let number = period.number;
    db.all(HOLDING, [period.rhythm.name().into(), number.into(), number.into(), number.into()], Rule::read).await
}

const ADD: &str = "
    insert into education_obligation (id, branch_id, rhythm, from_period, made_at, made_by) values ($1, $2, $3, $4, $5, $6)";
const ADD_VERSION: &str = "
    insert into education_obligation_version (obligation_id, number, from_period, made_at, made_by, name, source, kinds, region_id, many,
           hosts, is_open, present, is_evaluated)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
const WITHDRAW: &str = "
    update education_obligation set until_period = $1, withdrawn_at = $2, withdrawn_by = $3, withdrawn_because = $4
     where id = $5 and until_period is null";

/// Answers the new rule's id.
pub(crate) async fn add(
    tx: &mut Tx,
    proof: &Rulable,
    (from, terms): (Period, &Terms),
    (by, now): (&str, i64),
) -> Outcome<String> {
    let id = kernel::id::fresh();
    let args = [(&id).into(), proof.branch_id().into(), from.rhythm.name().into(), from.number.into(), now.into(), by.into()];
    tx.run(ADD, args).await?;
    add_version(tx, (&id, 1, from.number), terms, (by, now)).await?;
    Ok(id)
}

/// The next version; `Taken` when somebody else was faster.
pub(crate) async fn amend(tx: &mut Tx, proof: &Amendable, (latest, terms): (i64, &Terms), by: (&str, i64)) -> Outcome<()> {
    add_version(tx, (&proof.rule().id, latest + 1, proof.from().number), terms, by).await
}

async fn add_version(tx: &mut Tx, (id, number, from): (&str, i64, i64), terms: &Terms, (by, now): (&str, i64)) -> Outcome<()> {
    let criteria = &terms.criteria;
    let args: [Value; 14] = [
        id.into(),
        number.into(),
        from.into(),
        now.into(),
        by.into(),
        (&terms.name).into(),
        (&terms.source).into(),
        json!(terms.kinds).into(),
        (&terms.region_id).into(),
        terms.many.into(),
        criteria.hosts.into(),
        i64::from(criteria.is_open).into(),
        criteria.present.into(),
        i64::from(criteria.is_evaluated).into(),
    ];
    tx.run(ADD_VERSION, args).await.map(drop)
}

/// Answers false when it was withdrawn already.
pub(crate) async fn withdraw(tx: &mut Tx, proof: &Amendable, because: &str, (by, now): (&str, i64)) -> Outcome<bool> {
    let args = [proof.from().number.into(), now.into(), by.into(), because.into(), (&proof.rule().id).into()];
    Ok(tx.run(WITHDRAW, args).await? == 1)
}
