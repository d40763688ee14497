//! Every statement about who served and holds a certificate for it.

use kernel::{Db, Outcome, db::Row};

use crate::certificate::model::Role;

pub(crate) const ALL: &[&str] = &[SERVED];

const SERVED: &str = "
    select id, role, holder_name, coalesce(holder_number, '') as number from education_certificate
     where activity_id = $1 and registration_id is null and withdrawn_at is null order by role, holder_name limit 200";

/// A standing certificate of somebody who served.
pub(super) struct Served {
    pub(super) certificate_id: String,
    pub(super) role: Role,
    pub(super) name: String,
    /// Empty without one.
    pub(super) nip: String,
}

pub(super) async fn served(db: &Db, activity_id: &str) -> Outcome<Vec<Served>> {
    db.all(SERVED, [activity_id.into()], read).await
}

fn read(row: &Row) -> Outcome<Served> {
    Ok(Served {
        certificate_id: row.get("id")?,
        role: Role::parse(&row.get::<String>("role")?).unwrap_or(Role::Panitia),
        name: row.get("holder_name")?,
        nip: row.get("number")?,
    })
}
