//! Parts of a page that one domain offers to the pages of others, rendered on the server without importing each other.

use std::{future::Future, pin::Pin};

use futures_util::future::try_join_all;

use crate::{Outcome, web::Ask};

pub type Rendering<'a> = Pin<Box<dyn Future<Output = Outcome<Option<String>>> + Send + 'a>>;

#[derive(Clone, Copy)]
pub struct Panel {
    /// Where it may appear, e.g. "home" or "agency".
    pub place: &'static str,
    /// Lower stands higher on the page.
    pub rank: u32,
    /// `subject` is the id of the page's object, or the visitor's own id at home. Answers safe HTML, or nothing to show.
    pub render: for<'a> fn(ask: &'a Ask, subject: &'a str) -> Rendering<'a>,
}

/// The panels for a place, in their order. Each decides by its own policy what the visitor may see.
pub async fn render(ask: &Ask, place: &str, subject: &str) -> Outcome<Vec<String>> {
    let mut wanted: Vec<&Panel> = ask.app.domains().iter().flat_map(|it| it.panels).filter(|it| it.place == place).collect();
    wanted.sort_by_key(|it| it.rank);
    let shown = try_join_all(wanted.into_iter().map(|it| (it.render)(ask, subject))).await?;
    Ok(shown.into_iter().flatten().collect())
}
