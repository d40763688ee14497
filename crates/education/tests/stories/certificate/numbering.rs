//! Numbers without doubles and gaps, whoever issues at the same time and whoever dies of it.

use kernel::{
    App, Outcome,
    db::{NONE, Row},
};

use crate::{attendance::scene::*, world::*};

const SEAT: &str = "
    insert into education_registration (id, activity_id, guest_name, guest_mail, number, registered_at, seated_at, ticket)
    select 'g' || (value ->> 0), $1, 'Tamu ' || (value ->> 0), 'tamu' || (value ->> 0) || '@contoh.example', 100 + cast(value ->> 0 as bigint),
        1, 1, 'tiket' || (value ->> 0)
      from json_each($2)";
const ATTEND: &str = "
    insert into education_attendance (registration_id, activity_id, minutes, share, checkpoints, is_present, because, rule, counted_at)
    select 'g' || (value ->> 0), $1, 180, 1000, 0, 1, 'manual', '1', 1 from json_each($2)";
const PAYLOAD: &str = "select payload from kernel_job where kind = 'education.certificates' and finished_at is null";
const NUMBERS: &str = "
    select count(*) as n, count(distinct number) as numbers, min(sequence) as first, max(sequence) as last,
        count(distinct registration_id) as holders from education_certificate";

async fn guests(it: &Webinar, n: i64) {
    let rows: Vec<_> = (0..n).map(|it| [it]).collect();
    let mut tx = it.world.app.db().begin().await.unwrap();
    tx.run(SEAT, [it.id.as_str().into(), serde_json::json!(rows).into()]).await.unwrap();
    tx.run(ATTEND, [it.id.as_str().into(), serde_json::json!(rows).into()]).await.unwrap();
    tx.commit().await.unwrap();
}

/// What a node does that has claimed the job.
async fn node(app: &App, payload: &str) -> Outcome<()> {
    let kind = education::DOMAIN.jobs.iter().find(|it| it.name == "education.certificates").unwrap();
    (kind.run)(app, payload).await
}

async fn so_far(app: &App) -> [i64; 5] {
    let read = |row: &Row| {
        Ok([
            row.get("n")?,
            row.get("numbers")?,
            row.get::<Option<i64>>("first")?.unwrap_or(0),
            row.get::<Option<i64>>("last")?.unwrap_or(0),
            row.get("holders")?,
        ])
    };
    app.db().one(NUMBERS, NONE, read).await.unwrap()
}

#[tokio::test]
async fn two_nodes_and_a_killed_one_leave_no_number_out_and_none_twice() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        guests(&it, 450).await;
        it.move_to(AFTERWARDS);
        it.designs(&[]).await;
        it.owner.post(&it.at("sertifikat"), &[]).await.expect(303);
        let app = it.world.app.clone();
        let payload: String = app.db().one(PAYLOAD, NONE, |row| row.get("payload")).await.unwrap();

        let killed = tokio::spawn({
            let (app, payload) = (app.clone(), payload.clone());
            async move { node(&app, &payload).await }
        });
        while so_far(&app).await[0] == 0 {
            tokio::task::yield_now().await;
        }
        killed.abort();
        let (one, other) = tokio::join!(node(&app, &payload), node(&app, &payload));

        one.unwrap();
        other.unwrap();
        assert_eq!(so_far(&app).await, [450, 450, 1, 450, 450]);
        let page = it.owner.program().get(&it.at("sertifikat")).await.expect(200).json();
        assert!(page["batch"]["finished_at"].is_i64(), "{page}");
        assert_eq!(page["batch"]["done"], 450);
    })
    .await;
}

#[tokio::test]
async fn guests_have_their_pdf_by_their_ticket() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        guests(&it, 3).await;
        it.move_to(AFTERWARDS);
        it.designs(&[]).await;
        it.issues().await;
        it.owner.get("/tiket/tiket1/sertifikat.pdf").await.expect(200);
        it.owner.get("/tiket/tiket9/sertifikat.pdf").await.expect(404);

        assert_eq!(so_far(&it.world.app).await, [3, 3, 1, 3, 3]);
    })
    .await;
}
