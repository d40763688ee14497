//! The ledger of one participant and its corrections.

use super::scene::*;
use crate::world::*;

impl Webinar {
    async fn ledger_of(&self, name: &str) -> String {
        let registration_id = self.registration(name).await;
        self.at(&format!("kehadiran/{registration_id}"))
    }
}

/// Siti was there for 14 minutes; so says the report.
async fn counted(world: World) -> Webinar {
    let mut it = webinar(world, &[]).await;
    it.registered(BUDI).await;
    it.registered(SITI).await;
    it.move_to(AFTERWARDS);
    it.uploads("zoom_webinar.csv", &fixture("zoom_webinar_attendee_en")).await.expect(303);
    it
}

#[tokio::test]
async fn every_minute_traces_to_its_row() {
    story(async |world| {
        let mut it = counted(world).await;

        let page = it.owner.get(&it.ledger_of("Budi").await).await.expect(200);

        for said in [
            "Kehadiran Budi Santoso, S.Kom.",
            "198501012010011001",
            "169",
            "94,1%",
            "zoom_webinar.csv, baris 13, sebagai",
            "iPhone",
        ] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        assert!(page.has("pukul 09.40–11.00 WIB, 80 menit") && page.has("Menit dalam laporan rapat"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_correction_needs_a_reason_and_keeps_what_was_typed() {
    story(async |world| {
        let mut it = counted(world).await;
        let path = it.ledger_of("Siti").await;

        let refused = it.owner.post(&path, &[("decision", "minutes"), ("minutes", "900"), ("reason", "")]).await.expect(422);

        assert!(refused.has("Tulis alasannya.") && refused.has("Sesi ini hanya 180 menit"), "{}", refused.text());
        assert!(refused.has("value=\"900\"") && refused.has("value=\"minutes\" checked"));
        it.owner.post(&path, &[("reason", "Tanpa keputusan")]).await.expect(422);
        it.owner.post(&path, &[("decision", "minutes"), ("minutes", "-5"), ("reason", "Salah")]).await.expect(422);
        assert_eq!(it.count("Siti").await, (14, 83, false));
    })
    .await;
}

#[tokio::test]
async fn corrections_decide_are_kept_and_can_be_taken_back() {
    story(async |world| {
        let mut it = counted(world).await;
        let path = it.ledger_of("Siti").await;

        it.owner.post(&path, &[("decision", "present"), ("reason", "Ikut dari aula bersama")]).await.expect(303);
        assert_eq!(it.count("Siti").await, (14, 83, true));
        it.move_to(AFTERWARDS + 60_000);
        it.owner
            .post(&path, &[("decision", "minutes"), ("minutes", "90"), ("reason", "Hanya sesi pertama <b>")])
            .await
            .expect(303);
        assert_eq!(it.count("Siti").await, (90, 500, false));

        let ledger = it.owner.program().get(&path).await.expect(200).json();
        let manual: Vec<&serde_json::Value> =
            ledger["entries"].as_array().unwrap().iter().filter(|it| it["kind"] == "manual").collect();
        assert_eq!(manual.len(), 2);
        let last = format!("{path}/{}", manual[1]["source"].as_str().unwrap());
        it.owner.submit("DELETE", &last, &[]).await.expect(422);
        it.owner.submit("DELETE", &last, &[("reason", "Foto sudah diperiksa")]).await.expect(303);
        it.owner.submit("DELETE", &last, &[("reason", "Foto sudah diperiksa")]).await.expect(409);

        assert_eq!(it.count("Siti").await, (14, 83, true));
        let page = it.owner.get(&path).await.expect(200);
        for said in ["Ikut dari aula bersama", "Hanya sesi pertama &#60;b&#62;", "Foto sudah diperiksa", "Rina Contoh Wulandari"]
        {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        let history = it.owner.get(&it.at("riwayat")).await.expect(200);
        assert!(history.has("Kehadiran dikoreksi") && history.has("Koreksi kehadiran ditarik"), "{}", history.text());
    })
    .await;
}

#[tokio::test]
async fn only_owners_correct_and_only_what_has_a_place() {
    story(async |world| {
        let mut it = counted(world).await;
        let path = it.ledger_of("Siti").await;
        let correction = [("decision", "present"), ("reason", "Untuk teman")];

        for nip in [SITI, STAFF_BNN, COORDINATOR_BPS] {
            let mut insider = it.world.signed_in(nip).await;
            insider.get(&path).await.expect(403);
            insider.post(&path, &correction).await.expect(403);
        }
        it.owner.post(&it.at("kehadiran/nobody"), &correction).await.expect(404);
        it.owner.submit("DELETE", &format!("{path}/nothing"), &[("reason", "Apa saja")]).await.expect(409);
        assert_eq!(it.count("Siti").await, (14, 83, false));
    })
    .await;
}

#[tokio::test]
async fn a_moved_session_or_share_is_counted_anew() {
    story(async |world| {
        let mut it = counted(world).await;
        let version = it.owner.program().get(&format!("/kegiatan/{}", it.id)).await.json()["activity"]["version"].to_string();

        let edit =
            draft(&[("date", "2026-11-18"), ("end", "12.00"), ("zone", "WIB"), ("minimum_share", "8"), ("version", &version)]);
        it.owner.put(&format!("/kegiatan/{}", it.id), &edit).await.expect(303);
        kernel::jobs::run_due(&it.world.app).await.unwrap();

        assert_eq!((it.count("Budi").await, it.count("Siti").await), ((169, 941, true), (14, 83, true)));
    })
    .await;
}

#[tokio::test]
async fn a_co_host_corrects_as_an_equal() {
    story(async |world| {
        let mut it = counted(world).await;
        let path = it.ledger_of("Siti").await;
        it.owner.post(&it.at("penyelenggara"), &[("agency", BPS)]).await.expect(303);
        let mut bps = it.world.signed_in(COORDINATOR_BPS).await;
        bps.post(&it.at(&format!("penyelenggara/{BPS}/persetujuan")), &[]).await.expect(303);

        bps.post(&path, &[("decision", "present"), ("reason", "Hadir di ruang kami")]).await.expect(303);

        assert!(it.owner.get(&path).await.expect(200).has("Nur Aini Contoh"));
        assert_eq!(it.count("Siti").await, (14, 83, true));
    })
    .await;
}
