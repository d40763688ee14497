//! The database as an attacker reads it: whole, with what the database keeps beside the columns.

use std::collections::HashSet;

use kernel::{
    App, Settings,
    clock::{DAY, HOUR, MINUTE},
    db::NONE,
    settings::Secret,
};

use super::scene::*;
use crate::world::*;

const MANY: usize = 14;

async fn texts(it: &Scene, sql: &'static str) -> Vec<String> {
    it.world.app.db().all(sql, NONE, |row| row.get("it")).await.unwrap()
}

/// Everybody gives what their number tells, in the order of their numbers.
async fn all_answer(it: &Scene) {
    for number in 0..MANY {
        it.gives(number, &(1 + number % 4).to_string(), &format!("kata {number:02}")).await;
    }
}

/// Order in which rows were written, as each database keeps it.
fn written(it: &Scene, sqlite: &'static str, postgres: &'static str) -> &'static str {
    if it.world.app.db().is_sqlite() { sqlite } else { postgres }
}

#[tokio::test]
async fn answers_that_wait_are_there_and_cannot_be_read() {
    story(async |world| {
        let it = after_session(world, MANY, &[]).await;
        all_answer(&it).await;

        let waiting = texts(&it, "select body as it from education_evaluation_sealed").await;
        assert_eq!(waiting.len(), MANY, "what was acknowledged is on disk");
        assert_eq!(waiting.iter().map(String::len).collect::<HashSet<_>>().len(), 1, "all are of one size");
        assert!(waiting.iter().all(|it| it.bytes().all(|it| it.is_ascii_hexdigit())));
        assert!(texts(&it, "select words as it from education_evaluation_remark").await.is_empty());
        let times = texts(&it, "select cast(consumed_at as text) as it from education_evaluation_token").await;
        assert!(times.iter().all(|it| it.parse::<i64>().unwrap() % HOUR == 0), "the hour only: {times:?}");
        let facts = texts(&it, "select body as it from kernel_fact where topic like '%evaluat%'").await;
        assert_eq!(facts, Vec::<String>::new());
        let jobs = texts(&it, "select payload as it from kernel_job where kind = 'education.evaluation-release'").await;
        assert_eq!(jobs, [format!("{{\"activity_id\":\"{}\"}}", it.id)], "one for all");
    })
    .await;
}

/// What was written, in the order in which tokens were consumed.
async fn in_order_of_tokens(it: &Scene) -> Vec<String> {
    let sql = written(
        it,
        "select registration_id as it from education_evaluation_token order by rowid",
        "select registration_id as it from education_evaluation_token order by ctid",
    );
    texts(it, sql).await.iter().map(|it| it.replace("r0", "kata ")).collect()
}

#[tokio::test]
async fn what_is_kept_joins_with_no_token_by_order_id_time_or_transaction() {
    story(async |world| {
        let mut it = after_session(world, MANY, &[]).await;
        all_answer(&it).await;
        let by_id = texts(&it, "select id as it from education_evaluation_sealed order by id").await;
        let sealed = written(
            &it,
            "select id as it from education_evaluation_sealed order by rowid",
            "select id as it from education_evaluation_sealed order by ctid",
        );
        assert_ne!(texts(&it, sealed).await, by_id, "ids do not grow with time");

        it.until(END + 15 * DAY).await;

        assert!(texts(&it, "select id as it from education_evaluation_sealed").await.is_empty(), "nothing is left behind");
        let tokens = in_order_of_tokens(&it).await;
        let sql = written(
            &it,
            "select words as it from education_evaluation_remark order by rowid",
            "select words as it from education_evaluation_remark order by ctid",
        );
        let words = texts(&it, sql).await;
        assert_eq!(words.iter().collect::<HashSet<_>>(), tokens.iter().collect::<HashSet<_>>());
        assert_ne!(words, tokens, "the order of one is the order of the other");
        assert_ne!(texts(&it, "select words as it from education_evaluation_remark order by id").await, tokens);
        if !it.world.app.db().is_sqlite() {
            let tokens = texts(&it, "select distinct cast(xmin as text) as it from education_evaluation_token").await;
            let kept = texts(
                &it,
                "select distinct cast(xmin as text) as it from (select xmin from education_evaluation_remark
                  union all select xmin from education_evaluation_tally) kept",
            )
            .await;
            assert!(kept.iter().all(|it| !tokens.contains(it)), "{kept:?} {tokens:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn more_answers_than_one_transaction_opens_are_all_counted() {
    story(async |world| {
        let mut it = after_session(world, 6, &[]).await;
        for number in 0..6 {
            it.gives(number, "4", "").await;
        }
        let many: Vec<[String; 1]> = (0..20_020).map(|n| [format!("lagi{n:05}")]).collect();
        let copy = "
            insert into education_evaluation_sealed (id, activity_id, body)
            select e.value ->> 0, s.activity_id, s.body from json_each($1) e, education_evaluation_sealed s
             where s.id = (select min(id) from education_evaluation_sealed)";
        let mut tx = it.world.app.db().begin().await.unwrap();
        tx.run(copy, [serde_json::json!(many).into()]).await.unwrap();
        tx.commit().await.unwrap();

        it.until(END + 15 * DAY).await;
        it.until(END + 15 * DAY + 2 * MINUTE).await;

        assert_eq!(it.results().await["answers"], 20_026);
        assert!(texts(&it, "select id as it from education_evaluation_sealed").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn answers_sealed_with_another_secret_wait_until_that_is_back() {
    story(async |world| {
        let mut it = after_session(world, 6, &[]).await;
        for number in 0..6 {
            it.gives(number, "4", "").await;
        }
        let app = &it.world.app;
        let settings = Settings { secret: Secret(b"lost and made anew".to_vec()), ..app.settings().clone() };
        let elsewhere = App::new(app.db().clone(), app.clock().clone(), settings, *app.setup());
        it.on_another_day(END + 15 * DAY).await;

        kernel::jobs::run_due(&elsewhere).await.unwrap();
        assert_eq!(it.results().await["answers"], 0);
        let waiting = texts(&it, "select id as it from education_evaluation_sealed").await;
        assert_eq!(waiting.len(), 6, "nothing is lost");
    })
    .await;
}
