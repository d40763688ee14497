//! At home: the activities that somebody attended and has not evaluated, and results that wait for a speaker.

use askama::Template;
use kernel::{Ask, Outcome, panels::Rendering};
use ui::{Frame, Tongue, Zone};

use super::{model::Window, queries, results::queries::spoken};
use crate::activity::model::Activity;

#[derive(Template)]
#[template(path = "evaluation-panel.html")]
struct Panel {
    t: Tongue,
    zone: Zone,
    open: Vec<Open>,
    /// Ids and titles.
    spoken: Vec<(String, String)>,
}

struct Open {
    activity: Activity,
    closes_at: i64,
}

pub(crate) fn render<'a>(ask: &'a Ask, person_id: &'a str) -> Rendering<'a> {
    Box::pin(panel(ask, person_id))
}

async fn panel(ask: &Ask, person_id: &str) -> Outcome<Option<String>> {
    let now = ask.now();
    let (found, spoken) = tokio::try_join!(queries::mine(&ask.app, person_id), spoken(&ask.app, person_id))?;
    let open: Vec<Open> = found.into_iter().filter_map(|it| Open::of(it, now)).collect();
    if open.is_empty() && spoken.is_empty() {
        return Ok(None);
    }
    let frame = Frame::of(ask);
    Ok(Some(Panel { t: frame.t, zone: frame.zone, open, spoken }.render()?))
}

impl Open {
    fn of((activity, closes_at, last_checkpoint_at): queries::Unevaluated, now: i64) -> Option<Open> {
        let window = Window::of(&activity, closes_at, last_checkpoint_at);
        let is_open = (window.opens_at..window.closes_at).contains(&now);
        is_open.then_some(Open { activity, closes_at: window.closes_at })
    }
}
