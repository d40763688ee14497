//! Every statement about how the certificates of an activity look and count.

use kernel::{
    Db, Outcome,
    db::{Tx, Value},
};
use serde_json::json;

use crate::certificate::{model::Design, policy::Designable};

pub(crate) const ALL: &[&str] = &[DESIGN, DESIGN_LOCKED, SAVE];

const DESIGN: &str = "select * from education_certificate_design where activity_id = $1";
const DESIGN_LOCKED: &str = "update education_certificate_design set version = version where activity_id = $1 returning *";
const SAVE: &str = "
    insert into education_certificate_design (activity_id, template, heading, number_pattern, place, signed_on, minutes_per_jp,
        jp, form, signatories, with_agenda, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict (activity_id) do update set template = excluded.template, heading = excluded.heading,
        number_pattern = excluded.number_pattern, place = excluded.place, signed_on = excluded.signed_on,
        minutes_per_jp = excluded.minutes_per_jp, jp = excluded.jp, form = excluded.form,
        signatories = excluded.signatories, with_agenda = excluded.with_agenda, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by, version = education_certificate_design.version + 1
     where education_certificate_design.version = $14";

pub(crate) async fn design(db: &Db, activity_id: &str) -> Outcome<Option<Design>> {
    db.maybe(DESIGN, [activity_id.into()], Design::read).await
}

/// The design as it is now, held until the transaction ends: issues of one activity go one after the other.
pub(crate) async fn design_locked(tx: &mut Tx, activity_id: &str) -> Outcome<Design> {
    tx.one(DESIGN_LOCKED, [activity_id.into()], Design::read).await
}

/// Answers false when somebody else changed it after the version that `design` bears.
pub(crate) async fn save(tx: &mut Tx, proof: &Designable, design: &Design, by: &str) -> Outcome<bool> {
    let args: [Value; 14] = [
        (&proof.activity().id).into(),
        (&design.template).into(),
        (&design.heading).into(),
        (&design.number_pattern).into(),
        (&design.place).into(),
        design.signed_on.into(),
        design.minutes_per_jp.into(),
        design.jp.into(),
        (&design.form).into(),
        json!(design.signatories).into(),
        i64::from(design.with_agenda).into(),
        design.changed_at.into(),
        by.into(),
        design.version.into(),
    ];
    Ok(tx.run(SAVE, args).await? == 1)
}
