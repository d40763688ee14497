//! At home: how far this year's JP have come.

use askama::Template;
use kernel::{Ask, Outcome, panels::Rendering};
use ui::{Frame, Tongue};

use super::{
    counting::year_of,
    year::{self, Year},
};

#[derive(Template)]
#[template(path = "learning-panel.html")]
struct Panel {
    t: Tongue,
    it: Year,
}

pub(crate) fn render<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(async move { panel(ask).await })
}

/// Nothing for people who neither owe nor have any.
async fn panel(ask: &Ask) -> Outcome<Option<String>> {
    let Some(actor) = ask.maybe_actor() else { return Ok(None) };
    let frame = Frame::of(ask);
    let found = year::shared(&ask.app, &actor.id, year_of(ask.now(), frame.zone), frame.zone).await?;
    let Some(it) = found else { return Ok(None) };
    if it.target.is_none() && it.entries.is_empty() {
        return Ok(None);
    }
    Ok(Some(Panel { t: frame.t, it }.render()?))
}
