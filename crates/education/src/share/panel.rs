//! At home, for those who run an office: what is over and has no page for neighbours yet, and how often the others were opened.

use askama::Template;
use kernel::{Ask, Outcome, clock::DAY, panels::Rendering};
use ui::{Frame, Tongue};

use super::{queries, reach::Count};
use crate::activity::{model::Activity, policy::RUNNERS};

#[derive(Template)]
#[template(path = "share-panel.html")]
struct Panel {
    t: Tongue,
    unshared: Vec<Activity>,
    opened: Vec<Opened>,
}

struct Opened {
    activity: Activity,
    views: Count,
}

/// What was longer ago is no news.
const NEWS_FOR: i64 = 30 * DAY;

pub(crate) fn render<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(panel(ask))
}

async fn panel(ask: &Ask) -> Outcome<Option<String>> {
    let duties = ask.actor()?.duties.iter().filter(|it| RUNNERS.contains(&it.kind.as_str()));
    let nodes: Vec<String> = duties.map(|it| it.node.clone()).collect();
    if nodes.is_empty() {
        return Ok(None);
    }
    let since = ask.now() - NEWS_FOR;
    let unshared = queries::unshared(ask.db(), &nodes, (since, ask.now())).await?;
    let opened = queries::opened(ask.db(), &nodes, since).await?;
    if unshared.is_empty() && opened.is_empty() {
        return Ok(None);
    }
    let opened = opened.into_iter().map(|(activity, n)| Opened { activity, views: Count::of(n) }).collect();
    Ok(Some(Panel { t: Frame::of(ask).t, unshared, opened }.render()?))
}
