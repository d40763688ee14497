//! Many at one door, rooms that end under them, and servers that are not theirs.

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn of_a_crowd_one_asks_the_server() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        for nip in [STAFF_BPS, STAFF_KPPN, STAFF_PEMDA] {
            it.registered(nip).await;
        }
        it.it_is(START).await;
        let (mut one, mut two, mut three) =
            (it.world.signed_in(STAFF_BPS).await, it.world.signed_in(STAFF_KPPN).await, it.world.signed_in(STAFF_PEMDA).await);
        let door = it.at("gabung");

        let (one, two, three) = tokio::join!(one.get(&door), two.get(&door), three.get(&door));

        for page in [one, two, three] {
            assert!(page.expect(303).location().contains("/bigbluebutton/api/join?"));
        }
        assert_eq!(it.stub.calls("create").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_comes_back_into_a_room_whose_server_failed_to_end_it() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(STAFF_BPS).await;
        it.it_is(START).await;
        it.opens().await.expect(303);
        let mut staff = it.world.signed_in(STAFF_BPS).await;
        it.enters(&mut staff).await;
        it.stub.is("down");

        it.owner.delete(&it.at("ruang")).await.expect(409);

        assert!(it.room().await["ended_at"].is_i64());
        assert!(staff.get(&it.at("gabung")).await.expect(409).has("sudah mengakhiri rapat"));
        assert!(it.owner.get(&it.at("ruang")).await.expect(200).has("Akhiri ruang"));
        it.stub.is("up");
        it.owner.delete(&it.at("ruang")).await.expect(303);
        assert_eq!(it.stub.get("/stub/meetings"), "{}");
        it.owner.delete(&it.at("ruang")).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_server_of_one_agency_is_not_lent_by_inviting_or_copying() {
    story(async |world| {
        let stub = Stub::start();
        listed(&world, &stub);
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[]).await;
        let page = format!("/kegiatan/{id}");
        let save = async |browser: &mut kernel::testing::Browser| {
            let version = browser.program().get(&page).await.expect(200).json()["activity"]["version"].to_string();
            let fields =
                [draft(&[("meeting_server", "bps"), ("meeting_link", "")]), vec![("version", version.as_str())]].concat();
            browser.put(&page, &fields).await.status.as_u16()
        };
        kppn.post(&format!("{page}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
        assert_eq!(save(&mut kppn).await, 422, "who is only asked lends nothing");
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        bps.post(&format!("{page}/penyelenggara/{BPS}/persetujuan"), &[]).await.expect(303);
        assert_eq!(save(&mut kppn).await, 303);

        let copy = kppn.post(&format!("{page}/salinan"), &[]).await.expect(303).location().to_owned();
        let copy = copy.split('/').nth(2).unwrap();
        let sql = "select meeting_server as it from education_activity where id = $1";
        let server: String = world.app.db().one(sql, [copy.into()], |row| row.get("it")).await.unwrap();
        assert_eq!(server, "", "the copy is KPPN's alone");
    })
    .await;
}
