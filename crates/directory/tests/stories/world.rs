//! The small world of Sulawesi Barat with its visitors, for stories that walk in by the front door.

use directory::testing;
use kernel::{
    App, db,
    testing::{Browser, Page},
    web::serve,
};

/// Runs a story in the small world on each database; texts are those of the product.
pub(crate) async fn both(story: impl AsyncFn(App)) {
    let texts: Vec<(ui::Lang, &'static str)> =
        directory::DOMAIN.texts.iter().filter_map(|(lang, text)| Some((ui::Lang::parse(lang)?, *text))).collect();
    ui::text::install(&texts);
    crate::both(async |app| {
        testing::sulbar(&app).await;
        story(app).await;
    })
    .await;
}

pub(crate) fn visitor(app: &App) -> Browser {
    Browser::new(&serve(app.clone(), axum::Router::new()))
}

/// Somebody who is signed in already.
pub(crate) async fn signed_in(app: &App, nip: &str) -> Browser {
    testing::sign_in(app, &serve(app.clone(), axum::Router::new()), nip).await
}

/// A page, and how many statements it took once the visitor was known.
pub(crate) async fn counted(browser: &mut Browser, path: &str) -> (Page, u32) {
    browser.get(path).await;
    db::counted(browser.get(path)).await
}
