//! The statement about somebody's certificate of one activity.

use kernel::{Db, Outcome};

use super::Card;

pub(crate) const ALL: &[&str] = &[OWN];

const OWN: &str = "
    select id, number, jp from education_certificate
     where person_id = $1 and activity_id = $2 and withdrawn_at is null order by issued_at desc, id desc limit 1";

pub(super) async fn own(db: &Db, activity_id: &str, person_id: &str) -> Outcome<Option<Card>> {
    let read = |row: &kernel::db::Row| Ok(Card { id: row.get("id")?, number: row.get("number")?, jp: row.get("jp")? });
    db.maybe(OWN, [person_id.into(), activity_id.into()], read).await
}
