//! Every statement about certificates, and issues of many.

use kernel::{
    Db, Outcome,
    db::{Tx, Value},
};
use serde_json::json;

use super::{
    model::{Batch, Certificate, Role},
    policy::{Issuable, Withdrawable},
};
use crate::{activity::queries::list, attendance::model::Seat};

pub(crate) const ALL: &[&str] = &[
    FIND,
    BY_NUMBER,
    HELD,
    HELD_BY,
    OF_REGISTRATION,
    STANDING,
    OF_ACTIVITY,
    COUNTS,
    ENTITLED,
    COUNT_ENTITLED,
    DRAW,
    ADD,
    KEEP_PRINT,
    PRINT,
    SIGN_ANEW,
    WITHDRAW,
    REPLACE,
    ASK,
    LATEST_BATCH,
    BATCH,
    PROGRESS,
    FINISH,
];

const FIND: &str = "select * from education_certificate where id = $1";
const BY_NUMBER: &str = "select * from education_certificate where number = $1 order by issued_at, id limit 20";
const HELD: &str = "
    select * from education_certificate where person_id = $1 and starts_at >= $2 and starts_at < $3 order by starts_at desc, id desc limit $4";
/// $1 people. Not cut: a year holds few.
const HELD_BY: &str = "
    select * from education_certificate
     where person_id in (select value ->> 0 from json_each($1)) and starts_at >= $2 and starts_at < $3
     order by starts_at desc, id desc";
const OF_REGISTRATION: &str = "select * from education_certificate where registration_id = $1 order by issued_at desc, id desc";
const STANDING: &str = "
    select * from education_certificate where withdrawn_at is null and id in (select value ->> 0 from json_each($1))";
const OF_ACTIVITY: &str = "
    select * from education_certificate where activity_id = $1 and (issued_at > $2 or (issued_at = $3 and id > $4))
     order by issued_at, id limit $5";
const COUNTS: &str = "
    select count(*) as issued, count(withdrawn_at) as withdrawn from education_certificate where activity_id = $1";

pub(crate) async fn find(db: &Db, id: &str) -> Outcome<Certificate> {
    db.one(FIND, [id.into()], Certificate::read).await
}

/// Those with a number, withdrawn ones too: it is unique for one agency only.
pub(crate) async fn by_number(db: &Db, number: &str) -> Outcome<Vec<Certificate>> {
    db.all(BY_NUMBER, [number.into()], Certificate::read).await
}

/// A person's, withdrawn ones too, of activities that began from a moment until before another; newest first.
pub(crate) async fn held(db: &Db, person_id: &str, (from, until): (i64, i64), most: i64) -> Outcome<Vec<Certificate>> {
    db.all(HELD, [person_id.into(), from.into(), until.into(), most.into()], Certificate::read).await
}

/// As [`held`], of many people.
pub(crate) async fn held_by(db: &Db, people: &[String], (from, until): (i64, i64)) -> Outcome<Vec<Certificate>> {
    db.all(HELD_BY, [list(people), from.into(), until.into()], Certificate::read).await
}

/// A registration's, newest first.
pub(crate) async fn of_registration(db: &Db, registration_id: &str) -> Outcome<Vec<Certificate>> {
    db.all(OF_REGISTRATION, [registration_id.into()], Certificate::read).await
}

/// Those of these that were not withdrawn.
pub(crate) async fn standing(db: &Db, ids: &[String]) -> Outcome<Vec<Certificate>> {
    db.all(STANDING, [list(ids)], Certificate::read).await
}

/// In the order of issue, after a moment and an id.
pub(crate) async fn of_activity(db: &Db, activity_id: &str, (at, id): (i64, &str), most: i64) -> Outcome<Vec<Certificate>> {
    db.all(OF_ACTIVITY, [activity_id.into(), at.into(), at.into(), id.into(), most.into()], Certificate::read).await
}

/// How many were issued, and how many of them withdrawn.
pub(super) async fn counts(db: &Db, activity_id: &str) -> Outcome<(i64, i64)> {
    db.one(COUNTS, [activity_id.into()], |row| Ok((row.get("issued")?, row.get("withdrawn")?))).await
}

// Who had one that was withdrawn is not given another by itself. Where the evaluation asks for it, only who evaluated is given one.
const ENTITLED: &str = "
    select r.* from education_registration r join education_attendance a on a.registration_id = r.id and a.is_present = 1
     where r.activity_id = $1 and r.number > $2 and r.seated_at is not null and r.cancelled_at is null
       and not exists (select 1 from education_certificate c where c.registration_id = r.id and c.role = 'peserta')
       and (not exists (select 1 from education_evaluation e where e.activity_id = r.activity_id and e.certificate_needs_evaluation = 1)
            or exists (select 1 from education_evaluation_token v where v.registration_id = r.id))
     order by r.number limit $3";
const COUNT_ENTITLED: &str = "
    select count(*) as n from education_registration r join education_attendance a on a.registration_id = r.id and a.is_present = 1
     where r.activity_id = $1 and r.seated_at is not null and r.cancelled_at is null
       and not exists (select 1 from education_certificate c where c.registration_id = r.id and c.role = 'peserta')
       and (not exists (select 1 from education_evaluation e where e.activity_id = r.activity_id and e.certificate_needs_evaluation = 1)
            or exists (select 1 from education_evaluation_token v where v.registration_id = r.id))";

/// Those who attended enough and have no certificate yet, after a number of registration.
pub(super) async fn entitled(tx: &mut Tx, activity_id: &str, after: i64, most: i64) -> Outcome<Vec<Seat>> {
    tx.all(ENTITLED, [activity_id.into(), after.into(), most.into()], Seat::read).await
}

pub(crate) async fn count_entitled(db: &Db, activity_id: &str) -> Outcome<i64> {
    db.one(COUNT_ENTITLED, [activity_id.into()], |row| row.get("n")).await
}

const DRAW: &str = "
    insert into education_certificate_series (series, agency_id, drawn) values ($1, $2, $3)
    on conflict (series) do update set drawn = education_certificate_series.drawn + excluded.drawn returning drawn";

/// Takes the next `n` sequences and answers the first of them. Others wait until the transaction ends; undoing it gives them back.
pub(super) async fn draw(tx: &mut Tx, series: &str, agency_id: &str, n: i64) -> Outcome<i64> {
    let drawn: i64 = tx.one(DRAW, [series.into(), agency_id.into(), n.into()], |row| row.get("drawn")).await?;
    Ok(drawn - n + 1)
}

const ADD: &str = "
    insert into education_certificate (activity_id, batch_id, agency_id, series, title, organisers, starts_at, ends_at, zone, jp, form, print,
        issued_at, issued_by, key_name, signed_at, id, registration_id, person_id, role, holder_name, holder_number, holder_position,
        holder_agency, sequence, number, salt, status_list, status_index, mail_hash)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, value ->> 0, value ->> 1, value ->> 2, value ->> 3,
        value ->> 4, value ->> 5, value ->> 6, value ->> 7, cast(value ->> 8 as bigint), value ->> 9, value ->> 10,
        cast(value ->> 11 as bigint), cast(value ->> 12 as bigint), value ->> 13
      from json_each($17)";

/// What certificates that are issued together have in common.
pub(super) struct Common {
    pub(super) activity_id: String,
    pub(super) batch_id: Option<String>,
    pub(super) agency_id: String,
    pub(super) series: String,
    pub(super) title: String,
    pub(super) organisers: Vec<String>,
    pub(super) period: (i64, i64),
    pub(super) zone: &'static str,
    pub(super) jp: i64,
    pub(super) form: String,
    pub(super) print: String,
    pub(super) issued_at: i64,
    pub(super) issued_by: String,
    pub(super) key_name: String,
}

/// One of them.
pub(super) struct NewCertificate {
    pub(super) id: String,
    pub(super) registration_id: Option<String>,
    pub(super) person_id: Option<String>,
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) nip: Option<String>,
    pub(super) position: String,
    pub(super) agency: String,
    pub(super) sequence: i64,
    pub(super) number: String,
    pub(super) salt: String,
    pub(super) mail_hash: Option<String>,
    /// List and index.
    pub(super) status: (i64, i64),
}

pub(super) async fn add(tx: &mut Tx, common: &Common, certificates: &[NewCertificate]) -> Outcome<u64> {
    let rows: Vec<_> = certificates.iter().map(NewCertificate::row).collect();
    let args: [Value; 17] = [
        (&common.activity_id).into(),
        (&common.batch_id).into(),
        (&common.agency_id).into(),
        (&common.series).into(),
        (&common.title).into(),
        json!(common.organisers).into(),
        common.period.0.into(),
        common.period.1.into(),
        common.zone.into(),
        common.jp.into(),
        (&common.form).into(),
        (&common.print).into(),
        common.issued_at.into(),
        (&common.issued_by).into(),
        (&common.key_name).into(),
        common.issued_at.into(),
        json!(rows).into(),
    ];
    tx.run(ADD, args).await
}

impl NewCertificate {
    fn row(&self) -> serde_json::Value {
        json!([
            self.id,
            self.registration_id,
            self.person_id,
            self.role.name(),
            self.name,
            self.nip,
            self.position,
            self.agency,
            self.sequence,
            self.number,
            self.salt,
            self.status.0,
            self.status.1,
            self.mail_hash
        ])
    }
}

const KEEP_PRINT: &str = "insert into education_certificate_print (id, content) values ($1, $2) on conflict do nothing";
const PRINT: &str = "select content from education_certificate_print where id = $1";

/// Keeps what only PDFs need, once for all that share it; answers its fingerprint.
pub(super) async fn keep_print(tx: &mut Tx, content: &str) -> Outcome<String> {
    let id = kernel::id::fingerprint(content);
    tx.run(KEEP_PRINT, [(&id).into(), content.into()]).await?;
    Ok(id)
}

pub(super) async fn print(db: &Db, id: &str) -> Outcome<String> {
    db.one(PRINT, [id.into()], |row| row.get("content")).await
}

const SIGN_ANEW: &str = "update education_certificate set key_name = $1, signed_at = $2 where id = $3 and key_name = $4";
const WITHDRAW: &str = "
    update education_certificate set withdrawn_at = $1, withdrawn_by = $2, withdraw_reason = $3
     where id = $4 and withdrawn_at is null";
const REPLACE: &str = "update education_certificate set replaced_by = $1 where id = $2 and replaced_by is null";

/// Notes that another key signs, from a moment on; whoever is slower changes nothing.
pub(super) async fn sign_anew(tx: &mut Tx, it: &Certificate, (key_name, at): (&str, i64)) -> Outcome<()> {
    tx.run(SIGN_ANEW, [key_name.into(), at.into(), (&it.id).into(), (&it.key_name).into()]).await.map(drop)
}

/// Who withdraws, when and why.
pub(crate) struct Withdrawing<'a> {
    pub(crate) by: &'a str,
    pub(crate) now: i64,
    pub(crate) reason: &'a str,
}

/// Answers false when somebody was faster.
pub(crate) async fn withdraw(tx: &mut Tx, proof: &Withdrawable, it: &Withdrawing<'_>) -> Outcome<bool> {
    let args = [it.now.into(), it.by.into(), it.reason.into(), (&proof.certificate().id).into()];
    Ok(tx.run(WITHDRAW, args).await? == 1)
}

/// Notes the certificate that stands instead of a withdrawn one.
pub(super) async fn replace(tx: &mut Tx, proof: &Withdrawable, by_id: &str) -> Outcome<()> {
    tx.run(REPLACE, [by_id.into(), (&proof.certificate().id).into()]).await.map(drop)
}

const ASK: &str = "
    insert into education_certificate_batch (id, activity_id, asked_at, asked_by, total) values ($1, $2, $3, $4, $5) on conflict do nothing";
const LATEST_BATCH: &str = "select * from education_certificate_batch where activity_id = $1 order by id desc limit 1";
const BATCH: &str = "select * from education_certificate_batch where id = $1";
const PROGRESS: &str = "update education_certificate_batch set done = done + $1 where id = $2";
const FINISH: &str =
    "update education_certificate_batch set finished_at = $1, stumbled_on = $2 where id = $3 and finished_at is null";

/// Answers false when an issue of this activity is going on already.
pub(crate) async fn ask(tx: &mut Tx, proof: &Issuable, id: &str, by: (&str, i64), total: i64) -> Outcome<bool> {
    Ok(tx.run(ASK, [id.into(), (&proof.activity().id).into(), by.1.into(), by.0.into(), total.into()]).await? == 1)
}

pub(super) async fn latest_batch(db: &Db, activity_id: &str) -> Outcome<Option<Batch>> {
    db.maybe(LATEST_BATCH, [activity_id.into()], Batch::read).await
}

pub(super) async fn batch(db: &Db, id: &str) -> Outcome<Batch> {
    db.one(BATCH, [id.into()], Batch::read).await
}

pub(super) async fn progress(tx: &mut Tx, batch_id: &str, done: i64) -> Outcome<()> {
    tx.run(PROGRESS, [done.into(), batch_id.into()]).await.map(drop)
}

pub(super) async fn finish(tx: &mut Tx, batch_id: &str, now: i64, stumbled_on: Option<&str>) -> Outcome<()> {
    tx.run(FINISH, [now.into(), stumbled_on.into(), batch_id.into()]).await.map(drop)
}
