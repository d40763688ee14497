//! "Pembelajaran saya": the signed-in person's JP of a year. Reads only.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Frame, MenuItem, address};

use super::{
    counting::year_of,
    queries,
    rules::{Form, Rules},
    year::{self, Year},
};

/// Certificates count for five years in the state's talent map; older ones stay a link away by their year.
const YEARS_SHOWN: i16 = 10;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "learning.html")]
pub(crate) struct LearningPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(flatten)]
    it: Year,
    /// JP still owed.
    missing: i64,
    #[serde(skip)]
    years: Vec<MenuItem>,
    /// Forms whose hours are capped or fixed.
    #[serde(skip)]
    special: Vec<&'static Form>,
    #[serde(skip)]
    source: &'static str,
    #[serde(skip)]
    minutes_per_hour: i64,
}

pub(crate) async fn year(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Outcome<Response> {
    let wanted = asked_year(&ask, &query);
    let frame = Frame::of(&ask);
    let t = frame.t;
    let person_id = &ask.actor()?.id;
    let (_, it) = year::load(ask.db(), person_id, wanted, frame.zone).await?;
    let this_year = year_of(ask.now(), frame.zone);
    let first = queries::first(ask.db(), person_id).await?.map_or(this_year, |at| year_of(at, frame.zone));
    let rules = Rules::of(wanted);
    ask.page(&LearningPage {
        years: years(first, this_year, wanted),
        missing: it.missing(),
        special: rules.forms.iter().filter(|it| it.is_special()).collect(),
        source: &rules.source,
        minutes_per_hour: rules.minutes_per_hour,
        it,
        frame: frame.titled(t.fill("learning-title-of", "year", wanted)).crumb(t.say("frame-home"), "/"),
    })
}

/// `?tahun=2025`; this year when it says nothing that makes sense.
pub(super) fn asked_year(ask: &Ask, query: &HashMap<String, String>) -> i16 {
    let typed = query.get("tahun").and_then(|it| it.parse::<i16>().ok());
    typed.filter(|it| (2000..=2200).contains(it)).unwrap_or_else(|| year_of(ask.now(), Frame::of(ask).zone))
}

/// Newest first.
fn years(first: i16, last: i16, wanted: i16) -> Vec<MenuItem> {
    let first = first.min(last).max(last - YEARS_SHOWN + 1);
    let link = |year: i16| MenuItem {
        label: year.to_string(),
        href: address::with("/pembelajaran", "tahun", &year.to_string()),
        current: year == wanted,
    };
    (first..=last).rev().map(link).collect()
}

impl Form {
    fn is_special(&self) -> bool {
        self.fixed().is_some() || self.most_per_day.is_some() || self.most_per_month.is_some()
    }
}
