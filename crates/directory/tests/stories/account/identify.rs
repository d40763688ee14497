//! Whose cookie or token it is, and when it stops being anybody's.

use axum::{body::Body, http::Request};
use directory::testing::{self, COORDINATOR_KPPN, HEAD_KPPN, person_id};
use kernel::{
    Actor, App, Duty, Way,
    clock::{DAY, HOUR, MINUTE},
    db::{NONE, counted},
    id,
    testing::NOW,
    web::Knock,
};

use super::world::{both, router, visitor, write};

async fn who(app: &App, secret: &str) -> Option<Actor> {
    directory::identify(app, &Knock::Cookie(secret.to_owned())).await.unwrap()
}

/// The secret of a session of the coordinator.
async fn session(app: &App) -> String {
    testing::sign_in(app, &router(app), COORDINATOR_KPPN).await.cookie("guyub").unwrap().to_owned()
}

#[tokio::test]
async fn a_session_is_its_person_with_labels_duties_and_zone() {
    both(async |app| {
        let secret = session(&app).await;

        let rina = who(&app, &secret).await.unwrap();

        assert_eq!((rina.name.as_str(), rina.zone.as_str()), ("Rina Contoh Wulandari, S.E., M.M.", "WITA"));
        assert_eq!(rina.duties, [Duty { kind: "pengelola".into(), node: "kemenkeu.djpb.kppn-mamuju".into() }]);
        for label in ["asn@76.02", "asn@76", "agency:kemenkeu", "agency:kemenkeu.djpb.kppn-mamuju@76"] {
            assert!(rina.labels.iter().any(|it| it == label), "{label}");
        }
        assert!(rina.labels.contains(&format!("person:{}", person_id(&app, COORDINATOR_KPPN).await)));
        assert!(!rina.labels.iter().any(|it| it.contains('*') || it.contains("bps")));
        assert!(who(&app, "never made").await.is_none());
        assert!(who(&app, &"x".repeat(5_000)).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn the_second_request_costs_one_statement_and_a_change_is_seen_at_once() {
    both(async |app| {
        let secret = session(&app).await;
        who(&app, &secret).await;

        let (again, statements) = counted(who(&app, &secret)).await;
        assert_eq!((again.map(|it| it.home), statements), (Some("kemenkeu.djpb.kppn-mamuju".into()), 1));

        let moved = "update directory_person set agency_id = 'bps', version = version + 1 where identity_number = $1";
        write(&app, moved, [COORDINATOR_KPPN.into()]).await;
        assert_eq!(who(&app, &secret).await.map(|it| it.home), Some("bps".into()));

        write(&app, "update directory_lineage set ancestor_id = 'bnn' where agency_id = 'bps' and ancestor_id = '*'", NONE).await;
        write(&app, "update directory_tree set version = version + 1", NONE).await;
        assert!(who(&app, &secret).await.unwrap().labels.iter().any(|it| it == "agency:bnn"));
    })
    .await;
}

#[tokio::test]
async fn idle_old_and_left_are_nobody() {
    both(async |app| {
        let start = "update directory_session set ends_at = $1";
        let secret = session(&app).await;
        write(&app, start, [(NOW + 30 * DAY).into()]).await;
        app.clock().move_to(NOW + 12 * HOUR);
        assert!(who(&app, &secret).await.is_none(), "half a day without a sign of life");

        for third in 0..90 {
            app.clock().move_to(NOW + third * 8 * HOUR);
            assert!(who(&app, &secret).await.is_some());
        }
        app.clock().move_to(NOW + 30 * DAY);
        assert!(who(&app, &secret).await.is_none(), "a month, however busy");

        app.clock().move_to(NOW + 30 * DAY - 1);
        assert!(who(&app, &secret).await.is_some());
        write(&app, "update directory_person set left_at = 1 where identity_number = $1", [COORDINATOR_KPPN.into()]).await;
        assert!(who(&app, &secret).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_loan_stops_counting_in_its_last_moment_also_when_kept_in_memory() {
    both(async |app| {
        let (coordinator, head) = (person_id(&app, COORDINATOR_KPPN).await, person_id(&app, HEAD_KPPN).await);
        let lend = "insert into directory_duty (id, person_id, kind, agency_id, given_at, delegated_from, ends_at)
                    select 'loan', $1, kind, agency_id, 0, id, $2 from directory_duty where person_id = $3";
        write(&app, lend, [coordinator.into(), (NOW + 7 * DAY).into(), head.into()]).await;
        let secret = session(&app).await;
        write(&app, "update directory_session set ends_at = $1", [(NOW + 30 * DAY).into()]).await;
        let is_head = async || who(&app, &secret).await.is_some_and(|it| it.holds_somewhere("pimpinan"));

        for third in 0..21 {
            app.clock().move_to(NOW + third * 8 * HOUR);
            assert!(is_head().await);
        }
        app.clock().move_to(NOW + 7 * DAY - 1);
        assert!(is_head().await);
        app.clock().move_to(NOW + 7 * DAY);
        assert!(!is_head().await);
    })
    .await;
}

#[tokio::test]
async fn seeing_somebody_is_written_every_ten_minutes_at_most() {
    both(async |app| {
        let secret = session(&app).await;
        let seen =
            async || app.db().one("select seen_at from directory_session", NONE, |row| row.get::<i64>("seen_at")).await.unwrap();

        app.clock().move_to(NOW + 10 * MINUTE - 1);
        who(&app, &secret).await;
        assert_eq!(seen().await, NOW);

        app.clock().move_to(NOW + 10 * MINUTE);
        who(&app, &secret).await;
        assert_eq!(seen().await, NOW + 10 * MINUTE);
    })
    .await;
}

#[tokio::test]
async fn a_token_carries_its_scopes_and_is_no_cookie() {
    both(async |app| {
        let sql = "insert into directory_token (id, fingerprint, person_id, name, scopes, made_at, ends_at)
                   values ('t', $1, $2, 'skrip', 'education:read directory:read', 0, $3)";
        let rina = person_id(&app, COORDINATOR_KPPN).await;
        write(&app, sql, [id::fingerprint("guyub_x").into(), rina.into(), (NOW + 30 * DAY).into()]).await;
        let by_token = async || directory::identify(&app, &Knock::Bearer("guyub_x".into())).await.unwrap();

        let rina = by_token().await.unwrap();
        assert_eq!(rina.way, Way::Token { id: "t".into(), scopes: vec!["education:read".into(), "directory:read".into()] });
        assert!(!rina.has_scope("education:write"));
        assert!(who(&app, "guyub_x").await.is_none());

        app.clock().move_to(NOW + 30 * DAY);
        assert!(by_token().await.is_none());
    })
    .await;
}

#[tokio::test]
async fn whoever_sends_a_form_after_the_session_ended_comes_back_to_the_page_it_stood_on() {
    both(async |app| {
        for (referer, back) in [
            ("http://guyub.test/profil?urut=1", "/profil%3Furut=1"),
            ("http://elsewhere.test/profil", "/profil/token"),
            ("guyub.test", "/profil/token"),
        ] {
            let request = Request::post("/profil/token").header("host", "guyub.test").header("referer", referer);
            let page = visitor(&app).send(request.body(Body::empty()).unwrap()).await.expect(303);

            assert_eq!(page.location(), format!("/masuk?lanjut={back}"), "{referer}");
        }
    })
    .await;
}
