//! Warnings end by being superseded or withdrawn, say so on their face for ever, and can be confirmed no more.

use super::*;

#[tokio::test]
async fn a_withdrawn_warning_says_when_and_why_and_takes_no_confirmation() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = warned(&world, &mut kppn, &[]).await;
        let mut reader = world.signed_in(STAFF_BNN).await;
        assert!(reader.get(&address).await.expect(200).has("Sudah membaca dan memahami"));

        kppn.post(&format!("{address}/pencabutan"), &[("reason", "abc")]).await.expect(422);
        kppn.post(&format!("{address}/pencabutan"), &[("reason", "Pasalnya keliru.")]).await.expect(303);
        settle(&world).await;

        let refused = reader.post(&format!("{address}/pembacaan"), &[]).await.expect(409);
        assert!(refused.has("tidak berlaku lagi"));
        let page = reader.get(&address).await.expect(200);
        assert!(page.has("Dicabut pada 21 November 2026") && page.has("Pasalnya keliru."), "{}", page.text());
        assert_eq!(home(&world, STAFF_BNN).await, "", "nobody is asked any more");
        assert!(json(&reader, "/peringatan").await["warnings"].as_array().unwrap().is_empty());
        assert_eq!(json(&reader, "/peringatan?status=lalu").await["warnings"].as_array().unwrap().len(), 1);
        assert_eq!(told(&reader, TITLE).await, 2, "of the warning and of its end");
        kppn.post(&format!("{address}/pencabutan"), &[("reason", "Sekali lagi.")]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_new_version_supersedes_and_is_to_be_confirmed_anew() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let old = warned(&world, &mut kppn, &[]).await;
        let mut reader = world.signed_in(STAFF_BPS).await;
        reader.post(&format!("{old}/pembacaan"), &[]).await.expect(303);
        let old_id = old.trim_start_matches("/peringatan/").to_owned();

        let blank = kppn.get(&format!("/peringatan/baru?mengganti={old_id}")).await.expect(200);
        assert!(blank.has("menggantikan") && blank.has("UU Nomor 20 Tahun 2001"), "{}", blank.text());
        let new = drafted(&mut kppn, &[("supersedes", &old_id), ("title", "Versi yang baru")]).await;
        assert_eq!(json(&reader, &old).await["state"], "in-force", "until the new one is published");
        publish(&mut kppn, &new).await.expect(303);
        settle(&world).await;

        let page = json(&reader, &old).await;
        assert_eq!((&page["state"], &page["superseding"][1]), (&"superseded".into(), &"Versi yang baru".into()));
        assert!(page["confirmed_at"].is_i64(), "what was confirmed stays written");
        let page = json(&reader, &new).await;
        assert_eq!((&page["is_asked"], &page["superseded"][1]), (&true.into(), &TITLE.into()));
        assert!(home(&world, STAFF_BPS).await.contains("Versi yang baru"));
        reader.post(&format!("{old}/pembacaan"), &[]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn chains_have_no_fork_and_no_circle() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = |address: &str| address.trim_start_matches("/peringatan/").to_owned();
        let first = warned(&world, &mut kppn, &[]).await;
        let one = drafted(&mut kppn, &[("supersedes", &id(&first)), ("title", "Pengganti satu")]).await;
        let two = drafted(&mut kppn, &[("supersedes", &id(&first)), ("title", "Pengganti dua")]).await;

        kppn.post("/peringatan", &form(&[("supersedes", &id(&one))])).await.expect(409);
        publish(&mut kppn, &one).await.expect(303);
        publish(&mut kppn, &two).await.expect(409);
        assert_eq!(json(&kppn, &two).await["state"], "draft", "nothing is half-published");
        kppn.post("/peringatan", &form(&[("supersedes", &id(&first))])).await.expect(409);
        kppn.get(&format!("/peringatan/baru?mengganti={}", id(&first))).await.expect(409);

        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        bps.post("/peringatan", &form(&[("supersedes", &id(&one))])).await.expect(403);
        bps.post(&format!("{one}/pencabutan"), &[("reason", "Bukan milik kami.")]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn one_of_a_chain_is_named_to_those_alone_who_may_read_it() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = |address: &str| address.trim_start_matches("/peringatan/").to_owned();
        let inner = warned(&world, &mut kppn, &[("title", "Hanya untuk yang dituju")]).await;
        let open = [("supersedes", id(&inner)), ("title", "Untuk semua orang".to_owned()), ("public", "1".to_owned())];
        let open: Vec<(&str, &str)> = open.iter().map(|it| (it.0, it.1.as_str())).collect();
        let open = warned(&world, &mut kppn, &open).await;
        let mut stranger = world.stranger();

        let page = stranger.get(&open).await.expect(200);
        assert!(!page.has("Hanya untuk yang dituju"), "{}", page.text());
        assert!(json(&stranger, &open).await["superseded"].is_null());
        assert_eq!(json(&world.signed_in(STAFF_BNN).await, &open).await["superseded"][1], "Hanya untuk yang dituju");

        warned(&world, &mut kppn, &[("supersedes", &id(&open)), ("title", "Kembali ke dalam")]).await;
        let page = stranger.get(&open).await.expect(200);
        assert!(page.has("Digantikan pada") && !page.has("Kembali ke dalam"), "{}", page.text());
    })
    .await;
}
