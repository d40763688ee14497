//! Choosing a server, opening the room, entering it; early, uninvited, and while the server is silent.

use kernel::clock::{HOUR, MINUTE};

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn organisers_choose_among_the_servers_of_their_agency() {
    story(async |world| {
        let mut it = webinar(world, &[("meeting_server", "own"), ("meeting_link", "https://rapat.example/abc")]).await;
        let (id, edit) = (it.id.clone(), it.at("ubah"));

        let page = it.owner.get(&edit).await.expect(200);
        assert!(page.has("Server pusat") && page.has("Jitsi contoh") && page.has("Tautan sendiri") && !page.has("Server bps"));
        let mut bps = it.world.signed_in(COORDINATOR_BPS).await;
        assert!(bps.get("/kegiatan/baru").await.expect(200).has("Server bps"));

        for foreign in ["bps", "tidak-ada"] {
            let fields = [draft(&[("meeting_server", foreign)]), vec![("version", "2")]].concat();
            let page = it.owner.put(&format!("/kegiatan/{id}"), &fields).await.expect(422);
            assert!(page.has("tidak tersedia untuk instansi Anda"), "{}", page.text());
        }
        let fields = [draft(&[("meeting_server", "pusat")]), vec![("version", "2")]].concat();
        it.owner.put(&format!("/kegiatan/{id}"), &fields).await.expect(303);
        let history = it.owner.get(&it.at("riwayat")).await.expect(200);
        assert!(history.has("Ruang rapat: <b>pusat</b>"), "{}", history.text());
        assert!(it.owner.get(&format!("/kegiatan/{id}")).await.has(&it.at("ruang")));
    })
    .await;
}

#[tokio::test]
async fn without_a_list_there_is_nothing_to_choose() {
    story(async |world| {
        let _ = std::fs::remove_file(world.app.settings().data.join("meetings.toml"));
        let mut owner = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut owner, &[]).await;

        assert!(!owner.get("/kegiatan/baru").await.expect(200).has("meeting_server"));
        assert!(owner.get(&format!("/kegiatan/{id}/ruang")).await.expect(409).has("tidak memakai ruang rapat"));
    })
    .await;
}

#[tokio::test]
async fn who_comes_early_waits_and_who_is_in_time_enters_under_their_name() {
    story(async |world| {
        let mut it = webinar(world, &[("public", "1")]).await;
        it.it_is(START - HOUR).await;
        let mut staff = it.registered(STAFF_BPS).await;

        let early = staff.get(&it.at("gabung")).await.expect(200);
        assert!(early.has("Rapat belum dibuka") && early.has("08.45 WITA"), "{}", early.text());
        assert_eq!(early.header("refresh"), format!("300; url={}", it.at("gabung")));
        assert_eq!(staff.program().get(&it.at("gabung")).await.expect(200).header("retry-after"), "300");

        assert_eq!(it.opens().await.expect(303).location(), it.at("ruang"));
        it.opens().await.expect(303);
        assert!(staff.get(&it.at("gabung")).await.expect(200).has("Rapat belum dibuka"), "participants not before half an hour");
        it.it_is(START - 20 * MINUTE).await;

        let landed = it.enters(&mut it.world.signed_in(STAFF_BPS).await).await;
        assert!(landed.contains("<p id=role>VIEWER</p>"), "{landed}");
        let entered = it.stub.calls("join").pop().unwrap();
        let registration = it.row(entered["fullName"].as_str().unwrap()).await["registration_id"].clone();
        assert_eq!(entered["userID"], registration);
        let made = it.meeting().1;
        assert_eq!((&made["meetingKeepEvents"], &made["record"]), (&"true".into(), &"true".into()));
        assert_eq!(made["name"], "Inflasi dan APBN: apa yang perlu ASN ketahui");
        let history = it.owner.get(&it.at("riwayat")).await.expect(200).text();
        assert_eq!(history.matches("Ruang rapat dibuka").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn owners_and_speakers_lead_and_strangers_stay_outside() {
    story(async |world| {
        let mut it = webinar(world, &[("listed", "audience"), ("region", "76")]).await;
        it.registered(STAFF_BNN).await;
        link_speaker(&it, STAFF_BNN).await;
        it.it_is(START).await;
        it.opens().await.expect(303);

        let owner = it.enters(&mut it.owner.clone()).await;
        assert!(owner.contains("Rina Contoh Wulandari") && owner.contains("MODERATOR"), "{owner}");
        let leads = it.enters(&mut it.world.signed_in(STAFF_BNN).await).await;
        assert!(leads.contains("MODERATOR"), "{leads}");

        it.world.signed_in(STAFF_PEMDA).await.get(&it.at("gabung")).await.expect(403);
        it.world.signed_in(STAFF_PEMDA).await.get(&it.at("ruang")).await.expect(403);
        it.world.signed_in(STAFF_PEMDA).await.post(&it.at("ruang"), &[]).await.expect(403);
        it.world.signed_in(STAFF_PEMDA).await.delete(&it.at("ruang")).await.expect(403);
        for place in ["gabung", "ruang"] {
            it.world.signed_in(OUTSIDER).await.get(&it.at(place)).await.expect(404);
            assert!(it.world.stranger().get(&it.at(place)).await.expect(303).location().starts_with("/masuk"));
        }
        it.world.signed_in(OUTSIDER).await.post(&it.at("ruang"), &[]).await.expect(404);
        assert_eq!(it.stub.calls("join").len(), 2);
    })
    .await;
}

/// As the evaluation's settings do.
async fn link_speaker(it: &Webinar, nip: &str) {
    let person_id = directory::testing::person_id(&it.world.app, nip).await;
    let sql = "insert into education_evaluation_speaker (activity_id, name, person_id) values ($1, $2, $3)";
    let mut tx = it.world.app.db().begin().await.unwrap();
    let args = [it.id.as_str().into(), "Dr. Contoh Narasumber, S.E.".into(), person_id.into()];
    tx.run(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn guests_enter_with_their_ticket() {
    story(async |world| {
        let mut it = webinar(world, &[("public", "1")]).await;
        let mut siti = it.world.stranger();
        let form = [("name", "Siti Warga"), ("mail", "siti@contoh.example"), ("from", "Mamuju"), ("agree", "1")];
        siti.post(&it.at("pendaftaran/tamu"), &form).await.expect(200);
        let ticket = ticket_of(&it).await;
        it.it_is(START).await;
        it.opens().await.expect(303);

        let address = siti.get(&format!("/tiket/{ticket}/gabung")).await.expect(303).location().to_owned();

        assert!(it.stub.visit(&address).contains("<p id=name>Siti Warga</p><p id=role>VIEWER</p>"));
        siti.get("/tiket/tebakan/gabung").await.expect(404);
    })
    .await;
}

async fn ticket_of(it: &Webinar) -> String {
    let sql = "select ticket from education_registration where guest_mail is not null";
    it.world.app.db().one(sql, kernel::db::NONE, |row| row.get("ticket")).await.unwrap()
}

#[tokio::test]
async fn a_room_opens_by_itself() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.it_is(START - 16 * MINUTE).await;
        it.everything_due().await;
        assert!(it.stub.calls("create").is_empty());

        it.pass(1).await;

        assert_eq!(it.stub.calls("create").len(), 1);
        assert_eq!(it.room().await["opened_at"], START - 15 * MINUTE);
    })
    .await;
}

#[tokio::test]
async fn a_silent_server_is_told_of_and_another_may_be_chosen() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(STAFF_BPS).await;
        it.stub.is("down");
        it.it_is(START).await;

        let page = it.opens().await.expect(409);
        assert!(page.has("Server rapat tidak menjawab") && !page.has(SECRET), "{}", page.text());
        let mut staff = it.world.signed_in(STAFF_BPS).await;
        let waits = staff.get(&it.at("gabung")).await.expect(503);
        assert!(waits.has("Server rapat belum menjawab") && waits.header("refresh").starts_with("15;"), "{}", waits.text());
        let seen = it.owner.get(&it.at("ruang")).await.expect(200);
        assert!(seen.has("Server bermasalah") && seen.has("Server sunyi, Jitsi contoh"), "{}", seen.text());

        it.stub.is("up");
        assert!(staff.get(&it.at("gabung")).await.expect(503).has("belum menjawab"), "not asked again for everybody");
        it.pass(1).await;
        assert!(it.enters(&mut staff).await.contains("VIEWER"));
        assert_eq!(it.room().await["trouble"], serde_json::Value::Null);

        let version = it.owner.program().get(&it.at("ubah")).await.json()["version"].to_string();
        let fields = [draft(&[("meeting_server", "jitsi")]), vec![("version", version.as_str())]].concat();
        it.owner.put(&format!("/kegiatan/{}", it.id), &fields).await.expect(303);
        let link = staff.get(&it.at("gabung")).await.expect(303).location().to_owned();
        assert!(link.starts_with("https://jitsi.example/guyub-") && link.contains("?jwt=ey"), "{link}");
        assert!(it.owner.get(&it.at("ruang")).await.expect(200).has("Jitsi tidak melaporkan siapa yang hadir"));
    })
    .await;
}

#[tokio::test]
async fn a_room_is_opened_and_ended_in_its_time() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(STAFF_BPS).await;
        it.it_is(START - 3 * HOUR).await;
        assert!(it.opens().await.expect(409).has("paling cepat 2 jam"));
        let path = it.at("ruang");
        it.owner.delete(&path).await.expect(409);

        it.it_is(START).await;
        it.opens().await.expect(303);
        let mut staff = it.world.signed_in(STAFF_BPS).await;
        it.enters(&mut staff).await;
        it.owner.delete(&path).await.expect(303);
        assert!(it.owner.delete(&path).await.expect(409).has("sedang tidak terbuka"));
        assert!(staff.get(&it.at("gabung")).await.expect(409).has("sudah mengakhiri rapat"));
        assert_eq!(it.stub.get("/stub/meetings"), "{}");

        it.opens().await.expect(303);
        assert!(it.enters(&mut staff).await.contains("VIEWER"), "opened again");
        it.it_is(END).await;
        assert!(it.opens().await.expect(409).has("Kegiatan sudah selesai"));
        assert!(it.world.signed_in(STAFF_BPS).await.get(&it.at("gabung")).await.expect(409).has("rapatnya sudah ditutup"));
    })
    .await;
}
