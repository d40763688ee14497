//! What arrives: everything due is delivered, and letters and calendars are read as their receivers would.

use directory::lookup;
use education::calendar::checker::{Component, events};
use kernel::{
    App, jobs,
    mail::{Letter, letters_to},
    outbox,
    testing::Browser,
};

use crate::world::World;

/// Delivers facts and runs jobs until nothing is due.
pub(crate) async fn settle(app: &App) {
    while outbox::deliver(app).await.unwrap() + jobs::run_due(app).await.unwrap() > 0 {}
}

/// All letters to the person with this NIP, oldest first.
pub(crate) async fn letters(world: &World, nip: &str) -> Vec<Letter> {
    let person = lookup::people_by_nip(world.app.db(), &[nip.to_owned()]).await.unwrap().remove(nip).unwrap();
    let letters = letters_to(&world.app, &person.mail.unwrap()).await.unwrap();
    assert!(letters.iter().all(|it| !it.text.contains(nip)), "no letter says a service number");
    letters
}

pub(crate) async fn subjects(world: &World, nip: &str) -> Vec<String> {
    letters(world, nip).await.into_iter().map(|it| it.subject).collect()
}

/// The method and the only event of a letter's calendar part, which must be sound.
pub(crate) fn event(letter: &Letter) -> (String, Component) {
    let (method, text) = letter.calendar.as_ref().unwrap_or_else(|| panic!("no calendar in {}", letter.subject));
    assert!(text.contains(&format!("\r\nMETHOD:{method}\r\n")));
    (method.clone(), events(text).remove(0))
}

pub(crate) fn sequence(letter: &Letter) -> i64 {
    event(letter).1.text("SEQUENCE").unwrap().parse().unwrap()
}

pub(crate) async fn register(world: &World, nip: &str, id: &str) -> Browser {
    let mut browser = world.signed_in(nip).await;
    browser.post(&format!("/kegiatan/{id}/pendaftaran"), &[]).await.expect(200);
    browser
}

/// Kind and sentence of all notices, newest first.
pub(crate) async fn notices(world: &World, nip: &str) -> Vec<String> {
    let page = world.signed_in(nip).await.program().get("/pemberitahuan").await.expect(200).json();
    page["notices"].as_array().unwrap().iter().map(|it| it["said"].as_str().unwrap().to_owned()).collect()
}

/// Saves the drafting form again with some fields otherwise.
pub(crate) async fn edit(browser: &mut Browser, id: &str, changes: &[(&str, &str)]) {
    let version = browser.program().get(&format!("/kegiatan/{id}")).await.expect(200).json()["activity"]["version"].to_string();
    let mut fields = vec![("version", version.as_str())];
    fields.extend_from_slice(changes);
    browser.put(&format!("/kegiatan/{id}"), &crate::world::draft(&fields)).await.expect(303);
}
