//! Those who served: named by the organiser, with suggestions, once for each role.

use super::shelf::*;
use crate::{attendance::scene::*, world::*};

async fn names(it: &Webinar) -> Vec<(String, String)> {
    let text = |row: &serde_json::Value, field: &str| row[field].as_str().unwrap().to_owned();
    it.issued().await.iter().map(|row| (text(row, "role"), text(row, "name"))).collect()
}

#[tokio::test]
async fn speakers_are_suggested_and_employees_are_found_by_their_number() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        let path = it.at("sertifikat/petugas");
        let page = it.owner.get(&path).await.expect(200);
        assert!(page.has("value=\"Dr. Contoh Narasumber, S.E.\"") && page.has("value=\"Bank Contoh\""), "{}", page.text());

        let fields = [
            ("role", "narasumber"),
            ("who", "Dr. Contoh Narasumber, S.E."),
            ("from", "Bank Contoh"),
            ("role", "moderator"),
            ("who", SITI),
            ("from", ""),
            ("role", "panitia"),
            ("who", " "),
            ("from", ""),
        ];
        it.owner.post(&path, &fields).await.expect(303);
        it.lets_work_be_done().await;

        let issued = names(&it).await;
        assert_eq!(issued.len(), 2, "{issued:?}");
        assert!(issued.contains(&("narasumber".into(), "Dr. Contoh Narasumber, S.E.".into())));
        assert!(issued.contains(&("moderator".into(), "Siti Aminah, S.Pd.".into())));
        let mut siti = it.world.signed_in(SITI).await;
        assert!(siti.get("/sertifikat").await.expect(200).has("Moderator"));
        assert!(siti.get("/pemberitahuan").await.expect(200).has("Sertifikat Anda telah terbit."));
        assert!(siti.get(&format!("/kegiatan/{}", it.id)).await.expect(200).has("Sertifikat Anda"));
        let again = it.owner.get(&path).await.expect(200);
        assert!(!again.has("value=\"Dr. Contoh Narasumber, S.E.\"") && again.has("Sudah menerima"));
        let outsider = it.issued().await.into_iter().find(|it| it["role"] == "narasumber").unwrap();
        let at = |file: &str| format!("/sertifikat/{}/{file}", outsider["id"].as_str().unwrap());
        assert!(it.owner.get(&at("sertifikat.pdf")).await.expect(200).body.starts_with(b"%PDF"));
        it.owner.get(&at("kredensial.json")).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn whoever_cannot_be_named_so_is_said_and_nobody_is_given_any() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        let path = it.at("sertifikat/petugas");
        for (fields, said) in [
            (vec![("role", "peserta"), ("who", "Contoh Tamu")], "Pilih peran untuk Contoh Tamu."),
            (vec![("role", "panitia"), ("who", "111111111111111111")], "tidak dikenal"),
            (vec![("role", "panitia"), ("who", "12345")], "NIP terdiri atas 18 angka"),
            (vec![("role", "panitia"), ("who", SITI), ("role", "panitia"), ("who", SITI)], "tertulis dua kali"),
            (vec![("role", "panitia"), ("who", "")], "Isi paling sedikit satu orang."),
        ] {
            let page = it.owner.post(&path, &fields).await.expect(422);

            assert!(page.has(said), "{said}: {}", page.text());
        }
        assert!(it.issued().await.is_empty());
        it.owner.post(&path, &[("role", "panitia"), ("who", SITI)]).await.expect(303);
        assert!(it.owner.post(&path, &[("role", "panitia"), ("who", SITI)]).await.expect(422).has("sudah menerima"));
        let mut siti = it.world.signed_in(SITI).await;
        siti.get(&path).await.expect(403);
        siti.post(&path, &[("role", "panitia"), ("who", BUDI)]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn none_is_given_before_the_end_or_without_a_design() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let path = it.at("sertifikat/petugas");
        let fields = [("role", "panitia"), ("who", SITI)];
        it.owner.post(&path, &fields).await.expect(409);
        it.move_to(AFTERWARDS);
        assert!(it.owner.get(&path).await.expect(200).has("Simpan rancangan lebih dulu."));
        it.owner.post(&path, &fields).await.expect(409);

        it.designs(&[]).await;

        it.owner.post(&path, &fields).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn letters_that_no_font_has_are_told_before_and_after() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[("heading", "Piagam ᚠ")]).await;
        assert!(it.owner.get(&it.at("sertifikat")).await.expect(200).has("Huruf ᚠ tidak ada pada fon mana pun"));

        it.owner.post(&it.at("sertifikat/petugas"), &[("role", "panitia"), ("who", "Contoh ᚢ Tamu")]).await.expect(303);

        assert!(it.owner.get(&it.at("sertifikat/daftar")).await.expect(200).has("Tercetak [?]: ᚢ"));
        let id = it.issued().await[0]["id"].as_str().unwrap().to_owned();
        assert!(it.owner.get(&it.at(&format!("sertifikat/{id}"))).await.expect(200).has("Huruf ᚢ pada nama ini"));
    })
    .await;
}
