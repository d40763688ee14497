//! Mailings to many, and what a killed process leaves.

use std::ops::Range;

use kernel::{db::NONE, jobs};
use serde_json::json;

use super::post::*;
use crate::world::*;

const ADD: &str = "
    insert into education_registration (id, activity_id, guest_name, guest_mail, guest_from, search_name, number, registered_at, seated_at, ticket)
    select value ->> 0, $1, value ->> 1, value ->> 2, 'Mamuju', value ->> 1, cast(value ->> 3 as bigint), $2, $3, value ->> 0 from json_each($4)";

/// Guests with these numbers, all seated, without going through the desk.
pub(crate) async fn guests(world: &World, activity_id: &str, numbers: Range<i64>) {
    let row = |n: i64| json!([format!("reg{n:06}"), format!("Tamu {n}"), format!("tamu{n}@contoh.example"), n]);
    let rows: Vec<_> = numbers.map(row).collect();
    let now = world.app.now();
    let mut tx = world.app.db().begin().await.unwrap();
    tx.run(ADD, [activity_id.into(), now.into(), now.into(), json!(rows).into()]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn count(world: &World, sql: &'static str) -> i64 {
    world.app.db().one(sql, NONE, |row| row.get("n")).await.unwrap()
}

const LETTERS: &str = "select count(*) as n from kernel_letter where key like 'education/cancelled:%'";
const ADDRESSED: &str = "select count(distinct recipient) as n from kernel_letter where key like 'education/cancelled:%'";
const WAITING_JOBS: &str = "select count(*) as n from kernel_job where kind = 'education.mailing' and finished_at is null";

#[tokio::test]
async fn a_mailing_that_is_killed_between_its_pages_reaches_everybody_once() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[("public", "1"), ("seats", "3000"), ("date", "2026-12-08")]).await;
        guests(&world, &id, 1..2_501).await;
        kppn.post(&format!("/kegiatan/{id}/pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        while kernel::outbox::deliver(&world.app).await.unwrap() > 0 {}

        let app = world.app.clone();
        let work = tokio::spawn(async move { jobs::run_due(&app).await });
        while count(&world, LETTERS).await == 0 && !work.is_finished() {
            tokio::task::yield_now().await;
        }
        work.abort();
        let _ = work.await;
        // Its claim ends; a page that meets what the dying one still holds is tried once more.
        for _ in 0..2 {
            world.app.clock().move_to(world.app.now() + 11 * kernel::clock::MINUTE);
            settle(&world.app).await;
        }

        assert_eq!((count(&world, LETTERS).await, count(&world, ADDRESSED).await), (2_500, 2_500));
        assert_eq!(count(&world, WAITING_JOBS).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_page_that_runs_again_after_its_commit_adds_nothing() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[("public", "1"), ("seats", "3000"), ("date", "2026-12-08")]).await;
        guests(&world, &id, 1..1_201).await;
        kppn.post(&format!("/kegiatan/{id}/pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        while kernel::outbox::deliver(&world.app).await.unwrap() > 0 {}
        let payload = "select payload from kernel_job where kind = 'education.mailing' and finished_at is null and run_at <= $1";
        let payload = world.app.db().one(payload, [world.app.now().into()], |row| row.get::<String>("payload")).await.unwrap();
        let mailing = education::DOMAIN.jobs.iter().find(|it| it.name == "education.mailing").unwrap();

        // As after a crash between the page's commit and the job's own mark.
        for _ in 0..2 {
            (mailing.run)(&world.app, &payload).await.unwrap();
        }
        assert_eq!(count(&world, LETTERS).await, 1_000, "one page at a time");
        settle(&world.app).await;

        assert_eq!((count(&world, LETTERS).await, count(&world, ADDRESSED).await), (1_200, 1_200));
    })
    .await;
}
