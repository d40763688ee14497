//! Sending the form. The same form twice, another form of the same person, a click by a nervous thumb: one answer.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Outcome, web::Form as Sent};
use schemars::JsonSchema;

use super::{
    desk::{self, Taken},
    pages::{self, Visitor},
    sheet,
};
use crate::evaluation::{
    load::{self, Asked},
    policy::{self, Evaluable, Refusal},
};

/// The fields that the form's page names, each with a value from 1 to 4, and `saran`.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(crate) struct EvaluationForm {
    saran: String,
    #[schemars(flatten)]
    values: std::collections::HashMap<String, String>,
}

type Fields = Vec<(String, String)>;

pub(crate) async fn answer(ask: Ask, Path(id): Path<String>, Sent(sent): Sent<Fields>) -> Outcome<Response> {
    let visitor = pages::person(&ask, &id).await?;
    send(&ask, visitor, sent).await
}

pub(crate) async fn answer_as_guest(ask: Ask, Path(ticket): Path<String>, Sent(sent): Sent<Fields>) -> Outcome<Response> {
    let visitor = pages::guest(&ask, &ticket).await?;
    send(&ask, visitor, sent).await
}

async fn send(ask: &Ask, visitor: Visitor, sent: Fields) -> Outcome<Response> {
    let recent = load::recent(&ask.app, &visitor.activity_id).await?;
    if let (Ok(proof), Ok(answers)) = (judge(ask, &visitor, &recent), sheet::read(&recent.subjects, &sent)) {
        return said(ask, &visitor, desk::hand_in(&ask.app, proof, &answers).await?);
    }
    let asked = load::asked(ask.db(), &visitor.activity_id, ui::visit::tongue(&ask.visit).lang()).await?;
    match (judge(ask, &visitor, &asked), sheet::read(&asked.subjects, &sent)) {
        (Err(Refusal::Done), _) => said(ask, &visitor, Taken::Before),
        (Err(refusal), _) => pages::again(ask, &visitor, asked, (sent, Err(refusal))),
        (Ok(_), Err(errors)) => pages::again(ask, &visitor, asked, (sent, Ok(errors))),
        (Ok(proof), Ok(answers)) => said(ask, &visitor, desk::hand_in(&ask.app, proof, &answers).await?),
    }
}

fn judge(ask: &Ask, visitor: &Visitor, asked: &Asked) -> Result<Evaluable, Refusal> {
    policy::evaluable(&asked.activity, asked.window, visitor.attendee.as_ref(), ask.now())
}

fn said(ask: &Ask, visitor: &Visitor, taken: Taken) -> Outcome<Response> {
    match taken {
        Taken::Now => ask.done(&visitor.href, "evaluation-sent"),
        Taken::Before => ask.done(&visitor.href, "evaluation-already"),
    }
}
