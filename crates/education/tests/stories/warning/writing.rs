//! Writing: an agency's coordinator or head warns its audience, alone or from an activity.

use super::*;
use crate::world::{drafted as drafted_activity, published as published_activity};

#[tokio::test]
async fn a_coordinator_writes_publishes_and_the_people_it_is_for_are_told_once() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let staff = world.signed_in(STAFF_BNN).await;

        let address = drafted(&mut kppn, &[]).await;
        assert_eq!(json(&kppn, &address).await["state"], "draft");
        staff.program().get(&address).await.expect(404);
        publish(&mut kppn, &address).await.expect(303);
        settle(&world).await;

        let page = json(&staff, &address).await;
        assert_eq!((&page["state"], &page["is_asked"]), (&"in-force".into(), &true.into()));
        assert_eq!(told(&staff, TITLE).await, 1);
        let letters = kernel::mail::letters_to(&world.app, "sitticontohrahmah@contoh.go.id.example").await.unwrap();
        assert!(letters.iter().any(|it| it.subject == format!("Peringatan dini: {TITLE}")), "{letters:?}");
        assert_eq!(told(&world.signed_in(OUTSIDER).await, TITLE).await, 0, "Makassar is elsewhere");

        publish(&mut kppn, &address).await.expect(409);
        later(&world, kernel::clock::DAY);
        settle(&world).await;
        let staff = world.signed_in(STAFF_BNN).await;
        assert_eq!(told(&staff, TITLE).await, 1, "the round of the night tells nobody again");
    })
    .await;
}

#[tokio::test]
async fn only_those_who_speak_for_an_agency_write_in_its_name() {
    story(async |world| {
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;
        let mut head = world.signed_in(HEAD_KPPN).await;

        staff.get("/peringatan/baru").await.expect(403);
        staff.post("/peringatan", &form(&[])).await.expect(403);
        bps.post("/peringatan", &form(&[("agency", KPPN)])).await.expect(403);
        let address = drafted(&mut head, &[]).await;
        bps.get(&address).await.expect(404);
        bps.post(&format!("{address}/penerbitan"), &[]).await.expect(404);
        bps.submit("PUT", &address, &form(&[])).await.expect(404);
        head.get("/peringatan/baru").await.expect(200);
        assert!(world.stranger().get("/peringatan/baru").await.status.as_u16() != 200);
    })
    .await;
}

#[tokio::test]
async fn a_warning_may_be_drawn_from_an_activity_of_the_office() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = published_activity(&mut kppn, &[]).await;

        let page = kppn.get(&format!("/kegiatan/{activity}")).await.expect(200);
        let write = format!("/peringatan/baru?kegiatan={activity}");
        assert!(page.has(&write));
        let blank = kppn.get(&write).await.expect(200);
        assert!(blank.has("value=\"76\" checked"), "{}", blank.text());
        let address = warned(&world, &mut kppn, &[("activity", &activity)]).await;
        let read = world.signed_in(STAFF_BPS).await.get(&address).await.expect(200);
        assert!(read.has(&format!("/kegiatan/{activity}")));

        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let hidden = drafted_activity(&mut kppn, &[("title", "Draf yang rahasia")]).await;
        for foreign in [activity.as_str(), hidden.as_str(), "tidak-ada"] {
            let refused = bps.post("/peringatan", &form(&[("activity", foreign)])).await.expect(422);
            assert!(refused.has("bukan milik kantor Anda") && !refused.has("Draf yang rahasia"), "{}", refused.text());
        }
    })
    .await;
}

#[tokio::test]
async fn bad_input_is_named_beside_its_field_and_kept() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        let nobody = kppn.post("/peringatan", &form(&[("region", "99")])).await.expect(422);
        assert!(nobody.has("Tidak ada pegawai yang dituju") && nobody.has(TITLE), "{}", nobody.text());
        let unknown = form(&[("audience", "agencies"), ("agencies", "tidak.ada"), ("region", "")]);
        kppn.post("/peringatan", &unknown).await.expect(422);
        let wrong = form(&[("title", "a"), ("link", "http://x.example"), ("read_by", "2020-01-01")]);
        let page = kppn.post("/peringatan", &wrong).await.expect(422);
        for said in ["paling sedikit lima huruf", "paling jauh satu tahun"] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        assert_eq!(json(&kppn, "/peringatan").await["drafts"].as_array().unwrap().len(), 0, "nothing is half-saved");
    })
    .await;
}

#[tokio::test]
async fn two_who_edit_the_same_draft_do_not_overwrite_each_other() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let mut head = world.signed_in(HEAD_KPPN).await;
        let address = drafted(&mut kppn, &[]).await;

        kppn.submit("PUT", &address, &form(&[("version", "1"), ("title", "Judul dari pengelola")])).await.expect(303);
        head.submit("PUT", &address, &form(&[("version", "1"), ("title", "Judul dari pimpinan")])).await.expect(409);

        assert_eq!(json(&head, &address).await["warning"]["words"]["title"], "Judul dari pengelola");
        publish(&mut kppn, &address).await.expect(303);
        kppn.submit("PUT", &address, &form(&[("version", "2")])).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn what_goes_out_is_what_was_read() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let mut head = world.signed_in(HEAD_KPPN).await;
        let address = drafted(&mut kppn, &[]).await;
        assert!(head.get(&address).await.expect(200).has("name=\"version\" value=\"1\""));
        kppn.submit("PUT", &address, &form(&[("version", "1"), ("title", "Yang belum dibaca siapa pun")])).await.expect(303);

        let refused = head.post(&format!("{address}/penerbitan"), &[("version", "1")]).await.expect(409);
        assert!(refused.has("Baca lagi, lalu terbitkan"), "{}", refused.text());
        head.post(&format!("{address}/penerbitan"), &[]).await.expect(409);
        settle(&world).await;

        assert_eq!(json(&head, &address).await["state"], "draft");
        assert_eq!(told(&world.signed_in(STAFF_BNN).await, "Yang belum dibaca siapa pun").await, 0);
        head.post(&format!("{address}/penerbitan"), &[("version", "2")]).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_refused_form_names_no_warning_of_others() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let secret = drafted(&mut kppn, &[("title", "Draf yang rahasia")]).await.replace("/peringatan/", "");
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let own = drafted(&mut bps, &[]).await;

        for foreign in [secret.as_str(), "tidak-ada"] {
            let wrong = form(&[("version", "1"), ("title", "a"), ("supersedes", foreign)]);
            let refused = bps.submit("PUT", &own, &wrong).await.expect(422);
            assert!(!refused.has("Draf yang rahasia"), "{}", refused.text());
        }
        bps.post("/peringatan", &form(&[("title", "a"), ("supersedes", &secret)])).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_draft_and_another_form_another() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let mut again = world.signed_in(COORDINATOR_KPPN).await;
        let page = kppn.get("/peringatan/baru").await.expect(200).text();
        let once = page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let sent = form(&[("once", &once)]);

        let (a, b) = futures_util::future::join(kppn.post("/peringatan", &sent), again.post("/peringatan", &sent)).await;
        assert_eq!(a.expect(303).location(), b.expect(303).location());

        kppn.post("/peringatan", &form(&[("once", &once), ("title", "Peringatan yang lain")])).await.expect(303);
        assert_eq!(json(&kppn, "/peringatan").await["drafts"].as_array().unwrap().len(), 2);
    })
    .await;
}
