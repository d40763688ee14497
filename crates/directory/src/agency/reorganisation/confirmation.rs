//! What a merger, a split or an end would do, in numbers, before it is done.

use askama::Template;
use axum::response::Response;
use kernel::{Ask, Fault, Outcome, Word, panels};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::{
    load::{self, Counts, Subject},
    model::{Decided, Question},
    pages,
    split::Plan,
};
use crate::lookup::Agency;

/// Answered without `yakin`; with it the change is made, and the answer says where it is to be seen.
#[derive(Template, Serialize, JsonSchema)]
#[template(path = "reorganisation-confirm.html")]
pub(crate) struct ConfirmationPage {
    #[serde(skip)]
    frame: Frame,
    agency: Agency,
    question: Question,
    /// From when it holds.
    at: i64,
    reason: String,
    /// What is at the agency now.
    counts: Counts,
    heirs: Vec<Heir>,
    /// How many stay where they are.
    staying: i64,
    /// Sent again with the confirmation.
    #[serde(skip)]
    typed: Vec<(String, String)>,
    /// What other domains show of the agency, such as what is to come.
    #[serde(skip)]
    panels: Vec<String>,
}

/// An agency that takes something over.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Heir {
    id: String,
    name: String,
    #[serde(skip)]
    chosen: i64,
    #[serde(skip)]
    takes_rest: bool,
    /// How many people come to it.
    people: i64,
    /// How many units come below it.
    below: i64,
}

impl Heir {
    pub(super) fn of(successor: &Agency) -> Heir {
        let (id, name) = (successor.id.clone(), successor.short_name.clone());
        Heir { id, name, chosen: 0, takes_rest: true, people: 0, below: 0 }
    }

    pub(super) fn of_split(plan: &Plan) -> Vec<Heir> {
        let heir = |(at, it): (usize, &super::parts::Part)| {
            let (id, name, chosen) = (it.code.clone(), it.short_name.clone(), it.people.len() as i64);
            Heir { id, name, chosen, takes_rest: at == 0 && plan.is_end, people: 0, below: 0 }
        };
        plan.parts.iter().enumerate().map(heir).collect()
    }
}

impl Counts {
    /// Or what is left.
    pub(super) fn none(&self) -> Result<(), Vec<Fault>> {
        let word = Word::new("reorganisation-not-empty").with("people", self.people).with("below", self.below);
        if self.people + self.below == 0 { Ok(()) } else { Err(vec![Fault::new("", word)]) }
    }
}

pub(super) async fn show(
    ask: &Ask,
    subject: &Subject,
    question: Question,
    (typed, decided, mut heirs): (Vec<(String, String)>, Decided, Vec<Heir>),
) -> Outcome<Response> {
    let counts = load::counts(ask.db(), &subject.agency.id, ask.now()).await?;
    let rest = counts.people - heirs.iter().map(|it| it.chosen).sum::<i64>();
    for heir in &mut heirs {
        let (people, below) = if heir.takes_rest { (rest, counts.below) } else { (0, 0) };
        (heir.people, heir.below) = (heir.chosen + people, below);
    }
    let page = ConfirmationPage {
        frame: pages::frame(ask, &subject.agency),
        question,
        at: decided.at,
        reason: decided.reason,
        staying: if heirs.iter().any(|it| it.takes_rest) { 0 } else { rest },
        panels: panels::render(ask, "agency", &subject.agency.id).await?,
        agency: subject.agency.clone(),
        counts,
        heirs,
        typed,
    };
    ask.page(&page)
}

impl ConfirmationPage {
    /// Whether the agency itself ends with it.
    fn is_end(&self) -> bool {
        self.question != Question::Split || self.heirs.iter().any(|it| it.takes_rest)
    }
}
