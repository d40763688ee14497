//! Evaluation as a part of the activity's page: the button for those who may answer, and the released index for all. Reads only.

use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::{
    index::Index,
    load,
    model::FEWEST,
    policy, queries,
    results::view::{self, Judged},
};
use crate::activity::{
    model::{Activity, State},
    policy::Hosted,
};

/// `evaluation-card.html` shows it as `evaluation`, with `t` beside it.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(crate) struct Card {
    /// Whether the visitor may answer now.
    pub(crate) can_evaluate: bool,
    /// Until when, in epoch milliseconds.
    pub(crate) closes_at: i64,
    /// Of the visitor.
    pub(crate) has_evaluated: bool,
    /// Null until it is released, and where the owners keep it to themselves.
    pub(crate) judged: Option<Judged>,
    pub(crate) answers: i64,
}

/// Nothing before the activity begins; afterwards a few queries, and the same for all who are not signed in.
pub(crate) async fn of(ask: &Ask, hosted: &Hosted) -> Outcome<Card> {
    let activity = &hosted.activity;
    if !matches!(activity.state(ask.now()), State::Running | State::Done | State::Archived) {
        return Ok(Card::default());
    }
    let evaluation = queries::evaluation(ask.db(), &activity.id).await?;
    let mut card = Card { answers: evaluation.answers, ..Card::default() };
    if let (Some(hundredths), Some(conversion), true) = (evaluation.index, evaluation.conversion, evaluation.is_index_public)
        && evaluation.answers >= FEWEST
    {
        let table = view::table(ask.db(), &evaluation.table_id, Frame::of(ask).t.lang()).await?;
        card.judged = view::judged(&table, Index { hundredths, conversion });
    }
    match ask.maybe_actor() {
        Some(actor) => card.personal(ask, activity, (&actor.id, evaluation.closes_at)).await,
        None => Ok(card),
    }
}

impl Card {
    async fn personal(self, ask: &Ask, activity: &Activity, (person_id, closes_at): (&str, Option<i64>)) -> Outcome<Card> {
        let Some(attendee) = queries::attendee(&ask.app, &activity.id, person_id).await? else { return Ok(self) };
        let evaluation = super::model::Evaluation { closes_at, ..Default::default() };
        let window = load::window(ask.db(), activity, &evaluation).await?;
        let can_evaluate = policy::evaluable(activity, window, Some(&attendee), ask.now()).is_ok();
        Ok(Card { can_evaluate, closes_at: window.closes_at, has_evaluated: attendee.has_evaluated, ..self })
    }
}
