//! A rule that obliges every made-up office, with its board open: for measuring.

use kernel::{Actor, App, Duty, Outcome, Way};

use crate::obligation::{
    period::Rhythm,
    rule::{
        load::NATION,
        model::{Criteria, Terms},
        policy, queries,
    },
    standing::opening,
};

/// Makes the rule and opens the running quarter for all offices; answers the board's address.
pub async fn board(app: &App) -> Outcome<String> {
    let by = Actor {
        id: "measuring".to_owned(),
        name: String::new(),
        home: NATION.to_owned(),
        zone: "WIB".to_owned(),
        labels: Vec::new(),
        duties: vec![Duty { kind: "admin".to_owned(), node: NATION.to_owned() }],
        way: Way::Token { id: "measuring".to_owned(), scopes: Vec::new() },
    };
    let proof = policy::rulable(&by, &[NATION.to_owned()])?;
    let terms = Terms {
        name: "Aturan rekaan untuk pengukuran".to_owned(),
        source: "Pengukuran".to_owned(),
        kinds: vec!["kantor".to_owned()],
        region_id: String::new(),
        many: 1,
        criteria: Criteria { hosts: 1, is_open: false, present: 0, is_evaluated: false },
    };
    let period = Rhythm::Quarter.running(app.now());
    let mut tx = app.db().begin().await?;
    let id = queries::add(&mut tx, &proof, (period, &terms), (&by.id, app.now())).await?;
    tx.commit().await?;
    opening::whole(app, &id, period).await?;
    Ok(format!("/kewajiban/{id}"))
}
