//! Stories of obligations: rules, the board, and who sees what of it, on both databases.

mod board;
mod periods;
mod rules;
mod telling;
use crate::world::*;
use kernel::{App, testing::Browser};

pub(crate) const KANWIL: &str = "kemenkeu.djpb.kanwil-sulbar";

/// Delivers facts and runs jobs until nothing is left to do.
pub(crate) async fn settle(app: &App) {
    loop {
        let delivered = kernel::outbox::deliver(app).await.unwrap();
        let run = kernel::jobs::run_due(app).await.unwrap();
        if delivered + run == 0 {
            return;
        }
    }
}

/// The form of "one cross-agency activity per quarter" for all offices of Sulawesi Barat, with some fields otherwise.
pub(crate) fn rule<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("branch", "*"),
        ("name", "Satu edukasi lintas instansi per triwulan"),
        ("source", "Surat Edaran contoh 1/2026"),
        ("kind", "kantor"),
        ("kind", "kanwil"),
        ("region", "76"),
        ("many", "1"),
        ("from", "2026-tw4"),
        ("hosts", "2"),
        ("open", "1"),
        ("present", "0"),
    ];
    for (name, value) in changes {
        fields.retain(|it| it.0 != *name);
        fields.push((name, value));
    }
    fields.retain(|it| !it.1.is_empty());
    fields
}

/// Somebody who holds `pembina` at a node.
pub(crate) async fn pembina(world: &World, nip: &str, node: &str) -> Browser {
    let id = directory::testing::person_id(&world.app, nip).await;
    directory::testing::give_duty(&world.app, &id, "pembina", node).await;
    world.signed_in(nip).await
}

/// Makes a rule and opens its board; answers its address.
pub(crate) async fn ruled(world: &World, browser: &mut Browser, changes: &[(&str, &str)]) -> String {
    let made = browser.post("/kewajiban", &rule(changes)).await.expect(303);
    settle(&world.app).await;
    made.location().to_owned()
}

/// Publishes an activity of KPPN Mamuju that BPS Provinsi owns too.
pub(crate) async fn shared_activity(world: &World, changes: &[(&str, &str)]) -> String {
    let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
    let id = published(&mut kppn, changes).await;
    kppn.post(&format!("/kegiatan/{id}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
    let mut bps = world.signed_in(COORDINATOR_BPS).await;
    bps.post(&format!("/kegiatan/{id}/penyelenggara/{BPS}/persetujuan"), &[]).await.expect(303);
    settle(&world.app).await;
    id
}

/// Fulfilled, under way, nothing, missed.
pub(crate) fn totals(board: &serde_json::Value) -> [i64; 4] {
    ["fulfilled", "underway", "none", "missed"].map(|it| board["totals"][it].as_i64().unwrap())
}

/// The state of an office on a board.
pub(crate) fn state_of<'a>(board: &'a serde_json::Value, agency: &str) -> &'a str {
    let rows = board["offices"].as_array().unwrap().iter().chain(board["own"].as_array().unwrap());
    let mut found = rows.filter(|it| it["agency_id"] == agency).map(|it| it["state"].as_str().unwrap());
    found.next().unwrap_or("")
}

pub(crate) async fn board(browser: &Browser, address: &str) -> serde_json::Value {
    browser.program().get(address).await.expect(200).json()
}
