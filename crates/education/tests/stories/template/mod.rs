//! Stories of templates: made of what went well, used by other agencies, removed while in use; and tasks of preparation, on both databases.

use crate::world::*;
use directory::testing::{give_duty, person_id};
use kernel::{clock::HOUR, testing::Browser};

/// 24 November 2026, 12.00 WITA: half an hour after the session.
pub(crate) const AFTER: i64 = 1_795_492_800_000;

/// An activity of KPPN Mamuju that is over.
pub(crate) async fn held(world: &World, kppn: &mut Browser, changes: &[(&str, &str)]) -> String {
    let id = published(kppn, changes).await;
    let host = kppn.program().get(&format!("/kegiatan/{id}")).await.expect(200).json()["hosts"][0]["id"].clone();
    world.app.clock().move_to(AFTER.max(world.app.now()));
    // Days later one signs in again.
    *kppn = world.signed_in(if host == BPS { COORDINATOR_BPS } else { COORDINATOR_KPPN }).await;
    id
}

/// Makes a template of it; answers its address.
pub(crate) async fn made(kppn: &mut Browser, activity: &str) -> String {
    let form = [
        ("title", "Inflasi dan APBN untuk pegawai"),
        ("lead", "Cocok untuk kantor pelayanan."),
        ("task_days", "-7"),
        ("task_title", "Kirim undangan"),
        ("task_days", "1"),
        ("task_title", "Unggah laporan rapat"),
    ];
    kppn.post(&format!("/kegiatan/{activity}/templat"), &form).await.expect(303).location().to_owned()
}

async fn json(browser: &Browser, address: &str) -> serde_json::Value {
    browser.program().get(address).await.expect(200).json()
}

/// What its owners let everybody know of how it was judged.
pub(crate) async fn judged(world: &World, activity: &str, index: i64, is_public: i64) {
    let sql = "
        insert into education_evaluation (activity_id, form_id, table_id, answers, index_hundredths, conversion_hundredths, is_index_public)
        values ($1, 'umum-1', 'permenpanrb-14-2017', 12, $2, $3, $4)
        on conflict (activity_id) do update set answers = 12, index_hundredths = excluded.index_hundredths,
            conversion_hundredths = excluded.conversion_hundredths, is_index_public = excluded.is_index_public";
    let mut tx = world.app.db().begin().await.unwrap();
    tx.run(sql, [activity.into(), index.into(), (index * 25).into(), is_public.into()]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn another_agency_has_a_draft_with_everything_by_one_click() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[]).await;
        let design = [
            ("version", "0"),
            ("template", "modern"),
            ("heading", "Piagam"),
            ("number_pattern", "{urut}/KPPN.2401/{tahun}"),
            ("place", "Mamuju"),
            ("jp", "2"),
            ("form", "sosialisasi"),
            ("signatory_position", "Kepala Kantor"),
            ("signatory_name", "Sahrul Contoh"),
        ];
        kppn.submit("PUT", &format!("/kegiatan/{activity}/sertifikat"), &design).await;
        assert!(kppn.get(&format!("/kegiatan/{activity}")).await.expect(200).has("Jadikan templat"));
        let template = made(&mut kppn, &activity).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;

        assert!(bps.get("/templat").await.expect(200).has("Inflasi dan APBN untuk pegawai"));
        let draft = bps.post(&format!("{template}/pemakaian"), &[]).await.expect(303);
        let id = draft.location().split('/').nth(2).unwrap().to_owned();

        let page = json(&bps, &format!("/kegiatan/{id}")).await;
        assert_eq!(page["hosts"][0]["id"], BPS);
        assert_eq!(page["state"], "draft");
        assert_eq!(page["agenda"][0]["title"], "Pembukaan");
        assert_eq!(page["template"][2], "KPPN Mamuju");
        assert_eq!((&page["tasks"][0]["title"], &page["tasks"][0]["day"]), (&"Kirim undangan".into(), &"H-7".into()));
        let text = bps.get(&format!("/kegiatan/{id}")).await.expect(200);
        assert!(text.has("Disusun dari templat") && text.has("oleh KPPN Mamuju"), "{}", text.text());
        for own in ["Narasumber, S.E.", "rapat.example", "Rina Contoh"] {
            assert!(!bps.get(&format!("/kegiatan/{id}/ubah")).await.expect(200).has(own), "{own} stays with the origin");
        }
        assert_eq!(json(&bps, &template).await["row"]["template"]["uses"], 1);
    })
    .await;
}

#[tokio::test]
async fn only_hosts_make_templates_and_only_of_what_is_over() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let coming = published(&mut kppn, &[("date", "2026-12-15")]).await;

        kppn.get(&format!("/kegiatan/{coming}/templat")).await.expect(409);
        let activity = held(&world, &mut kppn, &[("title", "Yang sudah selesai")]).await;
        let mut staff = world.signed_in(STAFF_BPS).await;
        kppn.get(&format!("/kegiatan/{activity}/templat")).await.expect(200);
        staff.get(&format!("/kegiatan/{activity}/templat")).await.expect(403);
        let refused =
            kppn.post(&format!("/kegiatan/{activity}/templat"), &[("title", "a"), ("task_title", "b")]).await.expect(422);
        assert!(refused.has("paling sedikit lima huruf") && refused.has("Tulis harinya dengan angka"), "{}", refused.text());
        let template = made(&mut kppn, &activity).await;

        staff.get(&template).await.expect(200);
        staff.post(&format!("{template}/pemakaian"), &[("agency", BPS)]).await.expect(403);
        staff.submit("DELETE", &template, &[]).await.expect(403);
        assert!(world.stranger().get(&template).await.status.as_u16() != 200);
        kppn.post(&format!("{template}/pemakaian"), &[("agency", BPS)]).await.expect(403);
        kppn.post(&format!("{template}/pemakaian"), &[("date", "2020-01-01")]).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn a_template_removed_while_in_use_leaves_drafts_as_they_are() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[]).await;
        let template = made(&mut kppn, &activity).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let draft = bps.post(&format!("{template}/pemakaian"), &[]).await.expect(303).location().replace("/ubah", "");

        bps.submit("DELETE", &template, &[]).await.expect(403);
        kppn.submit("DELETE", &template, &[]).await.expect(303);

        let page = json(&bps, &draft).await;
        assert_eq!(
            (page["tasks"].as_array().unwrap().len(), &page["template"][1]),
            (2, &"Inflasi dan APBN untuk pegawai".into())
        );
        bps.post(&format!("{template}/pemakaian"), &[]).await.expect(409);
        kppn.submit("DELETE", &template, &[]).await.expect(409);
        assert!(bps.get(&template).await.expect(200).has("sudah dihapus"));
        assert!(json(&bps, "/templat").await["templates"].as_array().unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn it_shows_who_used_it_and_how_it_went_where_everybody_may_know() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[]).await;
        judged(&world, &activity, 393, 0).await;
        let template = made(&mut kppn, &activity).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let draft = bps.post(&format!("{template}/pemakaian"), &[]).await.expect(303).location().replace("/ubah", "");
        let staff = world.signed_in(STAFF_BNN).await;

        let before = json(&staff, &template).await;
        assert_eq!((&before["origin"]["judged"], before["held"].as_array().unwrap().len()), (&"".into(), 0), "a draft is hidden");
        bps.post(&format!("{draft}/penerbitan"), &[]).await.expect(303);
        judged(&world, draft.trim_start_matches("/kegiatan/"), 351, 1).await;
        judged(&world, &activity, 393, 1).await;

        let after = json(&staff, &template).await;
        assert_eq!(after["origin"]["judged"], "3,93 (sangat baik)");
        assert_eq!(after["held"][0]["judged"], "3,51 (baik)");
        assert_eq!(after["held"][0]["hosts"][0], "BPS Provinsi Sulawesi Barat");
        let hidden = json(&staff, "/templat?tema=hukum").await;
        assert!(hidden["templates"].as_array().unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn tasks_are_ticked_by_owners_and_say_who_and_when() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[]).await;
        let template = made(&mut kppn, &activity).await;
        let draft = kppn.post(&format!("{template}/pemakaian"), &[]).await.expect(303).location().replace("/ubah", "");
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        kppn.post(&format!("{draft}/persiapan/0"), &[]).await.expect(303);
        world.app.clock().move_to(world.app.now() + HOUR);
        let mut head = world.signed_in(HEAD_KPPN).await;
        head.post(&format!("{draft}/persiapan/0"), &[]).await.expect(303);

        let task = json(&head, &draft).await["tasks"][0].clone();
        assert_eq!(task["done_by"], "Rina Contoh Wulandari, S.E., M.M.", "who was first stays written");
        kppn.post(&format!("{draft}/persiapan/9"), &[]).await.expect(404);
        bps.post(&format!("{draft}/persiapan/1"), &[]).await.expect(404);
        head.submit("DELETE", &format!("{draft}/persiapan/0"), &[]).await.expect(303);
        assert!(json(&head, &draft).await["tasks"][0]["done_at"].is_null());
    })
    .await;
}

#[tokio::test]
async fn the_list_costs_the_same_for_many() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[]).await;
        let template = made(&mut kppn, &activity).await;
        kppn.program().get(&template).await.expect(200);
        let few = kernel::db::counted(kppn.program().get("/templat")).await.1;
        let one = kernel::db::counted(kppn.program().get(&template)).await.1;

        for number in 0..4 {
            let title = format!("Templat yang ke-{number}");
            let form = [("title", title.as_str())];
            kppn.post(&format!("/kegiatan/{activity}/templat"), &form).await.expect(303);
            let draft = kppn.post(&format!("{template}/pemakaian"), &[]).await.expect(303).location().replace("/ubah", "");
            kppn.post(&format!("{draft}/penerbitan"), &[]).await.expect(303);
        }

        assert_eq!(kernel::db::counted(kppn.program().get("/templat")).await.1, few);
        assert_eq!(kernel::db::counted(kppn.program().get(&template)).await.1, one);
        assert_eq!(json(&kppn, &template).await["held"].as_array().unwrap().len(), 4);
    })
    .await;
}

#[tokio::test]
async fn what_it_was_made_from_shows_to_those_alone_who_may_open_it() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[("listed", "audience")]).await;
        let template = made(&mut kppn, &activity).await;
        let mut outsider = world.signed_in(OUTSIDER).await;
        outsider.get(&format!("/kegiatan/{activity}")).await.expect(404);

        assert!(json(&outsider, &template).await["origin"].is_null());
        assert!(!outsider.get(&template).await.expect(200).has(&activity));
        assert_eq!(json(&kppn, &template).await["origin"]["activity"]["id"], activity);
        assert_eq!(json(&world.signed_in(STAFF_BNN).await, &template).await["origin"]["activity"]["id"], activity);
    })
    .await;
}

#[tokio::test]
async fn the_draft_begins_at_the_hour_of_its_own_office() {
    story(async |world| {
        let sql = "update directory_region set zone = 'WIT' where id like '76%'";
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[]).await;
        let template = made(&mut kppn, &activity).await;
        let mut tx = world.app.db().begin().await.unwrap();
        tx.run(sql, kernel::db::NONE).await.unwrap();
        tx.commit().await.unwrap();
        give_duty(&world.app, &person_id(&world.app, ADMIN).await, "pengelola", BPS).await;
        let mut jakarta = world.signed_in(ADMIN).await;

        let form = [("agency", BPS), ("date", "2026-12-09")];
        let draft = jakarta.post(&format!("{template}/pemakaian"), &form).await.expect(303).location().replace("/ubah", "");

        let page = json(&jakarta, &draft).await;
        assert_eq!((&page["activity"]["zone"], &page["activity"]["starts_at"]), (&"WIT".into(), &NINE_IN_JAYAPURA.into()));
    })
    .await;
}

/// 9 December 2026, 09.00 WIT.
const NINE_IN_JAYAPURA: i64 = 1_796_774_400_000;

#[tokio::test]
async fn certificates_of_a_draft_are_signed_on_the_day_of_issue_however_it_moved() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[]).await;
        kppn.put(&format!("/kegiatan/{activity}/sertifikat"), &crate::certificate::shelf::design(&[("jp", "2")]))
            .await
            .expect(303);
        let template = made(&mut kppn, &activity).await;

        let draft = kppn.post(&format!("{template}/pemakaian"), &[]).await.expect(303).location().replace("/ubah", "");

        let design = json(&kppn, &format!("{draft}/sertifikat")).await["design"].clone();
        assert_eq!((&design["heading"], &design["signed_on"]), (&"Sertifikat".into(), &serde_json::Value::Null), "{design}");
    })
    .await;
}

#[tokio::test]
async fn a_nervous_thumb_makes_one_draft_and_one_use() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let activity = held(&world, &mut kppn, &[]).await;
        let template = made(&mut kppn, &activity).await;
        let (mut bps, mut again) = (world.signed_in(COORDINATOR_BPS).await, world.signed_in(COORDINATOR_BPS).await);
        let page = bps.get(&template).await.expect(200).text();
        let once = page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let (path, form) = (format!("{template}/pemakaian"), [("once", once.as_str())]);

        let (a, b) = futures_util::future::join(bps.post(&path, &form), again.post(&path, &form)).await;

        assert_eq!(a.expect(303).location(), b.expect(303).location());
        assert_eq!(json(&bps, &template).await["row"]["template"]["uses"], 1);
    })
    .await;
}
