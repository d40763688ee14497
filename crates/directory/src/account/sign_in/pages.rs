//! The page to sign in.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use kernel::{Ask, Fault, Outcome, Word};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Form, Frame};

use super::{
    actions::SignIn,
    model::local,
    policy::{WAYS, WayIn},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-sign-in.html")]
pub(crate) struct SignInPage {
    #[serde(skip)]
    frame: Frame,
    ways: &'static [WayIn],
    form: Form,
    /// Where the visitor goes on to.
    next: String,
}

#[derive(Default, Deserialize)]
pub(crate) struct Onward {
    #[serde(default)]
    lanjut: String,
}

pub(crate) async fn sign_in(ask: Ask, Query(onward): Query<Onward>) -> Outcome<Response> {
    let form = Form::new(ui::visit::tongue(&ask.visit));
    ask.page(&page(&ask, form, &onward.lanjut))
}

/// The page again, with what is wrong and all that was typed but the password.
pub(crate) fn refused(ask: &Ask, typed: &SignIn, faults: &[Fault], status: StatusCode) -> Outcome<Response> {
    let kept = vec![("pengenal".to_owned(), typed.pengenal.clone())];
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), kept, faults);
    ask.page_as(status, &page(ask, form, &typed.lanjut))
}

pub(crate) fn asked_to_wait(ask: &Ask, typed: &SignIn, seconds: u32) -> Outcome<Response> {
    let word = if seconds < 90 {
        Word::new("account-wait-seconds").with("n", seconds)
    } else {
        Word::new("account-wait-minutes").with("n", seconds.div_ceil(60))
    };
    let mut response = refused(ask, typed, &[Fault::new("", word)], StatusCode::TOO_MANY_REQUESTS)?;
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    Ok(response)
}

fn page(ask: &Ask, form: Form, next: &str) -> SignInPage {
    let frame = Frame::of(ask);
    let title = frame.t.say("account-sign-in").to_owned();
    SignInPage { frame: frame.titled(title), ways: WAYS, form, next: local(next).to_owned() }
}
