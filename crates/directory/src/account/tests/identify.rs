//! Whose cookie or token it is, and when it stops being anybody's.

use kernel::{
    Actor, App, Duty, Way,
    clock::{DAY, HOUR, MINUTE},
    db::{NONE, counted},
    id,
    testing::NOW,
    web::Knock,
};

use super::world::{both, session_of, write};

async fn who(app: &App, secret: &str) -> Option<Actor> {
    crate::identify(app, &Knock::Cookie(secret.to_owned())).await.expect("identify")
}

#[tokio::test]
async fn a_session_is_its_person_with_labels_duties_and_zone() {
    both(async |app| {
        let secret = session_of(&app, "rina").await;

        let rina = who(&app, &secret).await.expect("signed in");

        assert_eq!((rina.id.as_str(), rina.name.as_str(), rina.zone.as_str()), ("rina", "Rina Lestari, S.E.", "WITA"));
        assert_eq!(rina.duties, [Duty { kind: "pengelola".into(), node: "djpb.mamuju".into() }]);
        for label in ["asn@76.02", "asn@76", "agency:djpb", "agency:djpb.mamuju@76", "person:rina"] {
            assert!(rina.labels.iter().any(|it| it == label), "{label}");
        }
        assert!(!rina.labels.iter().any(|it| it.contains('*') || it.contains("majene")));
        assert!(who(&app, "never made").await.is_none());
        assert!(who(&app, &"x".repeat(5_000)).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn the_second_request_costs_one_statement_and_a_change_is_seen_at_once() {
    both(async |app| {
        let secret = session_of(&app, "rina").await;
        who(&app, &secret).await;

        let (again, statements) = counted(who(&app, &secret)).await;
        assert_eq!((again.map(|it| it.home), statements), (Some("djpb.mamuju".into()), 1));

        write(app.db(), "update directory_person set agency_id = 'bps.7602', version = version + 1 where id = 'rina'", NONE)
            .await;
        assert_eq!(who(&app, &secret).await.map(|it| it.home), Some("bps.7602".into()));
    })
    .await;
}

#[tokio::test]
async fn ended_expired_and_left_are_nobody() {
    both(async |app| {
        let secret = session_of(&app, "rina").await;
        app.clock().move_to(NOW + 12 * HOUR);
        assert!(who(&app, &secret).await.is_none(), "half a day without a sign of life");

        app.clock().move_to(NOW);
        for day in 0..30 {
            for half in 0..3 {
                app.clock().move_to(NOW + day * DAY + half * 8 * HOUR);
                assert!(who(&app, &secret).await.is_some());
            }
        }
        app.clock().move_to(NOW + 30 * DAY);
        assert!(who(&app, &secret).await.is_none(), "a month however busy");

        app.clock().move_to(NOW);
        let other = session_of(&app, "rina").await;
        assert!(who(&app, &other).await.is_some());
        write(app.db(), "update directory_person set left_at = 1 where id = 'rina'", NONE).await;
        assert!(who(&app, &other).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_duty_that_ends_stops_counting_in_that_moment_also_when_kept_in_memory() {
    both(async |app| {
        let grant = "insert into directory_duty (id, person_id, kind, agency_id, given_at, delegated_from, ends_at)
                     values ('for-a-week', 'rina', 'pimpinan', 'djpb.mamuju', 0, 'budi-pimpinan', $1)";
        write(app.db(), grant, [(NOW + 7 * DAY).into()]).await;
        let secret = session_of(&app, "rina").await;
        let is_head = async || who(&app, &secret).await.is_some_and(|it| it.holds_somewhere("pimpinan"));
        assert!(is_head().await);

        for day in 0..=20 {
            app.clock().move_to(NOW + day * 8 * HOUR);
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
        let secret = session_of(&app, "rina").await;
        let seen = async || {
            app.db().one("select seen_at from directory_session", NONE, |row| row.get::<i64>("seen_at")).await.expect("session")
        };

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
async fn a_token_carries_its_scopes_and_ends_like_a_session() {
    both(async |app| {
        let sql = "insert into directory_token (id, fingerprint, person_id, name, scopes, made_at, ends_at)
                   values ('t', $1, 'rina', 'skrip', 'education:read directory:read', 0, $2)";
        write(app.db(), sql, [id::fingerprint("guyub_x").into(), (NOW + 30 * DAY).into()]).await;
        let by_token = async || crate::identify(&app, &Knock::Bearer("guyub_x".into())).await.expect("identify");

        let rina = by_token().await.expect("known");
        assert_eq!(rina.way, Way::Token { id: "t".into(), scopes: vec!["education:read".into(), "directory:read".into()] });
        assert!(!rina.has_scope("education:write"));
        assert!(who(&app, "guyub_x").await.is_none(), "a token is no cookie");

        app.clock().move_to(NOW + 30 * DAY);
        assert!(by_token().await.is_none());
    })
    .await;
}
