//! Answers: one struct is both the page and its JSON; an action answers with where to go next.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use super::Ask;
use crate::Outcome;

/// What an action answers in JSON; browsers are sent to `next` instead.
#[derive(Serialize, schemars::JsonSchema)]
pub struct Answer<'a> {
    /// Where the result is to be seen.
    pub next: &'a str,
    /// Key of the sentence about what was done.
    pub said: &'a str,
}

impl Ask {
    /// The page, or the same as JSON for programs.
    pub fn page<P: Template + Serialize>(&self, page: &P) -> Outcome<Response> {
        self.page_as(StatusCode::OK, page)
    }

    pub fn page_as<P: Template + Serialize>(&self, status: StatusCode, page: &P) -> Outcome<Response> {
        if self.visit.wants_json {
            return self.json(status, page);
        }
        let mut response = self.html(page.render()?);
        *response.status_mut() = status;
        Ok(response)
    }

    /// A page that is rendered already.
    pub fn html(&self, html: impl Into<axum::body::Body>) -> Response {
        let mut response = Response::new(html.into());
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        response
    }

    pub fn json<T: Serialize>(&self, status: StatusCode, body: &T) -> Outcome<Response> {
        let body = serde_json::to_vec(body)?;
        Ok((status, [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "private, no-store")], body)
            .into_response())
    }

    /// After a change: the browser goes to `next` and is told `said` there (a Fluent key), a program gets both.
    pub fn done(&self, next: &str, said: &'static str) -> Outcome<Response> {
        if self.visit.wants_json {
            return self.json(StatusCode::OK, &Answer { next, said });
        }
        let next = if is_local(next) { next } else { "/" };
        let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, next.to_owned())]).into_response();
        let cookie = format!("kabar={said}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
        Ok(response)
    }
}

/// A file to be saved, never shown in the page's origin. `name` is reduced to safe characters.
pub fn attachment(name: &str, content_type: &'static str, body: impl Into<axum::body::Body>) -> Response {
    let safe: String = name.chars().map(|it| if it.is_ascii_alphanumeric() || "-_.".contains(it) { it } else { '-' }).collect();
    let disposition = format!("attachment; filename=\"{safe}\"");
    let headers = [(header::CONTENT_TYPE, content_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, [(header::CACHE_CONTROL, "private, no-store")], body.into()).into_response()
}

/// Plain text of a given type, for feeds.
pub fn text(content_type: &'static str, body: String) -> Response {
    ([(header::CONTENT_TYPE, content_type)], body).into_response()
}

/// Only paths of this site, so that an answer never sends anybody elsewhere. Browsers drop tabs and line ends within an address.
fn is_local(next: &str) -> bool {
    next.starts_with('/') && !next.starts_with("//") && !next.contains(|it: char| it == '\\' || it.is_control())
}
