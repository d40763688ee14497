//! Stories of a tree that changes: names, places, mergers, splits, ends; who may, what is refused, and what moves with it.

mod change;
mod end;
mod merger;
mod rights;
mod split;

use directory::{lookup, testing};
use kernel::{
    App,
    testing::{Browser, Page},
};

pub(super) const KPPN: &str = "kemenkeu.djpb.kppn-mamuju";
pub(super) const KANWIL: &str = "kemenkeu.djpb.kanwil-sulbar";
pub(super) const BPS: &str = "bps.sulbar";

pub(super) fn page(id: &str) -> String {
    format!("/pengelolaan/instansi/{id}")
}

/// As an administrator sees it.
pub(super) async fn version(browser: &Browser, id: &str) -> String {
    browser.program().get(&page(id)).await.expect(200).json()["version"].to_string()
}

/// Fills in the legal basis and the version that is seen now.
pub(super) async fn ask(browser: &mut Browser, (method, path): (&str, &str), id: &str, fields: &[(&str, &str)]) -> Page {
    let version = version(browser, id).await;
    let basis = [("alasan", "PMK 12 Tahun 2026"), ("versi", version.as_str())];
    browser.submit(method, &format!("{}{path}", page(id)), &[fields, &basis].concat()).await
}

pub(super) async fn coordinators(app: &App, id: &str) -> Vec<String> {
    let holders = lookup::duty_holders(app, &["pengelola"], id).await.unwrap();
    holders.into_iter().filter_map(|it| it.nip).collect()
}

pub(super) async fn home(app: &App, nip: &str) -> String {
    lookup::people_by_nip(app.db(), &[nip.to_owned()]).await.unwrap()[nip].agency_id.clone()
}

pub(super) async fn labels(app: &App, nip: &str) -> Vec<String> {
    let id = testing::person_id(app, nip).await;
    lookup::labels_of(app.db(), std::slice::from_ref(&id)).await.unwrap().remove(&id).unwrap()
}
