//! While a room is open its server is asked who is inside; what was seen is attendance when it closes.

use kernel::clock::{HOUR, MINUTE};
use serde_json::json;

use super::scene::*;
use crate::world::*;

impl Webinar {
    fn leaves(&self, user_id: &str) {
        self.stub.post("/stub/leave", &json!({ "meetingID": self.meeting().0, "userID": user_id }));
    }

    fn comes(&self, user_id: &str) {
        self.stub.post("/stub/enter", &json!({ "meetingID": self.meeting().0, "userID": user_id, "fullName": "Siapa saja" }));
    }

    fn entered(&self) -> String {
        self.stub.calls("join").pop().unwrap()["userID"].as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn attendance_arrives_by_itself() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(STAFF_BPS).await;
        it.registered(STAFF_BNN).await;
        it.it_is(START - 10 * MINUTE).await;
        it.opens().await.expect(303);
        it.enters(&mut it.world.signed_in(STAFF_BPS).await).await;
        let bps = it.entered();
        it.enters(&mut it.world.signed_in(STAFF_BNN).await).await;
        let bnn = it.entered();
        it.comes("orang-asing");

        it.pass(70).await;
        assert_eq!(it.room().await["inside"], 3);
        it.leaves(&bnn);
        it.pass(30).await;
        it.comes(&bnn);
        it.pass(50).await;
        it.it_is(END).await;
        it.leaves(&bps);
        let path = it.at("ruang");
        it.owner.delete(&path).await.expect(303);
        it.everything_due().await;

        // Seen from the first to the last look: the session clips what was before its start.
        let (bps, bnn) = (it.minutes("Hamzah").await.unwrap(), it.minutes("Sitti").await.unwrap());
        assert!((139..=150).contains(&bps), "{bps}");
        assert!((105..=112).contains(&bnn), "{bnn}: away for half an hour");
    })
    .await;
}

#[tokio::test]
async fn a_room_that_nobody_ends_closes_when_its_meeting_is_gone() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(STAFF_BPS).await;
        it.it_is(END - 60 * MINUTE).await;
        it.opens().await.expect(303);
        it.enters(&mut it.world.signed_in(STAFF_BPS).await).await;
        it.pass(20).await;

        it.stub.is("down");
        it.pass(10).await;
        assert_eq!(it.room().await["trouble"], "room-trouble-silent");
        it.stub.is("up");
        it.pass(45).await;
        assert_eq!(it.room().await["ended_at"], serde_json::Value::Null, "it goes on beyond the end");
        let (meeting, _) = it.meeting();
        it.stub.post("/stub/forget", &json!({ "meetingID": meeting }));
        it.pass(2).await;

        assert!(it.room().await["ended_at"].is_number());
        let minutes = it.minutes("Hamzah").await.unwrap();
        assert!((44..=49).contains(&minutes), "{minutes}: seen before and after the silence, which vouches for nobody");
        it.pass(5).await;
        assert_eq!(it.minutes("Hamzah").await, Some(minutes));
    })
    .await;
}

#[tokio::test]
async fn ended_by_mistake_and_opened_again_all_of_it_counts() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(STAFF_BPS).await;
        it.it_is(START).await;
        it.opens().await.expect(303);
        let mut staff = it.world.signed_in(STAFF_BPS).await;
        it.enters(&mut staff).await;
        it.pass(30).await;
        let room = it.at("ruang");
        it.owner.delete(&room).await.expect(303);

        it.opens().await.expect(303);
        it.enters(&mut staff).await;
        it.pass(60).await;
        it.owner.delete(&room).await.expect(303);
        it.everything_due().await;

        let minutes = it.minutes("Hamzah").await.unwrap();
        assert!((85..=91).contains(&minutes), "{minutes}");
    })
    .await;
}

#[tokio::test]
async fn a_server_that_never_comes_back_does_not_keep_a_room_open() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.it_is(END - 10 * MINUTE).await;
        it.opens().await.expect(303);
        it.stub.is("down");

        it.it_is(END + 2 * HOUR).await;
        it.everything_due().await;
        it.pass(2).await;

        assert!(it.room().await["ended_at"].is_number());
    })
    .await;
}
