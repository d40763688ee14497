//! What the stories of certificates share: a webinar that is over and counted, with Budi present and Siti absent.

use kernel::{jobs, outbox};

use crate::{attendance::scene::*, world::*};

pub(crate) async fn counted_webinar(world: World) -> Webinar {
    let mut it = webinar(world, &[]).await;
    it.registered(BUDI).await;
    it.registered(SITI).await;
    it.move_to(AFTERWARDS);
    it.uploads("laporan.csv", &fixture("zoom_webinar_attendee_en")).await.expect(303);
    it
}

/// The form of a design, with some fields otherwise.
pub(crate) fn design<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("version", "0"),
        ("template", "modern"),
        ("heading", "Sertifikat"),
        ("number_pattern", "{urut:3}/SERT/{bulan-romawi}/{tahun}"),
        ("place", "Mamuju"),
        ("signed_on", "2026-11-18"),
        ("jp", "4"),
        ("form", "sosialisasi"),
        ("signatory_position", "Kepala KPPN Mamuju"),
        ("signatory_name", "Contoh Kepala, S.E."),
        ("signatory_number", "NIP 197001011995031001"),
        ("with_agenda", "1"),
    ];
    for (name, value) in changes {
        fields.retain(|it| it.0 != *name);
        fields.push((name, value));
    }
    fields
}

impl Webinar {
    pub(crate) async fn designs(&mut self, changes: &[(&str, &str)]) {
        let path = self.at("sertifikat");
        self.owner.put(&path, &design(changes)).await.expect(303);
    }

    /// Asks for an issue and lets everything that follows happen.
    pub(crate) async fn issues(&mut self) {
        let path = self.at("sertifikat");
        self.owner.post(&path, &[]).await.expect(303);
        self.lets_work_be_done().await;
    }

    pub(crate) async fn lets_work_be_done(&self) {
        jobs::run_due(&self.world.app).await.unwrap();
        while outbox::deliver(&self.world.app).await.unwrap() > 0 {}
        jobs::run_due(&self.world.app).await.unwrap();
    }

    /// What organisers see of all that were issued.
    pub(crate) async fn issued(&self) -> Vec<serde_json::Value> {
        let page = self.owner.program().get(&self.at("sertifikat/daftar")).await.expect(200).json();
        page["rows"].as_array().unwrap().clone()
    }
}
