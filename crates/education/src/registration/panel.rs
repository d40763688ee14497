//! At home: the activities that somebody is registered for, with their seat or place in line.

use askama::Template;
use kernel::{Ask, Outcome, panels::Rendering};
use ui::{Frame, Tongue, Zone};

use super::card::{self, Mine};

#[derive(Template)]
#[template(path = "registration-panel.html")]
struct Panel {
    t: Tongue,
    zone: Zone,
    mine: Vec<Mine>,
}

pub(crate) fn render<'a>(ask: &'a Ask, person_id: &'a str) -> Rendering<'a> {
    Box::pin(async move { panel(ask, person_id).await })
}

async fn panel(ask: &Ask, person_id: &str) -> Outcome<Option<String>> {
    let mine = card::mine(&ask.app, person_id).await?;
    if mine.is_empty() {
        return Ok(None);
    }
    let frame = Frame::of(ask);
    Ok(Some(Panel { t: frame.t, zone: frame.zone, mine }.render()?))
}
