//! An activity whose page for neighbours is written.

use kernel::testing::{Browser, Page};

use crate::world::*;

pub(super) struct Scene {
    pub(super) world: World,
    pub(super) id: String,
    pub(super) owner: Browser,
}

pub(super) const SUMMARY: &str =
    "Harga barang naik sedikit setiap tahun itu wajar. Yang penting kenaikannya pelan dan terkendali.";

pub(super) const WORDS: [(&str, &str); 4] = [
    ("summary", SUMMARY),
    ("first", "Bandingkan harga di pasar sebelum belanja besar."),
    ("second", "Simpan uang darurat tiga bulan belanja."),
    ("third", "Tanyakan angka inflasi kepada kantor BPS terdekat."),
];

pub(super) async fn published_activity(world: World) -> Scene {
    let mut owner = world.signed_in(COORDINATOR_KPPN).await;
    let id = published(&mut owner, &[]).await;
    Scene { world, id, owner }
}

/// Written and published; with its address.
pub(super) async fn shared(world: World) -> (Scene, String) {
    let mut it = published_activity(world).await;
    it.saves("0", &[]).await.expect(303);
    let at = it.at("penerbitan");
    it.owner.post(&at, &[]).await.expect(303);
    let address = it.address().await;
    (it, address)
}

impl Scene {
    pub(super) fn at(&self, path: &str) -> String {
        format!("/kegiatan/{}/bagikan/{path}", self.id).trim_end_matches('/').to_owned()
    }

    pub(super) async fn saves(&mut self, version: &str, otherwise: &[(&str, &str)]) -> Page {
        let mut fields = WORDS.to_vec();
        fields.push(("version", version));
        for it in otherwise {
            fields.retain(|field| field.0 != it.0);
            fields.push(*it);
        }
        let at = self.at("");
        self.owner.put(&at, &fields).await
    }

    /// As its owner sees it.
    pub(super) async fn seen(&self) -> serde_json::Value {
        self.owner.program().get(&self.at("")).await.expect(200).json()
    }

    pub(super) async fn address(&self) -> String {
        format!("/b/{}", self.seen().await["share"]["code"].as_str().unwrap())
    }
}
