//! Visitors for the stories of accounts, in the small world of Sulawesi Barat.

use axum::Router;
use directory::{
    import::{self, ImportRequest, Kind, Mode, Source},
    testing::{self, PASSWORD},
};
use kernel::{
    App,
    db::{NONE, Value},
    mail,
    testing::{Browser, Page},
};

pub(super) use crate::{
    SETUP,
    world::{both, visitor},
};

pub(super) fn router(app: &App) -> Router {
    kernel::web::serve(app.clone(), Router::new())
}

/// The same database seen by another node, which remembers nothing.
pub(super) fn other_node(app: &App) -> App {
    App::new(app.db().clone(), app.clock().clone(), app.settings().clone(), SETUP)
}

/// Signed in by the form.
pub(super) async fn entered(app: &App, nip: &str) -> Browser {
    let mut browser = visitor(app);
    attempt(&mut browser, nip, PASSWORD).await.expect(303);
    browser
}

pub(super) async fn attempt(browser: &mut Browser, who: &str, password: &str) -> Page {
    browser.post("/masuk", &[("pengenal", who), ("sandi", password)]).await
}

/// How the session's cookie is set.
pub(super) fn session_cookie(page: &Page) -> &str {
    let cookies = page.headers.get_all("set-cookie").iter().filter_map(|it| it.to_str().ok());
    cookies.into_iter().find(|it| it.starts_with("guyub=")).unwrap_or_default()
}

/// Whether the browser's session still opens the profile.
pub(super) async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/profil").await.status.as_u16() == 200
}

pub(super) async fn write(app: &App, sql: &'static str, args: impl Into<Vec<Value>>) {
    let mut tx = app.db().begin().await.unwrap();
    tx.run(sql, args).await.unwrap_or_else(|it| panic!("{it}\n{sql}"));
    tx.commit().await.unwrap();
}

pub(super) async fn count(app: &App, sql: &'static str) -> i64 {
    app.db().one(sql, NONE, |row| row.get("n")).await.unwrap()
}

/// Somebody who was never in.
pub(super) async fn newcomer(app: &App, nip: &str) -> String {
    let id = testing::person_id(app, nip).await;
    write(app, "delete from directory_credential where person_id = $1", [id.as_str().into()]).await;
    id
}

pub(super) async fn mail_of(app: &App, nip: &str) -> String {
    app.db()
        .one("select mail from directory_person where identity_number = $1", [nip.into()], |row| row.get("mail"))
        .await
        .unwrap()
}

/// Paths of the entry links in the letters to somebody, oldest first.
pub(super) async fn links_in_letters(app: &App, nip: &str) -> Vec<String> {
    let letters = mail::letters_to(app, &mail_of(app, nip).await).await.unwrap();
    letters.iter().filter_map(|it| path_of_link(&it.text)).collect()
}

/// The path of the entry link somewhere in a text.
pub(super) fn path_of_link(text: &str) -> Option<String> {
    let start = text.find("/masuk/pertama/")?;
    Some(text[start..].chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '/').collect())
}

/// A file of people that says where somebody works now.
pub(super) async fn import_people(app: &App, text: &str) {
    let source = Source::Bytes(text.as_bytes().to_vec());
    let request = ImportRequest { kind: Kind::People, mode: Mode::Keep, file_name: "pegawai.csv".into(), source, by: None };
    let done = import::run(app, request, |_| ()).await.unwrap();
    assert_eq!(done.changed, 1);
}
