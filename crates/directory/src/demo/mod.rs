//! Ways into the demonstration: a handful of its made-up people get duties and one password for all. Not for real people.

mod crowd;
pub(crate) mod queries;

use kernel::{App, Db, Failure, Outcome, id};

use crate::{
    account::{
        duty::{self, model::Kind},
        password,
    },
    lookup,
    published::DutyGiven,
};

pub use crowd::{Crowd, crowd};

pub const PASSWORD: &str = "sandi-contoh";

/// Somebody of the demonstration whom visitors may be.
pub struct Guide {
    /// As the hints of `serve --demo` call them.
    pub role: &'static str,
    pub nip: &'static str,
    duties: &'static [(Kind, &'static str)],
}

pub const GUIDES: &[Guide] = &[
    Guide { role: "pengelola", nip: "198004152005091959", duties: &[(Kind::Pengelola, "kemenkeu.djpb.kppn-mamuju")] },
    Guide { role: "pimpinan", nip: "198007091998112991", duties: &[(Kind::Pimpinan, "kemenkeu.djpb.kppn-mamuju")] },
    Guide { role: "pengelola BPS", nip: "197809191997021959", duties: &[(Kind::Pengelola, "bps.sulbar")] },
    Guide { role: "administrator", nip: "198008202000122975", duties: &[(Kind::Admin, "*")] },
    Guide { role: "peserta", nip: "199012102023232975", duties: &[] },
    Guide { role: "peserta kedua", nip: "199306072022062926", duties: &[] },
];

/// Whether every guide has a password: then the demonstration is complete, and theirs.
pub async fn is_open(db: &Db) -> Outcome<bool> {
    let nips: Vec<&str> = GUIDES.iter().map(|it| it.nip).collect();
    let known: i64 = db.one(queries::WITH_PASSWORD, [lookup::list(&nips)], |row| row.get("n")).await?;
    Ok(known == GUIDES.len() as i64)
}

/// Whether nobody real is in the directory.
pub async fn is_made_up(db: &Db) -> Outcome<bool> {
    Ok(db.one(queries::REAL_PEOPLE, kernel::db::NONE, |row| row.get::<i64>("n")).await? == 0)
}

/// Gives the guides their duties, where they lack them.
pub async fn give_duties(app: &App) -> Outcome<()> {
    for (person_id, guide) in guides(app).await? {
        let held = duty::own(app.db(), &person_id, app.now()).await?;
        let missing = guide.duties.iter().filter(|(kind, node)| !held.iter().any(|it| it.kind == *kind && it.node == *node));
        let mut tx = app.db().begin().await?;
        for (kind, node) in missing {
            let given = DutyGiven {
                duty_id: id::fresh(),
                person_id: person_id.clone(),
                kind: kind.as_str().to_owned(),
                agency_id: (*node).to_owned(),
                ends_at: None,
                delegated_from: None,
            };
            duty::actions::grant(&mut tx, &given, (None, ""), app.now()).await?;
        }
        tx.commit().await?;
    }
    app.ring();
    Ok(())
}

/// Gives the guides the one password: last of all, as it marks the demonstration as complete.
pub async fn give_passwords(app: &App) -> Outcome<()> {
    let password = password::acceptable(PASSWORD, &[]).map_err(|it| Failure::broken(it.key))?;
    let hash = password::line_up(app)?.hash(password).await?;
    let mut tx = app.db().begin().await?;
    for (person_id, _) in guides(app).await? {
        password::set(&mut tx, &person_id, &hash, app.now()).await?;
    }
    tx.commit().await
}

async fn guides(app: &App) -> Outcome<Vec<(String, &'static Guide)>> {
    let nips: Vec<String> = GUIDES.iter().map(|it| it.nip.to_owned()).collect();
    let people = lookup::people_by_nip(app.db(), &nips).await?;
    Ok(GUIDES.iter().filter_map(|it| Some((people.get(it.nip)?.id.clone(), it))).collect())
}

/// Somebody who is there.
pub struct Somebody {
    pub id: String,
    pub agency_id: String,
    pub name: String,
}

/// People who are there, oldest first.
pub async fn some_people(db: &Db, most: i64) -> Outcome<Vec<Somebody>> {
    db.all(queries::SOME_PEOPLE, [most.into()], |row| {
        Ok(Somebody { id: row.get("id")?, agency_id: row.get("agency_id")?, name: row.get("name")? })
    })
    .await
}

/// Ids of agencies in which somebody may be.
pub async fn some_agencies(db: &Db, most: i64) -> Outcome<Vec<String>> {
    db.all(queries::SOME_AGENCIES, [most.into()], |row| row.get("id")).await
}
