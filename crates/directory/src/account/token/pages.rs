//! The page that shows a new token, once.

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::model::Wanted;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-token-made.html")]
pub(crate) struct TokenMadePage {
    #[serde(skip)]
    frame: Frame,
    name: String,
    scopes: Vec<String>,
    /// To be kept now: it is not shown again.
    token: String,
    ends_at: i64,
}

pub(crate) fn made(ask: &Ask, wanted: &Wanted, token: String, ends_at: i64) -> Outcome<Response> {
    let frame = Frame::of(ask);
    let (title, profile) = (frame.t.say("account-token-made").to_owned(), frame.t.say("account-profile").to_owned());
    let page = TokenMadePage {
        frame: frame.titled(title).crumb(profile, "/profil"),
        name: wanted.name.clone(),
        scopes: wanted.scopes.split_whitespace().map(str::to_owned).collect(),
        token,
        ends_at,
    };
    let mut response = ask.page(&page)?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
