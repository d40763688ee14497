//! One's own account: password, sessions, tokens.

use directory::testing::{ADMIN, COORDINATOR_KPPN, PASSWORD, STAFF_BPS, STAFF_KPPN, person_id};
use kernel::{
    clock::DAY,
    mail,
    testing::{Browser, NOW},
};

use super::world::{attempt, both, count, entered, is_in, mail_of, visitor, write};

const NEW: &str = "tujuh kuda hijau";

async fn change(browser: &mut Browser, old: &str, new: &str) -> u16 {
    let fields = [("sandi_lama", old), ("sandi", new), ("ulang", new)];
    browser.post("/profil/kata-sandi?_method=put", &fields).await.status.as_u16()
}

/// A token with these scopes.
async fn token(browser: &mut Browser, scopes: &[&str]) -> String {
    let mut fields = vec![("nama", "Rekap JP"), ("hari", "30")];
    fields.extend(scopes.iter().map(|it| ("cakupan", *it)));
    let page = browser.program().post("/profil/token", &fields).await.expect(200);
    assert_eq!(page.header("cache-control"), "no-store");
    page.json()["token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_profile_shows_who_one_is_with_the_number_masked() {
    both(async |app| {
        let page = entered(&app, COORDINATOR_KPPN).await.get("/profil").await.expect(200);

        for shown in ["Rina Contoh Wulandari, S.E., M.M.", "19840213••••••••••", "KPPN Mamuju", "WITA", "Pengelola", "Gawai ini"]
        {
            assert!(page.has(shown), "{shown}");
        }
        assert!(!page.has(COORDINATOR_KPPN));
        let english = entered(&app, COORDINATOR_KPPN).await.get("/profil?bahasa=en").await.expect(200);
        assert!(english.has("My profile") && english.has("Coordinator"));
    })
    .await;
}

#[tokio::test]
async fn a_new_password_ends_every_other_session_and_the_owner_hears_of_it() {
    both(async |app| {
        let mut own = entered(&app, STAFF_KPPN).await;
        let before = own.cookie("guyub").unwrap().to_owned();
        let mut other = entered(&app, STAFF_KPPN).await;

        assert_eq!(change(&mut own, PASSWORD, NEW).await, 303);

        assert!(is_in(&mut own).await);
        assert_ne!(own.cookie("guyub").unwrap(), before);
        own.set_cookie("guyub", &before);
        assert!(!is_in(&mut own).await && !is_in(&mut other).await);
        attempt(&mut visitor(&app), STAFF_KPPN, PASSWORD).await.expect(422);
        attempt(&mut visitor(&app), STAFF_KPPN, NEW).await.expect(303);
        let letters = mail::letters_to(&app, &mail_of(&app, STAFF_KPPN).await).await.unwrap();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].subject.contains("diganti") && !letters[0].text.contains(NEW));
    })
    .await;
}

#[tokio::test]
async fn an_open_session_is_not_enough_to_change_the_password_nor_to_guess_it() {
    both(async |app| {
        let mut thief = entered(&app, STAFF_KPPN).await;
        for _ in 0..5 {
            assert_eq!(change(&mut thief, "bukan kata sandi", NEW).await, 422);
        }

        assert_eq!(change(&mut thief, PASSWORD, NEW).await, 429);

        attempt(&mut visitor(&app), STAFF_KPPN, PASSWORD).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all_others() {
    both(async |app| {
        let mut own = entered(&app, STAFF_KPPN).await;
        let mut lost = entered(&app, STAFF_KPPN).await;
        let mut phone = entered(&app, STAFF_KPPN).await;
        let listed = lost.program().get("/profil").await.expect(200).json();
        let this = listed["sessions"].as_array().unwrap().iter().find(|it| it["is_this"] == true).unwrap()["id"].clone();
        let path = format!("/profil/sesi/{}", this.as_str().unwrap());

        entered(&app, STAFF_BPS).await.delete(&path).await.expect(404);
        assert!(is_in(&mut lost).await, "nobody ends the session of another");
        own.post(&format!("{path}?_method=delete"), &[]).await.expect(303);
        assert!(!is_in(&mut lost).await && is_in(&mut phone).await);

        own.post("/profil/sesi?_method=delete", &[]).await.expect(303);
        assert!(is_in(&mut own).await && !is_in(&mut phone).await);
    })
    .await;
}

#[tokio::test]
async fn a_token_opens_what_its_scopes_say_and_never_makes_keys() {
    both(async |app| {
        let mut own = entered(&app, ADMIN).await;
        let id = person_id(&app, STAFF_KPPN).await;
        let secret = token(&mut own, &["directory:read", "directory:write"]).await;
        let only_education = token(&mut own, &["education:read"]).await;
        let mut program = visitor(&app).with_token(&secret);

        program.get("/profil").await.expect(200);
        assert_eq!(visitor(&app).with_token(&only_education).get("/profil").await.expect(403).json()["status"], 403);
        let reader = token(&mut own, &["directory:read"]).await;
        visitor(&app).with_token(&reader).delete("/profil/sesi").await.expect(403);
        for (method, path) in [
            ("POST", "/profil/token".to_owned()),
            ("POST", format!("/pegawai/{id}/tautan-masuk")),
            ("PUT", "/profil/kata-sandi".to_owned()),
            ("DELETE", "/profil/sesi".to_owned()),
        ] {
            program.submit(method, &path, &[]).await.expect(403);
        }
        visitor(&app).with_token("guyub_abc").get("/profil").await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn a_token_is_shown_once_stored_as_a_fingerprint_and_ends_by_time_or_by_hand() {
    both(async |app| {
        let mut own = entered(&app, STAFF_KPPN).await;
        let secret = token(&mut own, &["directory:read"]).await;
        assert!(secret.starts_with("guyub_"));
        let page = own.get("/profil").await.expect(200);
        assert!(page.has("Rekap JP") && !page.has(&secret));
        let mut program = visitor(&app).with_token(&secret);
        let listed = program.get("/profil").await.expect(200).json();
        let path = format!("/profil/token/{}", listed["tokens"][0]["id"].as_str().unwrap());
        assert_eq!(listed["tokens"][0]["ends_at"], NOW + 30 * DAY);

        entered(&app, STAFF_BPS).await.delete(&path).await.expect(404);
        program.get("/profil").await.expect(200);
        own.delete(&path).await.expect(303);
        program.get("/profil").await.expect(401);

        let late = token(&mut own, &["directory:read"]).await;
        app.clock().move_to(NOW + 30 * DAY);
        visitor(&app).with_token(&late).get("/profil").await.expect(401);
        assert_eq!(count(&app, "select count(*) as n from directory_token where fingerprint like 'guyub%'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_refused_token_form_keeps_what_was_typed() {
    both(async |app| {
        let mut own = entered(&app, STAFF_KPPN).await;

        let page = own.post("/profil/token", &[("nama", "<b>Rekap</b>"), ("hari", "90"), ("cakupan", "semua")]).await.expect(422);

        assert!(page.has("&#60;b&#62;Rekap") && page.has("paling sedikit satu cakupan"), "{}", page.text());
        assert_eq!(count(&app, "select count(*) as n from directory_token").await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_is_out_on_every_device_and_with_every_token() {
    both(async |app| {
        let mut own = entered(&app, STAFF_KPPN).await;
        let mut phone = entered(&app, STAFF_KPPN).await;
        let secret = token(&mut own, &["directory:read"]).await;
        assert!(is_in(&mut phone).await);

        write(&app, "update directory_person set left_at = 1 where identity_number = $1", [STAFF_KPPN.into()]).await;

        assert!(!is_in(&mut own).await && !is_in(&mut phone).await);
        visitor(&app).with_token(&secret).get("/profil").await.expect(401);
        attempt(&mut visitor(&app), STAFF_KPPN, PASSWORD).await.expect(422);
    })
    .await;
}
