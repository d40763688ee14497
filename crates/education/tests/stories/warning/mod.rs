//! Stories of warnings: written, read and confirmed, superseded and withdrawn; and who has not read, on both databases.

mod ending;
mod reading;
mod unread;
mod writing;
use crate::world::*;
use kernel::testing::{Browser, Page};

pub(crate) const TITLE: &str = "Jangan menerima bingkisan dari rekanan";

/// Delivers facts and runs jobs until nothing is left to do.
pub(crate) async fn settle(world: &World) {
    loop {
        let delivered = kernel::outbox::deliver(&world.app).await.unwrap();
        let run = kernel::jobs::run_due(&world.app).await.unwrap();
        if delivered + run == 0 {
            return;
        }
    }
}

/// The form of a warning for civil servants of Sulawesi Barat, with some fields otherwise.
pub(crate) fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("title", TITLE),
        ("avoid", "Menerima bingkisan, juga yang dikirim ke rumah."),
        ("consequence", "Gratifikasi yang tidak dilaporkan dapat dipidana."),
        ("remedy", "Tolak. Bila tidak dapat ditolak, laporkan dalam 30 hari kerja."),
        ("rule", "UU Nomor 20 Tahun 2001, Pasal 12B"),
        ("link", "https://peraturan.example/uu-20-2001"),
        ("audience", "regions"),
        ("region", "76"),
    ];
    for (name, value) in changes {
        fields.retain(|it| it.0 != *name);
        fields.push((name, value));
    }
    fields.retain(|it| !it.1.is_empty());
    fields
}

/// Drafts a warning; answers its address.
pub(crate) async fn drafted(browser: &mut Browser, changes: &[(&str, &str)]) -> String {
    browser.post("/peringatan", &form(changes)).await.expect(303).location().to_owned()
}

/// Drafts and publishes a warning, and lets its people be told; answers its address.
pub(crate) async fn warned(world: &World, browser: &mut Browser, changes: &[(&str, &str)]) -> String {
    let address = drafted(browser, changes).await;
    publish(browser, &address).await.expect(303);
    settle(world).await;
    address
}

/// Publishes a draft as it is now.
pub(crate) async fn publish(browser: &mut Browser, address: &str) -> Page {
    let version = json(browser, address).await["warning"]["version"].to_string();
    browser.post(&format!("{address}/penerbitan"), &[("version", &version)]).await
}

pub(crate) async fn json(browser: &Browser, address: &str) -> serde_json::Value {
    browser.program().get(address).await.expect(200).json()
}

/// What the panel of warnings says at somebody's home; nothing when it is not there.
pub(crate) async fn home(world: &World, nip: &str) -> String {
    let ask = world.ask_of(nip).await;
    let me = ask.actor().unwrap().id.clone();
    let panels = kernel::panels::render(&ask, "home", &me).await.unwrap();
    panels.into_iter().find(|it| it.contains("id=\"peringatan-dini\"")).unwrap_or_default()
}

/// How many notices of a kind somebody has.
pub(crate) async fn told(browser: &Browser, title: &str) -> usize {
    let notices = json(browser, "/pemberitahuan").await["notices"].clone();
    notices.as_array().unwrap().iter().filter(|it| it["title"] == title).count()
}

pub(crate) fn later(world: &World, by: i64) {
    world.app.clock().move_to(world.app.now() + by);
}
