//! The credential of a certificate: fetched by its holder, judged on the house's own page, withdrawn, and signed with other keys.

use kernel::testing::{Browser, Page};
use serde_json::Value;

use super::shelf::*;
use crate::{attendance::scene::*, world::*};

/// A certificate that Budi holds, with its address.
async fn issued(world: World) -> (Webinar, String) {
    let mut it = counted_webinar(world).await;
    it.designs(&[]).await;
    it.issues().await;
    let id = it.issued().await[0]["id"].as_str().unwrap().to_owned();
    (it, format!("/sertifikat/{id}/kredensial.json"))
}

async fn fetched(it: &Webinar, path: &str) -> Page {
    it.world.signed_in(BUDI).await.get(path).await.expect(200)
}

/// What the verification page says to a stranger: verdict, and standing of the certificate that it names.
async fn judged(it: &Webinar, content: &[u8]) -> (Value, Value) {
    let mut stranger: Browser = it.world.stranger().program();
    let file = stranger.upload("/verifikasi", &[], ("kredensial.json", content)).await.expect(200).json()["file"].clone();
    (file["verdict"].clone(), file["facts"]["state"].clone())
}

async fn bits(it: &Webinar) -> (String, credential::StatusList) {
    let page = it.world.stranger().get("/status/0").await.expect(200);
    let list = credential::StatusList::decode(page.json()["credentialSubject"]["encodedList"].as_str().unwrap()).unwrap();
    (page.header("etag").to_owned(), list)
}

#[tokio::test]
async fn the_holder_fetches_it_and_it_is_genuine_until_withdrawn() {
    story(async |world| {
        let (mut it, path) = issued(world).await;

        let page = fetched(&it, &path).await;

        assert!(page.header("content-disposition").contains("kredensial-001-SERT-XI-2026.json"));
        assert_eq!(page.body, it.owner.get(&path).await.expect(200).body, "the same certificate gives the same text");
        let text = page.text();
        assert!(!text.contains("Budi") && !text.contains(BUDI), "{text}");
        assert_eq!(page.json()["credentialSubject"]["creditsEarned"], 4);
        assert_eq!(judged(&it, &page.body).await, ("genuine".into(), "valid".into()));
        let one = path.replace("/kredensial.json", "").replace("/sertifikat", &it.at("sertifikat"));
        it.owner.post(&format!("{one}?_method=delete"), &[("reason", "Salah orang")]).await.expect(303);
        assert_eq!(judged(&it, &page.body).await, ("genuine".into(), "withdrawn".into()));
        it.owner.get(&path).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn others_do_not_have_it() {
    story(async |world| {
        let (it, path) = issued(world).await;
        let mut siti = it.world.signed_in(SITI).await;

        siti.get(&path).await.expect(404);

        siti.get("/sertifikat/tidakada/kredensial.json").await.expect(404);
        it.world.stranger().get(&path).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn any_changed_value_is_refused() {
    story(async |world| {
        let (it, path) = issued(world).await;
        let text = String::from_utf8(fetched(&it, &path).await.body.to_vec()).unwrap();
        for (from, to) in [
            ("\"creditsEarned\":4", "\"creditsEarned\":40"),
            ("\"peserta\"", "\"narasumber\""),
            ("001/SERT", "002/SERT"),
            ("Inflasi", "Deflasi"),
            ("sha256$", "sha256$0"),
            ("\"@context\":[", "\"@context\":[\"https://lain.example/konteks\","),
        ] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text, "{from}");

            let (verdict, _) = judged(&it, changed.as_bytes()).await;

            assert!(["tampered", "no-credential", "unknown"].contains(&verdict.as_str().unwrap()), "{from}: {verdict}");
        }
    })
    .await;
}

#[tokio::test]
async fn after_a_rotation_old_ones_stay_valid_and_new_ones_bear_the_new_key() {
    story(async |world| {
        let (mut it, path) = issued(world).await;
        let old = fetched(&it, &path).await;
        it.move_to(AFTERWARDS + 60_000);

        let name = education::rotate_key(&it.world.app).await.unwrap();

        let keys = it.world.stranger().get("/.well-known/did.json").await.expect(200).json();
        assert_eq!(keys["id"], "did:web:guyub.test");
        assert_eq!(keys["verificationMethod"].as_array().unwrap().len(), 2);
        assert_eq!(judged(&it, &old.body).await, ("genuine".into(), "valid".into()));
        assert_eq!(fetched(&it, &path).await.body, old.body);
        let siti = it.registration("Siti").await;
        let correction = [("decision", "present"), ("reason", "Masuk dengan akun lain")];
        it.owner.post(&it.at(&format!("kehadiran/{siti}")), &correction).await.expect(303);
        it.issues().await;
        let rows = it.issued().await;
        let second = rows.iter().find(|it| it["number"] == "002/SERT/XI/2026").unwrap()["id"].as_str().unwrap();
        let new = it.owner.get(&format!("/sertifikat/{second}/kredensial.json")).await.expect(200);
        assert!(new.text().contains(&name) && !old.text().contains(&name));
        assert_eq!(judged(&it, &new.body).await, ("genuine".into(), "valid".into()));
    })
    .await;
}

#[tokio::test]
async fn what_a_revoked_key_signed_before_is_valid_and_signed_anew_when_fetched_again() {
    story(async |world| {
        let (it, path) = issued(world).await;
        let old = fetched(&it, &path).await;
        let lost = education::key_names(&it.world.app).await.unwrap().remove(0);
        it.move_to(AFTERWARDS + 60_000);

        let present = education::revoke_key(&it.world.app, &lost).await.unwrap();

        assert_ne!(present, lost);
        assert!(education::revoke_key(&it.world.app, "tidak-ada").await.is_err());
        let keys = it.world.stranger().get("/.well-known/did.json").await.expect(200).json();
        assert!(keys["verificationMethod"][0]["revoked"].is_string(), "{keys}");
        assert_eq!(judged(&it, &old.body).await, ("genuine".into(), "valid".into()));
        let anew = fetched(&it, &path).await;
        assert!(anew.text().contains(&format!("#{present}")), "{}", anew.text());
        assert_eq!(judged(&it, &anew.body).await, ("genuine".into(), "valid".into()));
        assert_eq!(fetched(&it, &path).await.body, anew.body);
    })
    .await;
}

#[tokio::test]
async fn the_list_of_withdrawals_is_kept_until_one_more_is_withdrawn() {
    story(async |world| {
        let (mut it, path) = issued(world).await;
        let status = fetched(&it, &path).await.json()["credentialStatus"].clone();
        let index: u32 = status["statusListIndex"].as_str().unwrap().parse().unwrap();
        assert_eq!(status["statusListCredential"], "http://guyub.test/status/0");
        let (tag, list) = bits(&it).await;
        assert_eq!(list.get(index), credential::Standing::Good);

        let again = it.world.stranger().get("/status/0").await.expect(200);
        let one = path.replace("/kredensial.json", "").replace("/sertifikat", &it.at("sertifikat"));
        it.owner.post(&format!("{one}?_method=delete"), &[("reason", "Salah orang")]).await.expect(303);

        assert_eq!(again.header("etag"), tag);
        let (other_tag, list) = bits(&it).await;
        assert_eq!(list.get(index), credential::Standing::Withdrawn);
        assert_ne!(other_tag, tag);
        for nowhere in ["/status/1", "/status/-1", "/status/00", "/status/x"] {
            it.world.stranger().get(nowhere).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_guest_has_one_by_ticket_and_mail() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        let sql = "
            update education_registration set person_id = null, guest_name = 'Contoh Tamu', guest_mail = 'tamu@contoh.example', guest_from = 'Umum'
             where id = $1";
        let registration = it.registration("Budi").await;
        let mut tx = it.world.app.db().begin().await.unwrap();
        tx.run(sql, [registration.as_str().into()]).await.unwrap();
        tx.commit().await.unwrap();
        it.designs(&[]).await;
        it.issues().await;
        let ticket: String = {
            let sql = "select ticket from education_registration where id = $1";
            it.world.app.db().one(sql, [registration.as_str().into()], |row| row.get("ticket")).await.unwrap()
        };

        let page = it.world.stranger().get(&format!("/tiket/{ticket}/kredensial.json")).await.expect(200);

        let identifier = &page.json()["credentialSubject"]["identifier"][0];
        let recipient = credential::Recipient::hashed(
            credential::IdentityKind::Email,
            "tamu@contoh.example",
            identifier["salt"].as_str().unwrap(),
        );
        assert_eq!(identifier["identityHash"], recipient.hash.as_str());
        assert_eq!(judged(&it, &page.body).await, ("genuine".into(), "valid".into()));
        it.world.stranger().get("/tiket/tidakada/kredensial.json").await.expect(404);
    })
    .await;
}
