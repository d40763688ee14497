//! An activity with a coordinator who uploads, and people who are registered, asked, or strangers.

use kernel::{
    clock::HOUR,
    testing::{Browser, Page},
};
use store::testing::PDF;

use crate::world::*;

/// Tuesday 24 November 2026, 11.30 WITA: when the activity is over.
pub(super) const END: i64 = 1_795_491_000_000;

pub(super) struct Scene {
    pub world: World,
    pub id: String,
    pub owner: Browser,
}

/// A published activity; STAFF_KPPN has a seat.
pub(super) async fn published_activity(world: World) -> Scene {
    // Both databases have the same folder.
    let _ = std::fs::remove_dir_all(world.app.settings().data.join("files"));
    let mut owner = world.signed_in(COORDINATOR_KPPN).await;
    let id = published(&mut owner, &[]).await;
    let mut staff = world.signed_in(STAFF_KPPN).await;
    staff.post(&format!("/kegiatan/{id}/pendaftaran"), &[]).await.expect(200);
    Scene { world, id, owner }
}

impl Scene {
    pub(super) fn at(&self, path: &str) -> String {
        format!("/kegiatan/{}/{path}", self.id)
    }

    pub(super) async fn uploads(&mut self, fields: &[(&str, &str)], file: (&str, &[u8])) -> Page {
        let at = self.at("materi");
        self.owner.upload(&at, fields, file).await
    }

    /// A PDF, and its address.
    pub(super) async fn uploaded(&mut self, title: &str, openness: &str, early: &str) -> String {
        let content = [PDF, title.as_bytes(), b"\n%%EOF\n"].concat();
        let fields = [("title", title), ("openness", openness), ("early", early)];
        self.uploads(&fields, (&format!("{title}.pdf"), &content)).await.expect(303);
        let id = self.materials().await.into_iter().find(|it| it["title"] == title).unwrap()["id"].clone();
        self.at(&format!("materi/{}/berkas", id.as_str().unwrap()))
    }

    pub(super) async fn materials(&self) -> Vec<serde_json::Value> {
        let page = self.owner.program().get(&self.at("materi")).await.expect(200).json();
        page["materials"].as_array().unwrap().clone()
    }

    pub(super) fn is_over(&self) {
        self.world.app.clock().move_to(END + HOUR);
    }

    /// Until nothing is left to do now.
    pub(super) async fn work(&self) {
        kernel::outbox::deliver(&self.world.app).await.unwrap();
        while kernel::jobs::run_due(&self.world.app).await.unwrap() > 0 {}
    }
}
