//! Entry links: the first time, and after forgetting.

use directory::testing::{
    ADMIN, COORDINATOR_KPPN, HEAD_KPPN, OUTSIDER, PASSWORD, STAFF_BPS, STAFF_KPPN, STAFF_KPPN_OTHER, STAFF_PEMDA, person_id,
};
use kernel::{
    clock::{DAY, HOUR, MINUTE},
    jobs,
    testing::{Browser, NOW, Page},
};

use super::world::{attempt, both, count, entered, is_in, links_in_letters, newcomer, path_of_link, visitor, write};

const NEW: &str = "tujuh kuda hijau";
const OFFICE: (&str, &str) = ("instansi", "kemenkeu.djpb.kppn-mamuju");
const LINKS: &str = "select count(*) as n from directory_entry_link";

async fn enter(browser: &mut Browser, link: &str) -> Page {
    browser.post(link, &[("sandi", NEW), ("ulang", NEW)]).await
}

#[tokio::test]
async fn a_coordinator_hands_a_newcomer_a_link_that_opens_the_door_once() {
    both(async |app| {
        let id = newcomer(&app, STAFF_KPPN).await;
        let mut coordinator = entered(&app, COORDINATOR_KPPN).await;
        let page = coordinator.get(&format!("/pegawai/{id}/tautan-masuk")).await.expect(200);
        assert!(page.has("Tautan ditampilkan satu kali"));

        let made = coordinator.post(&format!("/pegawai/{id}/tautan-masuk"), &[]).await.expect(200);

        assert_eq!(made.header("cache-control"), "no-store");
        let link = path_of_link(&made.text()).expect("the link is shown");
        assert_eq!(links_in_letters(&app, STAFF_KPPN).await, std::slice::from_ref(&link), "and mailed");
        let mut browser = visitor(&app);
        assert!(browser.get(&link).await.expect(200).has("Bagus Contoh Setiawan"));
        assert_eq!(enter(&mut browser, &link).await.expect(303).location(), "/");
        assert!(is_in(&mut browser).await);
        attempt(&mut visitor(&app), STAFF_KPPN, NEW).await.expect(303);
        for mut replay in [visitor(&app), browser] {
            assert!(replay.get(&link).await.expect(404).has("tidak berlaku lagi"));
            enter(&mut replay, &link).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn two_at_once_with_one_link_do_not_both_get_in() {
    both(async |app| {
        let id = newcomer(&app, STAFF_KPPN).await;
        let page = entered(&app, COORDINATOR_KPPN).await.post(&format!("/pegawai/{id}/tautan-masuk"), &[]).await;
        let link = path_of_link(&page.text()).unwrap();
        let race: Vec<_> = (0..4)
            .map(|_| {
                let (mut browser, link) = (visitor(&app), link.clone());
                tokio::spawn(async move { enter(&mut browser, &link).await.status.as_u16() })
            })
            .collect();
        let mut answers = Vec::new();
        for it in race {
            answers.push(it.await.unwrap());
        }

        answers.sort_unstable();
        assert_eq!(answers, [303, 404, 404, 404]);
    })
    .await;
}

#[tokio::test]
async fn the_password_of_a_link_keeps_the_rules_and_the_link_survives_a_refusal() {
    both(async |app| {
        let id = newcomer(&app, STAFF_KPPN).await;
        let page = entered(&app, COORDINATOR_KPPN).await.post(&format!("/pegawai/{id}/tautan-masuk"), &[]).await;
        let link = path_of_link(&page.text()).unwrap();
        let mut browser = visitor(&app);
        for (password, again, said) in [
            ("pendek", "pendek", "paling sedikit 10 huruf"),
            ("Indonesia123", "Indonesia123", "terlalu banyak dipakai"),
            (STAFF_KPPN, STAFF_KPPN, "Jangan memakai nama"),
            (NEW, "tujuh kuda biru", "tidak sama"),
        ] {
            let page = browser.post(&link, &[("sandi", password), ("ulang", again)]).await.expect(422);
            assert!(page.has(said), "{}", page.text());
            assert!(!page.has("tujuh kuda"), "nothing typed is repeated");
        }

        enter(&mut browser, &link).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_after_seven_days_and_with_the_next_one() {
    both(async |app| {
        let id = newcomer(&app, STAFF_KPPN).await;
        let path = format!("/pegawai/{id}/tautan-masuk");
        let mut admin = entered(&app, ADMIN).await;
        let first = path_of_link(&admin.post(&path, &[]).await.text()).unwrap();
        let second = path_of_link(&admin.post(&path, &[]).await.text()).unwrap();

        visitor(&app).get(&first).await.expect(404);
        app.clock().move_to(NOW + 7 * DAY - 1);
        visitor(&app).get(&second).await.expect(200);
        app.clock().move_to(NOW + 7 * DAY);
        visitor(&app).get(&second).await.expect(404);
        enter(&mut visitor(&app), &second).await.expect(404);
        visitor(&app).get("/masuk/pertama/abcdefghjkmnpqrstuvwxyz023456789").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn nobody_walks_into_an_account_that_can_do_more_than_theirs() {
    both(async |app| {
        let head = person_id(&app, HEAD_KPPN).await;
        let colleague = person_id(&app, STAFF_KPPN_OTHER).await;
        let mut coordinator = entered(&app, COORDINATOR_KPPN).await;

        for id in [&head, &colleague] {
            let page = coordinator.post(&format!("/pegawai/{id}/tautan-masuk"), &[]).await.expect(200);
            assert_eq!(path_of_link(&page.text()), None, "it goes to their own mail alone");
        }
        assert_eq!(links_in_letters(&app, HEAD_KPPN).await.len(), 1);
        write(&app, "update directory_person set mail = null where id = $1", [head.as_str().into()]).await;
        coordinator.post(&format!("/pegawai/{head}/tautan-masuk"), &[]).await.expect(403);

        let page = entered(&app, ADMIN).await.post(&format!("/pegawai/{head}/tautan-masuk"), &[]).await.expect(200);
        assert!(path_of_link(&page.text()).is_some());
    })
    .await;
}

#[tokio::test]
async fn colleagues_are_told_who_may_and_strangers_find_nothing() {
    both(async |app| {
        let id = newcomer(&app, STAFF_KPPN).await;
        let path = format!("/pegawai/{id}/tautan-masuk");
        for (who, status) in [(STAFF_KPPN_OTHER, 403), (HEAD_KPPN, 403), (STAFF_BPS, 404), (OUTSIDER, 404)] {
            let mut browser = entered(&app, who).await;
            browser.get(&path).await.expect(status);
            browser.post(&path, &[]).await.expect(status);
            browser.get("/pegawai/tautan-masuk?instansi=kemenkeu.djpb.kppn-mamuju").await.expect(status);
            browser.post("/pegawai/tautan-masuk", &[OFFICE]).await.expect(status);
        }
        entered(&app, ADMIN).await.get("/pegawai/nobody/tautan-masuk").await.expect(404);

        assert_eq!(count(&app, LINKS).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_whole_unit_gets_its_links_by_mail_each_once() {
    both(async |app| {
        for nip in [STAFF_KPPN, STAFF_KPPN_OTHER, STAFF_BPS] {
            newcomer(&app, nip).await;
        }
        write(&app, "update directory_person set mail = null where identity_number = $1", [STAFF_KPPN_OTHER.into()]).await;
        let mut coordinator = entered(&app, COORDINATOR_KPPN).await;
        let before =
            coordinator.program().get("/pegawai/tautan-masuk?instansi=kemenkeu.djpb.kppn-mamuju").await.expect(200).json();
        assert_eq!((&before["people"], &before["with_mail"], &before["with_link"]), (&2.into(), &1.into(), &0.into()));

        for _ in 0..2 {
            coordinator.post("/pegawai/tautan-masuk", &[OFFICE]).await.expect(303);
        }
        assert_eq!(jobs::run_due(&app).await.unwrap(), 2);

        let links = links_in_letters(&app, STAFF_KPPN).await;
        assert_eq!(links.len(), 1);
        assert_eq!(count(&app, LINKS).await, 1, "nobody outside the unit, nobody without mail, nobody who has a password");
        enter(&mut visitor(&app), &links[0]).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn whoever_lost_the_duty_meanwhile_mails_nobody() {
    both(async |app| {
        newcomer(&app, STAFF_KPPN).await;
        entered(&app, COORDINATOR_KPPN).await.post("/pegawai/tautan-masuk", &[OFFICE]).await.expect(303);
        write(&app, "update directory_duty set ended_at = 1 where kind = $1", ["pengelola".into()]).await;

        assert_eq!(jobs::run_due(&app).await.unwrap(), 1);

        assert_eq!(count(&app, LINKS).await, 0);
    })
    .await;
}

#[tokio::test]
async fn forgetting_is_answered_alike_for_known_and_unknown_accounts() {
    both(async |app| {
        let mut answers = Vec::new();
        for who in [STAFF_KPPN, "199901012024011999", "nobody@contoh.go.id.example"] {
            let page = visitor(&app).post("/masuk/lupa", &[("pengenal", who)]).await.expect(200);
            answers.push(page.text().replace(who, ""));
        }

        assert!(answers[0].contains("Jika akun itu ada"));
        assert!(answers.iter().all(|it| *it == answers[0]));
        assert_eq!(jobs::run_due(&app).await.unwrap(), 3, "the same work for each");
        assert_eq!(links_in_letters(&app, STAFF_KPPN).await.len(), 1);
        assert_eq!(count(&app, "select count(*) as n from kernel_letter").await, 1);
        visitor(&app).post("/masuk/lupa", &[("pengenal", "")]).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn asking_again_and_again_fills_no_mailbox() {
    both(async |app| {
        let ask = async || {
            visitor(&app).post("/masuk/lupa", &[("pengenal", STAFF_KPPN)]).await.expect(200);
            jobs::run_due(&app).await.unwrap();
            links_in_letters(&app, STAFF_KPPN).await.len()
        };
        assert_eq!((ask().await, ask().await, ask().await), (1, 1, 1));

        app.clock().move_to(NOW + 15 * MINUTE);
        assert_eq!(ask().await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_new_password_puts_everybody_else_out_and_its_link_lasts_two_hours() {
    both(async |app| {
        let mut thief = entered(&app, STAFF_KPPN).await;
        let ask = async || {
            visitor(&app).post("/masuk/lupa", &[("pengenal", STAFF_KPPN)]).await.expect(200);
            jobs::run_due(&app).await.unwrap();
            links_in_letters(&app, STAFF_KPPN).await.pop().unwrap()
        };
        let late = ask().await;
        app.clock().move_to(NOW + 2 * HOUR);
        visitor(&app).get(&late).await.expect(404);

        enter(&mut visitor(&app), &ask().await).await.expect(303);

        assert!(!is_in(&mut thief).await);
        attempt(&mut visitor(&app), STAFF_KPPN, PASSWORD).await.expect(422);
        attempt(&mut visitor(&app), STAFF_KPPN, NEW).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_link_of_somebody_who_left_opens_nothing() {
    both(async |app| {
        let id = newcomer(&app, STAFF_PEMDA).await;
        let page = entered(&app, ADMIN).await.post(&format!("/pegawai/{id}/tautan-masuk"), &[]).await.expect(200);
        write(&app, "update directory_person set left_at = 1 where id = $1", [id.as_str().into()]).await;

        enter(&mut visitor(&app), &path_of_link(&page.text()).unwrap()).await.expect(404);

        entered(&app, ADMIN).await.post(&format!("/pegawai/{id}/tautan-masuk"), &[]).await.expect(404);
    })
    .await;
}
