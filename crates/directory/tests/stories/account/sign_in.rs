//! Signing in and out.

use axum::{
    body::Body,
    http::{Request, header},
};
use directory::testing::{ADMIN, PASSWORD, STAFF_BPS, STAFF_KPPN, STAFF_PEMDA, person_id};
use kernel::{clock::MINUTE, testing::NOW};

use super::world::{attempt, both, count, entered, is_in, mail_of, newcomer, other_node, router, session_cookie, visitor, write};

const WRONG: &str = "bukan kata sandi";

/// So many wrong tries at once for one account; answers the statuses.
async fn guess(app: &kernel::App, tries: usize) -> Vec<u16> {
    let router = router(app);
    let guesses: Vec<_> = (0..tries)
        .map(|_| {
            let mut browser = kernel::testing::Browser::new(&router);
            tokio::spawn(async move { attempt(&mut browser, STAFF_KPPN, WRONG).await.status.as_u16() })
        })
        .collect();
    let mut answers = Vec::new();
    for it in guesses {
        answers.push(it.await.unwrap());
    }
    answers
}

#[tokio::test]
async fn a_number_with_spaces_or_a_mail_address_and_the_password_open_the_door() {
    both(async |app| {
        let grouped = format!("{} {} {} {}", &STAFF_KPPN[..8], &STAFF_KPPN[8..14], &STAFF_KPPN[14..15], &STAFF_KPPN[15..]);
        let mail = mail_of(&app, STAFF_KPPN).await.to_uppercase();
        for who in [STAFF_KPPN, &grouped, &mail] {
            let mut browser = visitor(&app);
            browser.get("/profil").await.expect(303);

            let page = attempt(&mut browser, who, PASSWORD).await.expect(303);

            let cookie = session_cookie(&page);
            for part in ["guyub=", "Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=2592000"] {
                assert!(cookie.contains(part), "{cookie}");
            }
            assert!(is_in(&mut browser).await);
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_must_sign_in_comes_back_to_where_they_were() {
    both(async |app| {
        let mut browser = visitor(&app);
        let to_sign_in = browser.get("/pengelolaan/peran?instansi=bps").await.expect(303);
        let page = browser.get(to_sign_in.location()).await.expect(200);
        assert!(page.has(r#"name="lanjut" value="/pengelolaan/peran?instansi=bps""#), "{}", page.text());

        let fields = [("pengenal", ADMIN), ("sandi", PASSWORD), ("lanjut", "/pengelolaan/peran?instansi=bps")];
        assert_eq!(browser.post("/masuk", &fields).await.expect(303).location(), "/pengelolaan/peran?instansi=bps");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    both(async |app| {
        for bad in ["//evil.example", "https://evil.example/", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"] {
            let mut browser = visitor(&app);
            let fields = [("pengenal", STAFF_KPPN), ("sandi", PASSWORD), ("lanjut", bad)];
            assert_eq!(browser.post("/masuk", &fields).await.expect(303).location(), "/", "{bad:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn unknown_accounts_answer_like_wrong_passwords() {
    both(async |app| {
        newcomer(&app, STAFF_BPS).await;
        write(&app, "update directory_person set left_at = 1 where identity_number = $1", [STAFF_PEMDA.into()]).await;
        let mut answers = Vec::new();
        for (who, password) in
            [(STAFF_KPPN, WRONG), ("199901012024011999", WRONG), (STAFF_BPS, PASSWORD), (STAFF_PEMDA, PASSWORD)]
        {
            let page = attempt(&mut visitor(&app), who, password).await.expect(422);
            assert!(page.header("set-cookie").is_empty());
            answers.push(page.text().replace(who, "NIP"));
        }

        assert!(answers[0].contains("tidak cocok"), "{}", answers[0]);
        assert!(answers.iter().all(|it| *it == answers[0]));
        assert!(!answers[0].contains(WRONG), "what was typed as a password is not repeated");
    })
    .await;
}

#[tokio::test]
async fn empty_fields_are_named_one_by_one() {
    both(async |app| {
        let mut program = visitor(&app).program();

        let page = attempt(&mut program, " ", "").await.expect(422);

        let fields: Vec<_> = page.json()["form"]["errors"].as_array().unwrap().iter().map(|it| it["field"].clone()).collect();
        assert_eq!(fields, ["pengenal", "sandi"]);
    })
    .await;
}

#[tokio::test]
async fn after_five_wrong_tries_everybody_waits_on_every_node_and_the_wait_grows() {
    both(async |app| {
        let mut guesser = visitor(&app);
        for _ in 0..5 {
            attempt(&mut guesser, STAFF_KPPN, WRONG).await.expect(422);
        }

        let refused = attempt(&mut guesser, STAFF_KPPN, PASSWORD).await.expect(429);
        assert_eq!(refused.header("retry-after"), "30");
        assert!(refused.has("Tunggu 30 detik"));
        let elsewhere = other_node(&app);
        attempt(&mut visitor(&elsewhere), STAFF_KPPN, PASSWORD).await.expect(429);
        attempt(&mut visitor(&app), ADMIN, PASSWORD).await.expect(303);

        app.clock().move_to(NOW + MINUTE / 2);
        attempt(&mut guesser, STAFF_KPPN, WRONG).await.expect(422);
        let again = attempt(&mut guesser, STAFF_KPPN, PASSWORD).await.expect(429);
        assert_eq!(again.header("retry-after"), "120");

        app.clock().move_to(NOW + 3 * MINUTE);
        attempt(&mut guesser, STAFF_KPPN, PASSWORD).await.expect(303);
        for _ in 0..5 {
            attempt(&mut guesser, STAFF_KPPN, WRONG).await.expect(422);
        }
    })
    .await;
}

#[tokio::test]
async fn an_unknown_account_makes_one_wait_just_the_same() {
    both(async |app| {
        let mut guesser = visitor(&app);
        for _ in 0..5 {
            attempt(&mut guesser, "orang@contoh.go.id.example", WRONG).await.expect(422);
        }

        attempt(&mut guesser, " Orang@contoh.go.id.example ", WRONG).await.expect(429);
        let kept = app.db().all("select account from directory_sign_in_failure", [], |row| row.get::<String>("account")).await;
        assert!(kept.unwrap().iter().all(|it| !it.contains('@')), "what was typed is not kept");
    })
    .await;
}

#[tokio::test]
async fn a_burst_of_guesses_does_not_outrun_the_count() {
    both(async |app| {
        let answers = guess(&app, 30).await;

        assert_eq!(answers.iter().filter(|it| **it == 422).count(), 5);
        assert_eq!(answers.iter().filter(|it| **it == 429).count(), 25);
    })
    .await;
}

#[tokio::test]
async fn a_network_has_room_for_an_office_but_not_for_endless_guessing() {
    both(async |app| {
        guess(&app, 1_000).await;

        attempt(&mut visitor(&app), ADMIN, PASSWORD).await.expect(429);
        app.clock().move_to(NOW + MINUTE);
        attempt(&mut visitor(&app), ADMIN, PASSWORD).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_session_is_never_one_that_somebody_else_chose() {
    both(async |app| {
        let mut victim = visitor(&app);
        victim.set_cookie("guyub", "chosenbyanattacker");
        attempt(&mut victim, STAFF_KPPN, PASSWORD).await.expect(303);
        let first = victim.cookie("guyub").unwrap().to_owned();
        assert_ne!(first, "chosenbyanattacker");

        attempt(&mut victim, STAFF_KPPN, PASSWORD).await.expect(303);

        assert_ne!(victim.cookie("guyub").unwrap(), first);
        let mut with_first = visitor(&app);
        with_first.set_cookie("guyub", &first);
        assert!(!is_in(&mut with_first).await, "signing in again ends the session before");
        let stored = app.db().all("select fingerprint from directory_session", [], |row| row.get::<String>("fingerprint")).await;
        assert!(stored.unwrap().iter().all(|it| *it != first && it.len() == 64), "the secret itself is not stored");
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session_and_not_only_the_cookie() {
    both(async |app| {
        let mut browser = entered(&app, STAFF_KPPN).await;
        let mut thief = visitor(&app);
        thief.set_cookie("guyub", browser.cookie("guyub").unwrap());
        assert!(is_in(&mut thief).await);

        let page = browser.post("/sesi?_method=delete", &[]).await.expect(303);

        assert!(session_cookie(&page).starts_with("guyub=; Path=/; Max-Age=0"));
        assert!(!is_in(&mut thief).await);
        browser.delete("/sesi").await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn forms_of_other_sites_neither_sign_in_nor_out() {
    both(async |app| {
        let browser = entered(&app, STAFF_KPPN).await;
        let foreign = |method: &str, path: &str, cookie: &str, body: String| {
            let request =
                Request::builder().method(method).uri(path).header("host", "guyub.test").header("sec-fetch-site", "cross-site");
            let request = request.header("cookie", cookie).header("content-type", "application/x-www-form-urlencoded");
            request.body(Body::from(body)).unwrap()
        };
        let cookie = format!("guyub={}", browser.cookie("guyub").unwrap());
        let mut plain = visitor(&app);

        plain.send(foreign("POST", "/masuk", "", format!("pengenal={STAFF_BPS}&sandi={PASSWORD}"))).await.expect(403);
        plain.send(foreign("POST", "/sesi?_method=delete", &cookie, String::new())).await.expect(403);

        assert_eq!(count(&app, "select count(*) as n from directory_session where ended_at is null").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_script_in_the_name_of_a_browser_is_never_markup() {
    both(async |app| {
        let body = format!("pengenal={STAFF_KPPN}&sandi={}", PASSWORD.replace(' ', "+"));
        let request = Request::post("/masuk")
            .header("host", "guyub.test")
            .header("content-type", "application/x-www-form-urlencoded")
            .header(header::USER_AGENT, "<script>alert(1)</script> Firefox/130.0")
            .body(Body::from(body))
            .unwrap();
        let mut browser = visitor(&app);
        browser.send(request).await.expect(303);

        let page = browser.get("/profil").await.expect(200);

        assert!(!page.has("<script>alert") && !page.has("alert(1)"));
        assert!(page.has("Firefox"));
    })
    .await;
}

#[tokio::test]
async fn a_program_signs_in_with_json_and_is_told_where_to_go() {
    both(async |app| {
        let mut program = visitor(&app).program();
        let body = serde_json::json!({ "pengenal": STAFF_KPPN, "sandi": PASSWORD }).to_string();
        let request = Request::post("/api/v1/masuk")
            .header("host", "guyub.test")
            .header("content-type", "application/json")
            .body(Body::from(body))
            .unwrap();

        let page = program.send(request).await.expect(200);

        assert_eq!(page.json(), serde_json::json!({ "next": "/", "said": "account-signed-in" }));
        let profile = program.get("/profil").await.expect(200).json();
        assert_eq!(profile["person_id"], person_id(&app, STAFF_KPPN).await.as_str());
        assert_eq!(profile["number"], "19900101••••••••••");
    })
    .await;
}

#[tokio::test]
async fn on_https_the_cookie_never_travels_in_the_clear() {
    both(async |app| {
        let settings = kernel::Settings { base_url: "https://guyub.example".into(), ..app.settings().clone() };
        let safe = kernel::App::new(app.db().clone(), app.clock().clone(), settings, super::world::SETUP);

        let page = attempt(&mut kernel::testing::Browser::new(&router(&safe)), STAFF_KPPN, PASSWORD).await.expect(303);

        assert!(session_cookie(&page).ends_with("; Secure"), "{}", session_cookie(&page));
    })
    .await;
}
