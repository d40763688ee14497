//! Every statement about series.

use kernel::{Db, Outcome, db::Tx};

use crate::activity::{model::Activity, policy::Editable, queries::list};

pub(crate) const ALL: &[&str] = &[ADD_SERIES, JOIN_SERIES, IN_SERIES];

const ADD_SERIES: &str = "insert into education_series (id, title, created_at, created_by) values ($1, $2, $3, $4)";
const JOIN_SERIES: &str = "
    update education_activity set series_id = $1, version = version + 1 where id in (select value ->> 0 from json_each($2))";
const IN_SERIES: &str = "select * from education_activity where series_id = $1 order by starts_at, id limit 100";

pub(crate) async fn add_series(tx: &mut Tx, proof: &Editable, by: (&str, i64), members: &[String]) -> Outcome<String> {
    let id = kernel::id::fresh();
    tx.run(ADD_SERIES, [(&id).into(), (&proof.activity().title).into(), by.1.into(), by.0.into()]).await?;
    tx.run(JOIN_SERIES, [(&id).into(), list(members)]).await?;
    Ok(id)
}

pub(crate) async fn in_series(db: &Db, series_id: &str) -> Outcome<Vec<Activity>> {
    db.all(IN_SERIES, [series_id.into()], Activity::read).await
}
