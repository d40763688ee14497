//! The world of education's stories: Sulawesi Barat with its offices, and the whole router of directory and education.

#![allow(dead_code, unused_imports, unreachable_pub, clippy::unwrap_used)]

use axum::Router;
use directory::testing::sulbar;
use kernel::{
    App, Domain, Migration,
    testing::{Browser, both},
    web::Setup,
};

pub use directory::testing::{
    ADMIN, COORDINATOR_BPS, COORDINATOR_KPPN, HEAD_KPPN, OUTSIDER, STAFF_BNN, STAFF_BPS, STAFF_KEMENAG, STAFF_KPPN,
    STAFF_KPPN_OTHER, STAFF_PEMDA,
};

pub const KPPN: &str = "kemenkeu.djpb.kppn-mamuju";
pub const BPS: &str = "bps.sulbar";

const DOMAINS: &[Domain] = &[directory::DOMAIN, education::DOMAIN];
const SETUP: Setup = Setup { domains: DOMAINS, identify: directory::identify, dress: ui::visit::dress };

/// A database with the small world in it, and the router in front.
pub struct World {
    pub app: App,
    pub router: Router,
}

impl World {
    pub async fn signed_in(&self, nip: &str) -> Browser {
        directory::testing::sign_in(&self.app, &self.router, nip).await
    }

    /// What a handler gets when this person asks.
    pub async fn ask_of(&self, nip: &str) -> kernel::Ask {
        let browser = self.signed_in(nip).await;
        let knock = kernel::web::Knock::Cookie(browser.cookie("guyub").unwrap().to_owned());
        let actor = (SETUP.identify)(&self.app, &knock).await.unwrap();
        let visit = kernel::web::Visit {
            actor,
            language: kernel::web::Language::Id,
            wants_json: false,
            target: "/".into(),
            sent_from: None,
            said: None,
            network: String::new(),
            request_id: String::new(),
            door: Default::default(),
        };
        kernel::Ask { app: self.app.clone(), visit: visit.into() }
    }

    pub fn stranger(&self) -> Browser {
        Browser::new(&self.router)
    }
}

/// Runs a story on both databases.
pub async fn story(tell: impl AsyncFn(World)) {
    let directory = directory::DOMAIN.texts.iter().filter_map(|it| Some((ui::Lang::parse(it.0)?, it.1)));
    let texts: Vec<_> = ui::text::TEXTS.iter().chain(education::TEXTS).copied().chain(directory).collect();
    ui::text::install(&texts);
    let migrations: Vec<Migration> = directory::MIGRATIONS.iter().chain(education::MIGRATIONS).copied().collect();
    both(SETUP, &migrations, async |app| {
        sulbar(&app).await;
        let router = kernel::web::serve(app.clone(), Router::new());
        tell(World { app, router }).await;
    })
    .await;
}

/// The form of "Inflasi dan APBN", Tuesday 24 November 2026, 09.00-11.30 WITA, with some fields otherwise.
pub fn draft<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("title", "Inflasi dan APBN: apa yang perlu ASN ketahui"),
        ("summary", "Peserta dapat menjelaskan hubungan inflasi dan belanja negara."),
        ("theme", "ekonomi-dan-keuangan-negara"),
        ("form", "sosialisasi"),
        ("mode", "online"),
        ("date", "2026-11-24"),
        ("start", "09.00"),
        ("end", "11.30"),
        ("zone", "WITA"),
        ("meeting_link", "https://rapat.example/abc"),
        ("contact", "Rina Contoh Wulandari, KPPN Mamuju"),
        ("seats", "500"),
        ("audience", "regions"),
        ("region", "76"),
        ("listed", "public"),
        ("minimum_share", "70"),
        ("agenda_time", "09.00"),
        ("agenda_title", "Pembukaan"),
        ("agenda_speaker", "Kepala KPPN Mamuju"),
        ("speaker_name", "Dr. Contoh Narasumber, S.E."),
        ("speaker_affiliation", "Bank Contoh"),
        ("speaker_role", "narasumber"),
    ];
    for (name, value) in changes {
        fields.retain(|it| it.0 != *name);
        fields.push((name, value));
    }
    fields
}

/// Drafts an activity and answers its id.
pub async fn drafted(browser: &mut Browser, changes: &[(&str, &str)]) -> String {
    let page = browser.post("/kegiatan", &draft(changes)).await.expect(303);
    page.location().split('/').nth(2).unwrap().to_owned()
}

/// Drafts and publishes.
pub async fn published(browser: &mut Browser, changes: &[(&str, &str)]) -> String {
    let id = drafted(browser, changes).await;
    browser.post(&format!("/kegiatan/{id}/penerbitan"), &[]).await.expect(303);
    id
}
