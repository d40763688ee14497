//! At home: warnings in force that the visitor has not confirmed. Reads only, one statement when there is none.

use askama::Template;
use kernel::{Ask, panels::Rendering};
use ui::{Frame, Tongue, Zone};

use super::{
    list_page::{WarningRow, rows},
    queries,
};

#[derive(Template)]
#[template(path = "warning-panel.html")]
struct WarningPanel {
    t: Tongue,
    zone: Zone,
    warnings: Vec<WarningRow>,
}

/// Rows of the panel; the rest is a link away.
const ROWS: i64 = 3;

pub(crate) fn render<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(async move {
        let Some(actor) = ask.maybe_actor() else { return Ok(None) };
        let found = queries::unconfirmed(ask.db(), &actor.labels, &actor.id, ROWS).await?;
        if found.is_empty() {
            return Ok(None);
        }
        let frame = Frame::of(ask);
        Ok(Some(WarningPanel { t: frame.t, zone: frame.zone, warnings: rows(ask, found).await? }.render()?))
    })
}
