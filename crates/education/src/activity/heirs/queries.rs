//! Statements about audiences that name an agency.

use kernel::{Outcome, db::Tx};

pub(crate) const ALL: &[&str] = &[ADD, TOUCH];

const ADD: &str = "
    insert into education_audience (activity_id, label)
    select activity_id, replace(label, $1, $2) from education_audience where label = $3 or label like $4
    on conflict do nothing";
const TOUCH: &str = "
    update education_activity set version = version + 1, changed_at = $1
     where id in (select activity_id from education_audience where label = $2 or label like $3)";

/// Whatever is for the agency, everywhere or in a region, is for the heir too.
pub(super) async fn add(tx: &mut Tx, agency_id: &str, heir_id: &str) -> Outcome<()> {
    let (old, new) = (label(agency_id), label(heir_id));
    tx.run(ADD, [(&old).into(), new.into(), (&old).into(), in_regions(&old).into()]).await.map(drop)
}

/// Marks the activities as changed, for pages and editors.
pub(super) async fn touch(tx: &mut Tx, agency_id: &str, now: i64) -> Outcome<()> {
    let label = label(agency_id);
    tx.run(TOUCH, [now.into(), (&label).into(), in_regions(&label).into()]).await.map(drop)
}

fn label(agency_id: &str) -> String {
    format!("agency:{agency_id}")
}

fn in_regions(label: &str) -> String {
    format!("{label}@%")
}
