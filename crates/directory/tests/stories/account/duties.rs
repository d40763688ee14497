//! Duties: given, ended, lent, and ended by a move.

use directory::testing::{
    ADMIN, COORDINATOR_BPS, COORDINATOR_KPPN, HEAD_KPPN, OUTSIDER, STAFF_BPS, STAFF_KPPN, STAFF_KPPN_OTHER, give_duty, person_id,
};
use kernel::{
    App,
    clock::DAY,
    testing::{Browser, NOW, Page},
};

use super::world::{both, count, entered, newcomer, visitor, write};

const OFFICE: &str = "kemenkeu.djpb.kppn-mamuju";

async fn give(browser: &mut Browser, node: &str, kind: &str, who: &str) -> Page {
    browser.post("/pengelolaan/peran", &[("instansi", node), ("peran", kind), ("pengenal", who), ("sampai", "")]).await
}

async fn lend(browser: &mut Browser, duty: &str, who: &str, until: &str) -> Page {
    let fields = [("pengenal", who), ("sampai", until), ("alasan", "Dinas luar ke Makassar")];
    browser.post(&format!("/peran/{duty}/pelimpahan"), &fields).await
}

/// The id of the one duty of this kind that somebody holds.
async fn duty(app: &App, who: &str, kind: &str) -> String {
    let sql = "select d.id from directory_duty d join directory_person p on p.id = d.person_id
                where p.identity_number = $1 and d.kind = $2 and d.ended_at is null";
    app.db().one(sql, [who.into(), kind.into()], |row| row.get("id")).await.unwrap()
}

/// Whether the page of this office's duties opens: what only holders may see.
async fn is_holder(browser: &mut Browser) -> bool {
    browser.get(&format!("/pengelolaan/peran?instansi={OFFICE}")).await.status.as_u16() == 200
}

#[tokio::test]
async fn a_head_appoints_a_coordinator_who_may_act_at_once() {
    both(async |app| {
        let mut staff = entered(&app, STAFF_KPPN).await;
        assert!(!is_holder(&mut staff).await);
        let mut head = entered(&app, HEAD_KPPN).await;

        give(&mut head, OFFICE, "pengelola", STAFF_KPPN).await.expect(303);

        assert!(is_holder(&mut staff).await);
        let page = give(&mut head, OFFICE, "pengelola", STAFF_KPPN).await.expect(422);
        assert!(page.has("sudah memegang peran yang sama"));
        assert!(give(&mut head, OFFICE, "pengelola", "199901012024011999").await.expect(422).has("Tidak ada pegawai"));
        head.post(&format!("/peran/{}?_method=delete", duty(&app, STAFF_KPPN, "pengelola").await), &[]).await.expect(303);
        assert!(!is_holder(&mut staff).await);
        give(&mut head, OFFICE, "pengelola", STAFF_KPPN).await.expect(303);
        assert_eq!(count(&app, "select count(*) as n from kernel_fact where topic like 'directory.duty-%'").await, 3);
    })
    .await;
}

#[tokio::test]
async fn nobody_gives_more_than_they_may() {
    both(async |app| {
        for (who, kind, node, status) in [
            (HEAD_KPPN, "pimpinan", OFFICE, 403),
            (HEAD_KPPN, "admin", OFFICE, 403),
            (HEAD_KPPN, "pengelola", "kemenkeu.djpb", 403),
            (HEAD_KPPN, "pengelola", "bps.sulbar", 404),
            (HEAD_KPPN, "pengelola", "*", 403),
            (COORDINATOR_KPPN, "pengelola", OFFICE, 403),
            (STAFF_KPPN, "pengelola", OFFICE, 403),
            (OUTSIDER, "pengelola", OFFICE, 404),
            (ADMIN, "raja", OFFICE, 422),
            (ADMIN, "pengelola", "bps.nowhere", 404),
        ] {
            give(&mut entered(&app, who).await, node, kind, STAFF_KPPN).await.expect(status);
        }

        assert_eq!(count(&app, "select count(*) as n from directory_duty").await, 4);
    })
    .await;
}

#[tokio::test]
async fn the_page_shows_who_holds_what_here_and_from_above() {
    both(async |app| {
        let boss = person_id(&app, STAFF_KPPN_OTHER).await;
        give_duty(&app, &boss, "pembina", "kemenkeu").await;

        let page = entered(&app, COORDINATOR_KPPN).await.program().get("/pengelolaan/peran").await.expect(200).json();

        let names = |list: &str| -> Vec<(String, String)> {
            let rows = page[list].as_array().unwrap();
            rows.iter().map(|it| (it["kind"].as_str().unwrap().to_owned(), it["node"].as_str().unwrap().to_owned())).collect()
        };
        assert_eq!(names("here"), [("pimpinan".into(), OFFICE.into()), ("pengelola".into(), OFFICE.into())]);
        assert_eq!(names("above"), [("pembina".into(), "kemenkeu".into()), ("admin".into(), "*".into())]);
        let html = entered(&app, ADMIN).await.get("/pengelolaan/peran?instansi=*").await.expect(200);
        assert!(html.has("seluruh instansi") && html.has("Beri peran"));
    })
    .await;
}

#[tokio::test]
async fn a_loan_lets_somebody_act_until_its_last_day_but_not_hand_on() {
    both(async |app| {
        let mut head = entered(&app, HEAD_KPPN).await;
        let own = duty(&app, HEAD_KPPN, "pimpinan").await;
        head.get(&format!("/peran/{own}/pelimpahan")).await.expect(200);

        lend(&mut head, &own, STAFF_KPPN, "2026-11-23").await.expect(303);

        let mut deputy = entered(&app, STAFF_KPPN).await;
        assert!(is_holder(&mut deputy).await);
        let lent = duty(&app, STAFF_KPPN, "pimpinan").await;
        give(&mut deputy, OFFICE, "pengelola", STAFF_KPPN_OTHER).await.expect(403);
        lend(&mut deputy, &lent, STAFF_KPPN_OTHER, "2026-11-22").await.expect(403);
        assert!(deputy.get("/profil").await.has("Dilimpahkan oleh Sahrul Contoh"));

        // Midnight in Mamuju after the 23rd: the stories begin on the 21st at 9 o'clock there.
        let midnight = NOW + 2 * DAY + 15 * 3_600_000;
        app.clock().move_to(midnight - 1);
        assert!(is_holder(&mut entered(&app, STAFF_KPPN).await).await);
        app.clock().move_to(midnight);
        assert!(!is_holder(&mut entered(&app, STAFF_KPPN).await).await);
        let mut head = entered(&app, HEAD_KPPN).await;
        assert!(is_holder(&mut head).await, "the lender keeps the duty");
        lend(&mut head, &own, STAFF_KPPN, "2026-12-01").await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn only_ones_own_duty_is_lent_with_a_reason_and_an_end() {
    both(async |app| {
        let own = duty(&app, HEAD_KPPN, "pimpinan").await;
        lend(&mut entered(&app, COORDINATOR_KPPN).await, &own, STAFF_KPPN, "2026-12-01").await.expect(403);
        lend(&mut entered(&app, COORDINATOR_BPS).await, &own, STAFF_KPPN, "2026-12-01").await.expect(404);
        let mut head = entered(&app, HEAD_KPPN).await;
        for (who, until, said) in [
            (STAFF_KPPN, "2026-11-20", "hari ini atau sesudahnya"),
            (STAFF_KPPN, "2028-01-01", "paling lama satu tahun"),
            (HEAD_KPPN, "2026-12-01", "Pilih orang lain"),
            ("", "2026-12-01", "wajib diisi"),
        ] {
            let page = lend(&mut head, &own, who, until).await.expect(422);
            assert!(page.has(said), "{said}: {}", page.text());
            assert!(page.has("Dinas luar ke Makassar"), "what was typed is kept");
        }
        assert_eq!(count(&app, "select count(*) as n from directory_duty where delegated_from is not null").await, 0);
    })
    .await;
}

#[tokio::test]
async fn when_a_duty_ends_what_was_lent_from_it_ends_too() {
    both(async |app| {
        let own = duty(&app, HEAD_KPPN, "pimpinan").await;
        lend(&mut entered(&app, HEAD_KPPN).await, &own, STAFF_KPPN, "2026-12-01").await.expect(303);
        let mut deputy = entered(&app, STAFF_KPPN).await;
        assert!(is_holder(&mut deputy).await);

        entered(&app, ADMIN).await.delete(&format!("/peran/{own}")).await.expect(303);

        assert!(!is_holder(&mut deputy).await);
        entered(&app, ADMIN).await.delete(&format!("/peran/{own}")).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays_until_there_is_another() {
    both(async |app| {
        let own = duty(&app, ADMIN, "admin").await;
        let mut admin = entered(&app, ADMIN).await;
        admin.delete(&format!("/peran/{own}")).await.expect(409);
        lend(&mut admin, &own, STAFF_KPPN, "2026-12-01").await.expect(303);
        admin.delete(&format!("/peran/{own}")).await.expect(409);

        give(&mut admin, "*", "admin", STAFF_BPS).await.expect(303);
        admin.delete(&format!("/peran/{own}")).await.expect(303);

        assert!(!is_holder(&mut admin).await);
        assert!(!is_holder(&mut entered(&app, STAFF_KPPN).await).await, "the loan is gone too");
    })
    .await;
}

#[tokio::test]
async fn others_end_what_they_could_give_and_strangers_find_nothing() {
    both(async |app| {
        let coordinator = duty(&app, COORDINATOR_KPPN, "pengelola").await;
        let head = duty(&app, HEAD_KPPN, "pimpinan").await;
        entered(&app, STAFF_KPPN).await.delete(&format!("/peran/{coordinator}")).await.expect(403);
        entered(&app, COORDINATOR_BPS).await.delete(&format!("/peran/{coordinator}")).await.expect(404);
        entered(&app, COORDINATOR_KPPN).await.delete(&format!("/peran/{head}")).await.expect(403);
        visitor(&app).delete(&format!("/peran/{head}")).await.expect(303);

        entered(&app, HEAD_KPPN).await.delete(&format!("/peran/{coordinator}")).await.expect(303);
        assert_eq!(
            entered(&app, HEAD_KPPN).await.delete(&format!("/peran/{head}")).await.expect(303).location(),
            "/profil#peran"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_moves_loses_the_old_rights_at_once_everywhere_and_the_place_shows_as_empty() {
    both(async |app| {
        let mut own = entered(&app, COORDINATOR_KPPN).await;
        let mut phone = entered(&app, COORDINATOR_KPPN).await;
        let fields = [("nama", "x"), ("hari", "30"), ("cakupan", "directory:read")];
        let secret = own.program().post("/profil/token", &fields).await.expect(200).json()["token"].as_str().unwrap().to_owned();
        let mut program = visitor(&app).with_token(&secret);
        let duty = duty(&app, COORDINATOR_KPPN, "pengelola").await;
        lend(&mut own, &duty, STAFF_KPPN, "2026-12-01").await.expect(303);
        let mut deputy = entered(&app, STAFF_KPPN).await;
        assert!(is_holder(&mut phone).await && is_holder(&mut program).await && is_holder(&mut deputy).await);

        let file = format!("nip,nama,jabatan,unit\n{COORDINATOR_KPPN},Rina Contoh Wulandari,Analis,bps.sulbar\n");
        super::world::import_people(&app, &file).await;

        for browser in [&mut own, &mut phone, &mut program, &mut deputy] {
            assert!(!is_holder(browser).await);
        }
        assert_eq!(own.program().get("/profil").await.json()["agency_id"], "bps.sulbar", "the account goes along");
        let mut head = entered(&app, HEAD_KPPN).await;
        let seen = head.get("/pengelolaan/peran").await.expect(200);
        assert!(seen.has("Tanpa penanggung jawab") && seen.has("Rina Contoh Wulandari, S.E., M.M. pindah"), "{}", seen.text());
        let above = entered(&app, ADMIN).await.get("/pengelolaan/peran?instansi=*").await.expect(200);
        assert!(above.has("Tanpa penanggung jawab"), "those above see it too");

        give(&mut head, OFFICE, "pengelola", STAFF_KPPN_OTHER).await.expect(303);
        assert!(!head.get("/pengelolaan/peran").await.has("Tanpa penanggung jawab"));
    })
    .await;
}

#[tokio::test]
async fn a_move_within_the_same_house_keeps_what_is_above_both() {
    both(async |app| {
        let rina = person_id(&app, COORDINATOR_KPPN).await;
        give_duty(&app, &rina, "pembina", "kemenkeu").await;
        give_duty(&app, &rina, "pembina", "bnn").await;
        give_duty(&app, &rina, "pengelola", "kemenkeu.djpb.kanwil-sulbar").await;

        let file = format!("nip,nama,jabatan,unit\n{COORDINATOR_KPPN},Rina Contoh Wulandari,Analis,kemenkeu.djpb\n");
        super::world::import_people(&app, &file).await;

        let profile = entered(&app, COORDINATOR_KPPN).await.program().get("/profil").await.json();
        let nodes: Vec<_> =
            profile["duties"].as_array().unwrap().iter().map(|it| it["node"].as_str().unwrap().to_owned()).collect();
        assert_eq!(nodes, ["kemenkeu", "bnn"]);
    })
    .await;
}

#[tokio::test]
async fn markup_in_a_reason_stays_text() {
    both(async |app| {
        let own = duty(&app, HEAD_KPPN, "pimpinan").await;
        let mut head = entered(&app, HEAD_KPPN).await;
        let fields = [("pengenal", STAFF_KPPN), ("sampai", "2026-12-01"), ("alasan", "<img src=x onerror=alert(1)>")];
        head.post(&format!("/peran/{own}/pelimpahan"), &fields).await.expect(303);

        let page = head.get("/pengelolaan/peran").await.expect(200);

        assert!(page.has("&#60;img src=x") && !page.has("<img src=x"));
        newcomer(&app, STAFF_BPS).await;
        write(
            &app,
            "update directory_person set name = $1 where identity_number = $2",
            ["<b>Nama</b>".into(), STAFF_KPPN.into()],
        )
        .await;
        assert!(!head.get("/pengelolaan/peran").await.has("<b>Nama"));
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_is_out_everywhere_and_the_place_shows_as_empty() {
    both(async |app| {
        let path = format!("/pegawai/{}/penempatan", person_id(&app, HEAD_KPPN).await);
        let mut own = entered(&app, HEAD_KPPN).await;
        lend(&mut own, &duty(&app, HEAD_KPPN, "pimpinan").await, STAFF_KPPN, "2026-12-01").await.expect(303);
        let mut deputy = entered(&app, STAFF_KPPN).await;
        assert!(is_holder(&mut deputy).await);

        let sql = "select version as n from directory_person where identity_number = '197510012000031903'";
        let seen = count(&app, sql).await.to_string();
        entered(&app, ADMIN).await.submit("DELETE", &path, &[("versi", &seen)]).await.expect(303);

        own.get("/profil").await.expect(303);
        assert!(!is_holder(&mut deputy).await, "what was lent ended with it");
        let office = entered(&app, COORDINATOR_KPPN).await.get("/pengelolaan/peran").await.expect(200);
        assert!(office.has("Tanpa penanggung jawab") && office.has("Sahrul Contoh, S.E., M.Ak. berhenti"), "{}", office.text());
    })
    .await;
}
