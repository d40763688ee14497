//! What happens to people when the program is killed: whoever was answered keeps what they were told.

use kernel::{Db, db::NONE, id};
use tokio::task::JoinSet;

use crate::house::{House, get, on_both, send};

const CROWD: usize = 50;

#[tokio::test]
async fn killed_amid_fifty_registrations_it_loses_none_that_was_answered() {
    on_both(async |house| {
        let server = house.serve(&["--demo"]);
        let activity = open_activity(&server.address).await;
        server.stop();
        let db = database(&house).await;
        let crowd = signed_in(&db).await;

        let server = house.serve(&[]);
        let mut visitors = JoinSet::new();
        for (person, cookie) in crowd {
            let (address, activity) = (server.address.clone(), activity.clone());
            visitors.spawn(async move { (person, register(&address, &activity, &cookie).await) });
        }
        let mut answered = Vec::new();
        while let Some(told) = visitors.join_next().await {
            let (person, status) = told.unwrap();
            answered.extend((status == 200).then_some(person));
            if answered.len() == 5 {
                server.signal("KILL");
            }
        }
        drop(server);

        let server = house.serve(&[]);
        assert!(answered.len() >= 5, "{} were answered", answered.len());
        assert_eq!(get(&server.address, &format!("/kegiatan/{activity}"), "").await.status, 200);
        let kept = registered(&db, &activity).await;
        let lost: Vec<&String> = answered.iter().filter(|it| !kept.contains(it)).collect();
        assert!(lost.is_empty(), "{} of {} answered registrations are lost", lost.len(), answered.len());
        let sql = "select taken + waiting as n from education_activity where id = $1";
        let counted: i64 = db.one(sql, [activity.as_str().into()], |row| row.get("n")).await.unwrap();
        assert_eq!(counted, kept.len() as i64, "the counters are what the rows say");
        db.close().await;
    })
    .await;
}

/// An activity for all of Sulawesi Barat, with seats.
async fn open_activity(address: &str) -> String {
    let answer = get(address, "/kegiatan", "Accept: application/json\r\n").await;
    let list: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    let found = list["activities"].as_array().unwrap().iter().map(|it| &it["activity"]);
    let mut wanted = found.filter(|it| it["title"].as_str().unwrap().starts_with("Rekonsiliasi"));
    wanted.next().unwrap()["id"].as_str().unwrap().to_owned()
}

async fn database(house: &House) -> Db {
    let own = format!("sqlite:{}", house.data().join("guyub.db").display());
    Db::open(house.database_url.as_deref().unwrap_or(&own)).await.unwrap()
}

/// Fifty people of the province, each with a session: their ids and cookies.
async fn signed_in(db: &Db) -> Vec<(String, String)> {
    let people = "select p.id from directory_person p join directory_agency a on a.id = p.agency_id
                   where a.region_id like '76%' and p.left_at is null order by p.id limit 50";
    let people: Vec<String> = db.all(people, NONE, |row| row.get("id")).await.unwrap();
    assert_eq!(people.len(), CROWD);
    let now = kernel::Clock::System.now();
    let add = "insert into directory_session (id, fingerprint, person_id, started_at, seen_at, ends_at, agent, network)
               values ($1, $2, $3, $4, $5, $6, '', '')";
    let mut crowd = Vec::new();
    let mut tx = db.begin().await.unwrap();
    for person in people {
        let secret = id::secret();
        let ends = now + kernel::clock::DAY;
        let args = [id::fresh().into(), id::fingerprint(&secret).into(), (&person).into(), now.into(), now.into(), ends.into()];
        tx.run(add, args).await.unwrap();
        crowd.push((person, format!("guyub={secret}")));
    }
    tx.commit().await.unwrap();
    crowd
}

async fn register(address: &str, activity: &str, cookie: &str) -> u16 {
    let head = format!("Host: {address}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nAccept: application/json\r\n");
    let request =
        format!("POST /kegiatan/{activity}/pendaftaran HTTP/1.1\r\n{head}Cookie: {cookie}\r\nContent-Length: 0\r\n\r\n");
    send(address, request).await.status
}

async fn registered(db: &Db, activity: &str) -> Vec<String> {
    let sql = "select person_id from education_registration where activity_id = $1 and cancelled_at is null";
    db.all(sql, [activity.into()], |row| row.get("person_id")).await.unwrap()
}
