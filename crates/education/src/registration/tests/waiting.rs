//! The light page while the desk is busy: a place in line that is not lost and not taken twice.

use std::time::Duration;

use axum::Router;
use kernel::{App, db::Tx, testing::Browser};

use super::world::{entrant, hall, hosted, request, rows, story};
use crate::registration::{
    desk::{Answer, desk, pace},
    model::{Place, Standing},
    policy::Refusal,
    queries,
};

/// Somebody holds the activity's row, so that the desk cannot go on until it is let go.
async fn held_up(app: &App, id: &str) -> Tx {
    let mut tx = app.db().begin().await.expect("a transaction");
    queries::lock(&mut tx, id).await.expect("the row");
    tx
}

fn slow(app: &App) {
    for _ in 0..20 {
        pace(app).note(Duration::from_secs(10));
    }
}

fn browser(router: &Router, who: &str) -> Browser {
    let mut browser = Browser::new(router);
    browser.set_cookie("guyub", who);
    browser
}

/// Until the desk has settled this many.
async fn served(app: &App, id: &str, count: u64) {
    while desk(app).served(id) < count {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn when_the_line_is_long_a_browser_gets_a_light_page_and_then_its_answer() {
    story(async |app| {
        let (id, router) = (hall(&app, Some(1)).await, kernel::web::serve(app.clone(), Router::new()));
        let path = format!("/kegiatan/{id}/pendaftaran");
        slow(&app);
        let (mut ani, mut budi) = (browser(&router, "ani"), browser(&router, "budi"));
        let holding = held_up(&app, &id).await;

        let first = ani.post(&path, &[]).await.expect(202);
        let second = budi.post(&path, &[]).await.expect(202);
        let again = budi.post(&path, &[]).await.expect(202);

        assert!(first.has("Urutan Anda: 1") && second.has("Urutan Anda: 2") && again.has("Urutan Anda: 2"), "{}", again.text());
        assert!(first.body.len() < 3_000, "{} bytes", first.body.len());
        let refresh = first.header("refresh").to_owned();
        assert!(refresh.contains("; url=/kegiatan/"), "{refresh}");
        assert!(ani.get(&path).await.expect(202).has("Urutan Anda: 1"));

        drop(holding);
        served(&app, &id, 2).await;
        let next = refresh.split("url=").nth(1).expect("where to look").to_owned();
        assert!(settled(&mut ani, &next).await.has("Terdaftar"));
        assert!(settled(&mut budi, &next).await.has("Daftar tunggu ke-1"));
        assert_eq!((rows(&app, &id).await.len(), desk(&app).served(&id)), (2, 2), "nobody lined up twice");
    })
    .await;
}

/// Looks again until there is an answer, as the browser does by itself.
async fn settled(browser: &mut Browser, path: &str) -> kernel::testing::Page {
    loop {
        let page = browser.get(path).await;
        if page.status != 202 {
            return page.expect(200);
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_program_is_told_its_place_and_where_to_ask() {
    story(async |app| {
        let (id, router) = (hall(&app, Some(1)).await, kernel::web::serve(app.clone(), Router::new()));
        slow(&app);
        let holding = held_up(&app, &id).await;

        let answer = browser(&router, "ani").program().post(&format!("/kegiatan/{id}/pendaftaran"), &[]).await.expect(202);

        assert!(!answer.header("retry-after").is_empty());
        let answer = answer.json();
        assert_eq!(
            (answer["place"].as_i64(), answer["next"].as_str()),
            (Some(1), Some(format!("/kegiatan/{id}/pendaftaran").as_str()))
        );
        drop(holding);
        served(&app, &id, 1).await;
    })
    .await;
}

#[tokio::test]
async fn being_in_line_in_time_is_in_time_and_what_changed_meanwhile_counts() {
    story(async |app| {
        let (closing, narrowed) = (hall(&app, None).await, hall(&app, None).await);
        let now = app.now();
        let mut holding = held_up(&app, &closing).await;
        queries::lock(&mut holding, &narrowed).await.expect("the other row");
        let close = "update education_activity set registration_closes_at = $1 where id = $2";
        holding.run(close, [(now + 1).into(), closing.as_str().into()]).await.expect("closing");
        let narrow = "update education_audience set label = $1 where activity_id = $2";
        holding.run(narrow, ["agency:lain".into(), narrowed.as_str().into()]).await.expect("narrowed");
        let ask = async |id: &str, asked_at: i64| {
            let request = request(vec![entrant(&hosted(&app, id).await, "ani", now)], asked_at);
            desk(&app).line_up(id, request).expect("in line")
        };

        let in_time = ask(&closing, now).await;
        let late = ask(&closing, now + 1).await;
        let stranger = ask(&narrowed, now).await;
        app.clock().move_to(now + 5_000);
        holding.commit().await.expect("committed");

        assert_eq!(only(in_time.answer.await.expect("an answer")).map(|it| it.standing), Ok(Standing::Seated));
        assert_eq!(only(late.answer.await.expect("an answer")).map(drop), Err(Refusal::Closed));
        assert_eq!(only(stranger.answer.await.expect("an answer")).map(drop), Err(Refusal::NotInAudience));
    })
    .await;
}

/// The result of a request for one person.
fn only(answer: kernel::Outcome<Answer>) -> Result<Place, Refusal> {
    answer.expect("settled").remove(0)
}

#[tokio::test]
async fn another_node_that_does_not_know_the_line_says_so_for_a_minute() {
    story(async |app| {
        let (id, router) = (hall(&app, Some(1)).await, kernel::web::serve(app.clone(), Router::new()));
        let mut ani = browser(&router, "ani");

        let page = ani.get(&format!("/kegiatan/{id}/pendaftaran?antre={}", app.now() - 30_000)).await.expect(202);
        assert!(page.has("sudah kami terima") && !page.has("Urutan Anda"));
        let page = ani.get(&format!("/kegiatan/{id}/pendaftaran?antre={}", app.now() - 90_000)).await.expect(200);
        assert!(page.has("Anda belum terdaftar"));
    })
    .await;
}
