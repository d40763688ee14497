//! Crests: uploaded, shown, printed, taken over, taken off.

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use kernel::{clock::DAY, db::counted, testing::Browser};

use super::shelf::*;
use crate::{attendance::scene::*, world::*};

const ALT: &str = "Lambang Kantor Pelayanan Perbendaharaan Negara Mamuju";

/// A disc of a shade of red on nothing.
pub(super) fn disc(shade: u8) -> RgbaImage {
    RgbaImage::from_fn(90, 100, |x, y| {
        let away = (f64::from(x) - 45.).hypot(f64::from(y) - 50.);
        if away < 44. { Rgba([shade, 30, 60, 255]) } else { Rgba([0, 0, 0, 0]) }
    })
}

pub(super) fn written(picture: RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgba8(picture);
    let picture = if format == ImageFormat::Jpeg { picture.into_rgb8().into() } else { picture };
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn png(shade: u8) -> Vec<u8> {
    written(disc(shade), ImageFormat::Png)
}

async fn puts(browser: &mut Browser, id: &str, (agency, shade): (&str, u8)) {
    let at = format!("/kegiatan/{id}/sertifikat/lambang");
    browser.upload(&at, &[("agency", agency)], ("lambang.png", &png(shade))).await.expect(303);
}

async fn shown(browser: &Browser, id: &str) -> Vec<serde_json::Value> {
    let page = browser.program().get(&format!("/kegiatan/{id}/sertifikat")).await.expect(200).json();
    page["crests"].as_array().unwrap().clone()
}

impl Webinar {
    async fn preview(&mut self) -> Vec<u8> {
        self.owner.get(&self.at("sertifikat/pratinjau.png")).await.expect(200).body
    }

    async fn takes_off(&mut self, agency: &str, seen: &str) -> kernel::testing::Page {
        let at = self.at(&format!("sertifikat/lambang/{agency}"));
        self.owner.submit("DELETE", &at, &[("seen", seen)]).await
    }

    async fn first_pdf(&mut self) -> Vec<u8> {
        let id = self.issued().await[0]["id"].as_str().unwrap().to_owned();
        self.owner.get(&format!("/sertifikat/{id}/sertifikat.pdf")).await.expect(200).body
    }

    pub(super) async fn files(&self) -> i64 {
        self.world.app.db().one("select count(*) as n from education_file", kernel::db::NONE, |row| row.get("n")).await.unwrap()
    }
}

#[tokio::test]
async fn a_crest_is_on_the_page_the_preview_and_the_paper_with_words_for_who_cannot_see_it() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        let bare = it.preview().await;
        let (_, before) = counted(it.owner.get(&it.at("sertifikat"))).await;

        puts(&mut it.owner, &it.id, (KPPN, 200)).await;

        let (page, after) = counted(it.owner.get(&it.at("sertifikat"))).await;
        assert!(page.expect(200).has(&format!("alt=\"{ALT}\"")));
        assert_eq!(before, after);
        assert_ne!(it.preview().await, bare);
        let picture = it.owner.get(&it.at(&format!("sertifikat/lambang/{KPPN}"))).await.expect(200);
        assert!(picture.body.starts_with(b"\x89PNG") && picture.header("content-type") == "image/png");
        assert!(it.owner.get(&it.at("riwayat")).await.expect(200).has("Lambang pada sertifikat dipasang"));
        it.issues().await;
        assert!(String::from_utf8_lossy(&it.first_pdf().await).contains(ALT));
    })
    .await;
}

#[tokio::test]
async fn what_was_issued_keeps_its_crest_when_it_is_replaced_or_taken_off() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        puts(&mut it.owner, &it.id, (KPPN, 200)).await;
        it.issues().await;
        let issued = it.first_pdf().await;

        puts(&mut it.owner, &it.id, (KPPN, 90)).await;
        it.takes_off(KPPN, "").await.expect(303);
        for day in 1..=3 {
            it.on_another_day(AFTERWARDS + day * DAY).await;
            it.lets_work_be_done().await;
        }

        assert_eq!(shown(&it.owner, &it.id).await[0]["hash"], serde_json::Value::Null);
        assert_eq!(it.files().await, 1, "what was replaced is gone, what was printed is kept");
        assert_eq!(it.first_pdf().await, issued);
        it.takes_off(KPPN, "").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn an_office_uploads_its_crest_once_and_nobody_puts_one_into_its_house() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let together = shared(&mut kppn, &mut bps, "Bersama").await;
        let again = shared(&mut kppn, &mut bps, "Bersama lagi").await;
        let own = drafted(&mut bps, &[("title", "Milik BPS sendiri")]).await;

        puts(&mut kppn, &together, (KPPN, 200)).await;
        puts(&mut kppn, &together, (BPS, 120)).await;

        let rows = shown(&bps, &again).await;
        assert!(rows.len() == 2 && rows.iter().all(|it| it["is_taken_over"] == true && it["hash"].is_string()), "{rows:?}");
        assert!(shown(&bps, &own).await[0]["hash"].is_null(), "what KPPN takes for the crest of BPS is not BPS's");
        puts(&mut bps, &own, (BPS, 40)).await;
        assert_eq!(crest_of(&bps, &again, BPS).await, crest_of(&bps, &own, BPS).await, "its own goes before that of others");
        assert_ne!(crest_of(&bps, &together, BPS).await, crest_of(&bps, &own, BPS).await, "what was chosen here stays");
    })
    .await;
}

async fn crest_of(browser: &Browser, id: &str, agency: &str) -> String {
    let rows = shown(browser, id).await;
    rows.iter().find(|it| it["agency_id"] == agency).unwrap()["hash"].as_str().unwrap().to_owned()
}

/// An activity of both.
async fn shared(kppn: &mut Browser, bps: &mut Browser, title: &str) -> String {
    let id = drafted(kppn, &[("title", title)]).await;
    kppn.post(&format!("/kegiatan/{id}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
    bps.post(&format!("/kegiatan/{id}/penyelenggara/{BPS}/persetujuan"), &[]).await.expect(303);
    id
}

#[tokio::test]
async fn of_two_tabs_the_one_that_saw_an_older_crest_takes_nothing_off() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        puts(&mut it.owner, &it.id, (KPPN, 200)).await;
        let seen = crest_of(&it.owner, &it.id, KPPN).await;
        puts(&mut it.owner, &it.id, (KPPN, 90)).await;

        let page = it.takes_off(KPPN, &seen).await.expect(409);

        assert!(page.has("sudah diganti orang lain"), "{}", page.text());
        let stands = crest_of(&it.owner, &it.id, KPPN).await;
        it.takes_off(KPPN, &stands).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn owners_alone_choose_crests_and_of_owners_alone() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        let (at, content) = (it.at("sertifikat/lambang"), png(200));
        let file = ("lambang.png", &content[..]);
        for (nip, status) in [(STAFF_KPPN, 403), (COORDINATOR_BPS, 403), (OUTSIDER, 403)] {
            it.world.signed_in(nip).await.upload(&at, &[], file).await.expect(status);
        }
        it.world.stranger().upload(&at, &[], file).await.expect(303);

        let page = it.owner.upload(&at, &[("agency", BPS)], file).await.expect(422);

        assert!(page.has("Pilih salah satu penyelenggara"), "{}", page.text());
        puts(&mut it.owner, &it.id, (KPPN, 200)).await;
        let picture = format!("{at}/{KPPN}");
        it.world.signed_in(STAFF_KPPN).await.get(&picture).await.expect(403);
        it.owner.get(&format!("{at}/{BPS}")).await.expect(404);
        it.owner.post(&it.at("pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        it.owner.upload(&at, &[], file).await.expect(409);
    })
    .await;
}
