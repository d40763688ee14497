//! Interruptions: a batch that is dropped half-way leaves all of itself or nothing.

use std::{future::poll_fn, pin::pin, task::Poll};

use kernel::{App, Outcome};

use super::world::{assert_sound, crowd, entrant, hall, hosted, request, rows, story, told};
use crate::registration::{desk, model::Standing, queries};

/// Polls a future this often and drops it: what a killed process does between two of its steps.
async fn cut_off<F: Future<Output = Outcome<()>>>(future: F, after: usize) -> bool {
    let mut future = pin!(future);
    let mut polls = 0;
    poll_fn(|context| {
        polls += 1;
        match future.as_mut().poll(context) {
            Poll::Ready(_) => Poll::Ready(true),
            Poll::Pending if polls >= after => Poll::Ready(false),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

/// A commit that was sent before its caller went away may still be under way: whoever locks the row next comes after it.
async fn settled(app: &App, id: &str) {
    let mut tx = app.db().begin().await.expect("a transaction");
    queries::lock(&mut tx, id).await.expect("the row");
    tx.commit().await.expect("nothing changed");
}

#[tokio::test]
async fn a_batch_cut_off_anywhere_leaves_all_or_nothing() {
    story(async |app| {
        let id = hall(&app, Some(40)).await;
        let hosted = hosted(&app, &id).await;
        let mut cut = 0;
        for after in 1..30 {
            let people: Vec<String> = (0..50).map(|it| format!("{after}-{it}")).collect();
            let requests = [request(people.iter().map(|it| entrant(&hosted, it, app.now())).collect(), app.now())];
            let batch = async {
                let mut tx = app.db().begin().await?;
                desk::register(&mut tx, &id, &requests, (app.now(), "")).await?;
                tx.commit().await
            };

            let was_answered = cut_off(batch, after).await;
            settled(&app, &id).await;

            let mine = format!("{after}-");
            let kept = rows(&app, &id).await.iter().filter(|it| it.who.starts_with(&mine)).count();
            assert!(kept == 50 || (kept == 0 && !was_answered), "{kept} of 50 after {after} steps");
            assert_sound(&app, &id).await;
            cut += usize::from(!was_answered);
        }
        assert!(cut > 0, "at least the first was cut off");
    })
    .await;
}

#[tokio::test]
async fn a_batch_that_is_written_and_not_committed_never_was() {
    story(async |app| {
        let id = hall(&app, Some(40)).await;
        let hosted = hosted(&app, &id).await;
        let requests = [request(vec![entrant(&hosted, "ani", app.now())], app.now())];

        let mut tx = app.db().begin().await.expect("a transaction");
        desk::register(&mut tx, &id, &requests, (app.now(), "")).await.expect("settled");
        drop(tx);

        let budi = crowd(&app, &id, &["budi".to_owned()]).await;
        assert_eq!(budi[0].number, 1);
        assert_eq!((rows(&app, &id).await.len(), told(&app, "education.people-registered").await), (1, 1));
        assert_sound(&app, &id).await;
    })
    .await;
}

#[tokio::test]
async fn who_goes_away_while_waiting_is_registered_nevertheless() {
    story(async |app| {
        let id = hall(&app, Some(5)).await;
        let hosted = hosted(&app, &id).await;
        let impatient = request(vec![entrant(&hosted, "ani", app.now())], app.now());

        drop(desk::desk(&app).line_up(&id, impatient).expect("in line"));

        let budi = crowd(&app, &id, &["budi".to_owned()]).await;
        assert_eq!((budi[0].number, budi[0].standing), (2, Standing::Seated));
        assert_eq!(rows(&app, &id).await.len(), 2);
        assert!(told(&app, "education.people-registered").await >= 1);
    })
    .await;
}
