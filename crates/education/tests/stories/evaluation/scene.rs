//! What the stories of evaluation share: a session of 24 November 2026, 09.00-11.30 WITA, at which a crowd has been.

use directory::testing::{crowd, person_id};
use kernel::{
    clock::HOUR,
    jobs, outbox, panels,
    testing::{Browser, Page},
};
use serde_json::Value;

use crate::world::*;

/// 11.30 WITA.
pub(crate) const END: i64 = 1_795_491_000_000;
pub(crate) const START: i64 = END - 5 * HOUR / 2;

pub(crate) struct Scene {
    pub(crate) world: World,
    pub(crate) id: String,
    /// The coordinator of KPPN Mamuju.
    pub(crate) owner: Browser,
}

const SEAT: &str = "
    insert into education_registration (id, activity_id, person_id, number, registered_at, seated_at, ticket)
    select value ->> 0, $1, value ->> 1, 1000 + (select count(*) from education_registration) + key, 1, 1,
           'tiket-' || (value ->> 0)
      from json_each($2)";
const SCAN: &str = "
    insert into education_evidence (id, activity_id, registration_id, kind, source, from_at, until_at, recorded_at)
    select 'pindai-' || (value ->> 0), $1, value ->> 0, 'scan', 'pintu', $2, $3, 1 from json_each($4)";

/// The service number of somebody of the crowd.
pub(crate) fn nip(number: usize) -> String {
    format!("198501012010011{:03}", 1 + number)
}

/// An hour after a session at which so many people have been.
pub(crate) async fn after_session(world: World, many: usize, changes: &[(&str, &str)]) -> Scene {
    crowd(&world.app, "bps.7602", many).await;
    let mut owner = world.signed_in(COORDINATOR_KPPN).await;
    let id = published(&mut owner, changes).await;
    let mut scene = Scene { world, id, owner };
    let mut rows = Vec::new();
    for number in 0..many {
        rows.push([format!("r{number:03}"), person_id(&scene.world.app, &nip(number)).await]);
    }
    scene.seat(&rows).await;
    let registrations: Vec<String> = rows.into_iter().map(|[id, _]| id).collect();
    scene.scan(&registrations).await;
    scene.on_another_day(END + HOUR).await;
    scene
}

impl Scene {
    pub(crate) fn at(&self, place: &str) -> String {
        format!("/kegiatan/{}/{place}", self.id)
    }

    /// Registrations by id and person.
    pub(crate) async fn seat(&self, rows: &[[String; 2]]) {
        let mut tx = self.world.app.db().begin().await.unwrap();
        tx.run(SEAT, [self.id.as_str().into(), serde_json::json!(rows).into()]).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// They were scanned at the door.
    pub(crate) async fn scan(&self, registrations: &[String]) {
        let rows: Vec<_> = registrations.iter().map(|it| [it]).collect();
        let mut tx = self.world.app.db().begin().await.unwrap();
        let args = [self.id.as_str().into(), START.into(), START.into(), serde_json::json!(rows).into()];
        tx.run(SCAN, args).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// On another day the owner has signed in again.
    pub(crate) async fn on_another_day(&mut self, now: i64) {
        self.world.app.clock().move_to(now);
        self.owner = self.world.signed_in(COORDINATOR_KPPN).await;
    }

    pub(crate) async fn browser(&self, number: usize) -> Browser {
        self.world.signed_in(&nip(number)).await
    }

    /// A filled form: the same value for everything.
    pub(crate) async fn filled(&self, browser: &Browser, value: &str, words: &str) -> Vec<(String, String)> {
        let page = browser.program().get(&self.at("penilaian")).await.expect(200).json();
        let subjects = page["subjects"].as_array().unwrap();
        let mut fields: Vec<(String, String)> =
            subjects.iter().map(|it| (it["field"].as_str().unwrap().to_owned(), value.to_owned())).collect();
        fields.push(("saran".to_owned(), words.to_owned()));
        fields
    }

    pub(crate) async fn sends(&self, browser: &mut Browser, fields: &[(String, String)]) -> Page {
        let fields: Vec<(&str, &str)> = fields.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
        browser.post(&self.at("penilaian"), &fields).await
    }

    /// Somebody of the crowd gives the same value for everything.
    pub(crate) async fn gives(&self, number: usize, value: &str, words: &str) {
        let mut browser = self.browser(number).await;
        let fields = self.filled(&browser, value, words).await;
        self.sends(&mut browser, &fields).await.expect(303);
    }

    /// What is due at that moment happens.
    pub(crate) async fn until(&mut self, moment: i64) {
        self.on_another_day(moment).await;
        self.settles().await;
    }

    pub(crate) async fn settles(&self) {
        let app = &self.world.app;
        while outbox::deliver(app).await.unwrap() + jobs::run_due(app).await.unwrap() > 0 {}
    }

    pub(crate) async fn an_hour_later(&mut self) {
        self.until(self.world.app.now() + HOUR).await;
    }

    /// What stands on somebody's home.
    pub(crate) async fn home(&self, nip: &str) -> String {
        let ask = self.world.ask_of(nip).await;
        panels::render(&ask, "home", &ask.actor().unwrap().id).await.unwrap().concat()
    }

    pub(crate) async fn results(&self) -> Value {
        self.owner.program().get(&self.at("penilaian/hasil")).await.expect(200).json()
    }
}
