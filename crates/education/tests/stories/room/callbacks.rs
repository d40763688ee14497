//! What the server tells by itself, and what somebody else would like to have told.

use kernel::clock::{HOUR, MINUTE, SECOND};
use serde_json::{Value, json};

use super::scene::*;
use crate::world::*;

/// A report of a meeting, of people by id who came and left at minutes of the session.
fn report(meeting_id: &str, run: &str, people: &[(&str, &[i64], &[i64])]) -> Value {
    let moments = |it: &[i64]| it.iter().map(|it| iso(START + it * MINUTE)).collect::<Vec<_>>();
    let attendee = |(id, joins, leaves): &(&str, &[i64], &[i64])| json!({ "ext_user_id": id, "name": "Budi", "moderator": false, "joins": moments(joins), "leaves": moments(leaves), "duration": 1 });
    json!({
        "version": "1.0", "meeting_id": meeting_id, "internal_meeting_id": run,
        "data": { "finish": iso(END), "attendees": people.iter().map(attendee).collect::<Vec<_>>() },
    })
}

/// As Ruby writes moments in JSON; the session starts at 01.00 UTC.
fn iso(at: i64) -> String {
    let seconds = (at - START) / SECOND + 3_600;
    format!("2026-11-24T{:02}:{:02}:{:02}.000+00:00", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

impl Webinar {
    async fn told(&mut self, path: &str, bearer: &str, body: &Value) -> u16 {
        let status = self.world.stranger().send(sent(path, bearer, "application/json", body.to_string())).await.status.as_u16();
        self.everything_due().await;
        status
    }

    fn bearer(&self) -> String {
        self.stub.token(&json!({ "exp": self.world.app.now() / SECOND + 24 * 3_600 }), "HS512")
    }

    /// Somebody was inside; the path of the report's address, the meeting's name and their id.
    async fn held(&mut self) -> (String, String, String) {
        self.registered(STAFF_BPS).await;
        self.it_is(START).await;
        self.opens().await.expect(303);
        self.enters(&mut self.world.signed_in(STAFF_BPS).await).await;
        let user = self.stub.calls("join").pop().unwrap()["userID"].as_str().unwrap().to_owned();
        self.it_is(END + HOUR).await;
        (self.callback("meta_analytics-callback-url"), self.meeting().0, user)
    }
}

#[tokio::test]
async fn a_signed_report_is_attendance_once() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let (path, meeting, user) = it.held().await;
        let bearer = it.bearer();
        let told = report(&meeting, "run-1", &[(&user, &[-20, 30, 100], &[20, 90, 200]), ("Budi Contoh", &[0], &[150])]);

        assert_eq!(it.told(&path, &bearer, &told).await, 204);
        assert_eq!(it.minutes("Hamzah").await, Some(20 + 60 + 50), "united, and clipped to the session");
        assert!(it.owner.get(&it.at("ruang")).await.expect(200).has("melaporkan 2 orang"));

        assert_eq!(it.told(&path, &bearer, &told).await, 204, "the same once more");
        let longer = report(&meeting, "run-1", &[(&user, &[0], &[150])]);
        assert_eq!(it.told(&path, &bearer, &longer).await, 204, "another text of the same run");
        assert_eq!(it.minutes("Hamzah").await, Some(130));
        let again = report(&meeting, "run-2", &[(&user, &[85], &[95])]);
        assert_eq!(it.told(&path, &bearer, &again).await, 204, "the meeting was made again, on another device");
        assert_eq!(it.minutes("Hamzah").await, Some(135));

        let registration = it.row("Hamzah").await["registration_id"].as_str().unwrap().to_owned();
        let ledger = it.owner.get(&it.at(&format!("kehadiran/{registration}"))).await.expect(200);
        assert!(ledger.has("server ruang rapat"), "{}", ledger.text());
    })
    .await;
}

#[tokio::test]
async fn a_report_that_is_not_the_servers_changes_nothing() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let (path, meeting, user) = it.held().await;
        let (now, bearer) = (it.world.app.now() / SECOND, it.bearer());
        let good = report(&meeting, "run-1", &[(&user, &[0], &[150])]);
        let foreign = "eyJhbGciOiJIUzUxMiJ9.eyJleHAiOjk5OTk5OTk5OTl9.c2FsYWg";

        for (bearer, why) in [
            (String::new(), "none"),
            (foreign.to_owned(), "signed by somebody else"),
            (it.stub.token(&json!({ "exp": now - 3_600 }), "HS512"), "expired"),
            (it.stub.token(&json!({}), "HS512"), "for ever"),
            (it.stub.token(&json!({ "exp": now + 60 }), "HS256"), "another algorithm"),
        ] {
            assert_eq!(it.told(&path, &bearer, &good).await, 401, "{why}");
        }
        let other = path.replacen("/rapat/", "/rapat/0", 1);
        let guessed = path.replace(path.split('/').nth(3).unwrap(), &"0".repeat(64));
        for path in [other, guessed, path.replace("kehadiran", "lain"), "/rapat/a/b/kehadiran".to_owned()] {
            assert_eq!(it.told(&path, &bearer, &good).await, 404, "{path}");
        }
        assert_eq!(
            it.told(&path, &bearer, &report("guyub-lain", "run-1", &[(&user, &[0], &[150])])).await,
            422,
            "another meeting"
        );
        assert_eq!(it.told(&path, &bearer, &json!({ "meeting_id": meeting })).await, 422, "no report");
        let huge = sent(&path, &bearer, "application/json", vec![b' '; 9 << 20]);
        assert_eq!(it.world.stranger().send(huge).await.status, 413);

        assert_eq!(it.minutes("Hamzah").await, None, "nothing was counted");
        assert_eq!(it.told(&path, &bearer, &good).await, 204, "late, and still in time");
        assert_eq!(it.minutes("Hamzah").await, Some(150));
    })
    .await;
}

#[tokio::test]
async fn a_report_on_a_cancelled_activity_is_not_wanted() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(STAFF_BPS).await;
        it.it_is(START).await;
        it.opens().await.expect(303);
        let (path, meeting, bearer) = (it.callback("meta_analytics-callback-url"), it.meeting().0, it.bearer());
        let cancel = it.at("pembatalan");
        it.owner.post(&cancel, &[("reason", "Narasumber sakit")]).await.expect(303);

        assert_eq!(it.told(&path, &bearer, &report(&meeting, "run-1", &[])).await, 410);
    })
    .await;
}

#[tokio::test]
async fn the_end_is_a_hint_and_a_recording_is_looked_up() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let (_, meeting, _) = it.held().await;
        let (ended, recorded) = (it.callback("meta_endCallbackUrl"), it.callback("meta_bbb-recording-ready-url"));
        it.stub.post("/stub/forget", &json!({ "meetingID": meeting }));

        it.world.stranger().get(&format!("{ended}?recordingmarks=true")).await.expect(204);
        it.world.stranger().get(&ended.replace("/rapat/", "/rapat/1")).await.expect(404);
        it.everything_due().await;
        assert!(it.room().await["ended_at"].is_number());

        let notice = |token: &str| sent(&recorded, "", "application/x-www-form-urlencoded", format!("signed_parameters={token}"));
        let token = it.stub.token(&json!({ "meeting_id": meeting, "record_id": "r-1" }), "HS256");
        let other = it.stub.token(&json!({ "meeting_id": "guyub-lain", "record_id": "r-1" }), "HS256");
        assert_eq!(it.world.stranger().send(notice(&other)).await.status, 401);
        assert_eq!(it.world.stranger().send(notice("a.b.c")).await.status, 401);
        it.stub.is("down");
        assert_eq!(it.world.stranger().send(notice(&token)).await.status, 503, "tell again later");
        it.stub.is("up");
        assert_eq!(it.world.stranger().send(notice(&token)).await.status, 204);
        assert!(it.room().await["recording"].as_str().unwrap().ends_with(&meeting));
    })
    .await;
}
