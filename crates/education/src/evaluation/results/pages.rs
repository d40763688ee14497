//! The page of results.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{
    Frame, Markup, Tongue,
    chart::{Bar, BarChart},
};

use super::{
    queries,
    view::{self, Results},
};
use crate::{
    activity::{load, model::Activity},
    evaluation::{
        load::window,
        model::Kind,
        policy::{self, Viewer},
        queries::evaluation,
    },
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "evaluation-results.html")]
pub(crate) struct ResultsPage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    title: String,
    closes_at: i64,
    has_closed: bool,
    /// False for a speaker, who sees their own results.
    is_owner: bool,
    #[serde(flatten)]
    results: Results,
    #[serde(skip)]
    distribution: Markup,
    #[serde(skip)]
    trend: Option<Markup>,
}

/// What a visitor may see, with whom they are here for.
pub(super) struct Seen {
    pub(super) activity: Activity,
    pub(super) results: Results,
    pub(super) is_owner: bool,
}

pub(super) async fn seen(ask: &Ask, id: &str) -> Outcome<Seen> {
    let actor = ask.actor()?;
    let hosted = load::hosted(ask.db(), id).await?;
    let spoke_as = queries::spoke_as(ask.db(), id, &actor.id).await?;
    let lang = ui::visit::tongue(&ask.visit).lang();
    match policy::viewer(actor, hosted, spoke_as)? {
        Viewer::Owner(proof) => {
            let results = view::results(ask.db(), actor, proof.hosted(), lang).await?;
            Ok(Seen { activity: proof.activity().clone(), results, is_owner: true })
        }
        Viewer::Speaker { hosted, name } => {
            let results = view::results(ask.db(), actor, &hosted, lang).await?.of_speaker(&name);
            Ok(Seen { activity: hosted.activity, results, is_owner: false })
        }
    }
}

pub(crate) async fn results(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let Seen { activity, results, is_owner } = seen(&ask, &id).await?;
    let window = window(ask.db(), &activity, &evaluation(ask.db(), &id).await?).await?;
    let frame = framed(&ask, &activity);
    ask.page(&ResultsPage {
        distribution: distribution(frame.t, &results),
        trend: trend(&frame, &activity, &results),
        closes_at: window.closes_at,
        has_closed: window.has_closed(ask.now()),
        activity_id: activity.id,
        title: activity.title,
        frame,
        is_owner,
        results,
    })
}

fn framed(ask: &Ask, activity: &Activity) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    frame
        .titled(t.say("evaluation-results"))
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("activity-calendar"), "/kegiatan")
        .crumb(&activity.title, format!("/kegiatan/{}", activity.id))
}

fn distribution(t: Tongue, results: &Results) -> Markup {
    let counts = results.distribution();
    let all = counts.answers().max(1);
    let bar = |(value, count): (usize, i64)| Bar {
        label: value.to_string(),
        below: t.name("evaluation-value", &value.to_string()),
        size: count as f64,
        target: 0.0,
        said: t.percent(count as f64 / all as f64),
    };
    BarChart {
        id: "sebaran",
        title: t.say("evaluation-distribution").to_owned(),
        description: t.fill("evaluation-distribution-said", "n", t.number(counts.answers())),
        heads: [t.say("evaluation-value").to_owned(), t.say("evaluation-share").to_owned()],
        bars: (1..).zip(counts.0).map(bar).collect(),
    }
    .svg(t)
}

/// Oldest first, this activity last; nothing to compare without an earlier one.
fn trend(frame: &Frame, activity: &Activity, results: &Results) -> Option<Markup> {
    let (t, zone) = (frame.t, activity.zone);
    let now = results.judged.as_ref().map(|it| (activity.starts_at, it));
    let points = results.earlier.iter().rev().map(|it| (it.starts_at, &it.judged)).chain(now);
    let bar = |(at, judged): (i64, &view::Judged)| {
        let civil = zone.civil(at);
        Bar {
            label: format!("{}/{}", civil.day(), civil.month()),
            below: civil.year().to_string(),
            size: judged.index_hundredths as f64 / 100.0,
            target: 0.0,
            said: judged.index(&t),
        }
    };
    let chart = BarChart {
        id: "tren",
        title: t.say("evaluation-trend").to_owned(),
        description: t.say("evaluation-trend-said").to_owned(),
        heads: [t.say("evaluation-when").to_owned(), t.say("evaluation-index").to_owned()],
        bars: points.map(bar).collect(),
    };
    (!results.earlier.is_empty()).then(|| chart.svg(t))
}
