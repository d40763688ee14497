//! What people and programs send: one door for forms and JSON, with limits, and files.

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Multipart, Request},
    http::header,
};
use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::App;
use crate::{Failure, Outcome};

const MOST_BYTES: usize = 1 << 20;
const MOST_FIELDS: usize = 20_000;

/// A form, or a flat JSON object with the same names (numbers and booleans count as their text, lists as repeated fields).
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &App) -> Outcome<Form<T>> {
        let is_json = content_type(&request).starts_with("application/json");
        let body = to_bytes(request.into_body(), MOST_BYTES).await.map_err(|_| Failure::invalid("", "failure-too-large"))?;
        let pairs = if is_json { pairs_of_json(&body)? } else { pairs_of_form(&body)? };
        pairs.iter().try_for_each(|it| storable(&it.1))?;
        Ok(Form(from_pairs(pairs)?))
    }
}

/// Reads typed fields from name and value pairs; unknown names are ignored.
pub fn from_pairs<T: DeserializeOwned>(pairs: Vec<(String, String)>) -> Outcome<T> {
    let encoded = serde_html_form::to_string(pairs).map_err(Failure::broken)?;
    serde_html_form::from_str(&encoded).map_err(|_| Failure::invalid("", "failure-wrong-fields"))
}

/// One uploaded file with the other fields of its form.
pub struct Upload {
    pub file_name: String,
    pub content: Bytes,
    pub fields: Vec<(String, String)>,
}

impl Upload {
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|it| it.0 == name).map_or("", |it| it.1.as_str())
    }
}

impl FromRequest<App> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request<Body>, app: &App) -> Outcome<Upload> {
        let mut parts = Multipart::from_request(request, app).await.map_err(|_| Failure::invalid("", "failure-wrong-fields"))?;
        let mut upload = Upload { file_name: String::new(), content: Bytes::new(), fields: Vec::new() };
        while let Some(part) = parts.next_field().await.map_err(|_| too_large())? {
            let name = part.name().unwrap_or_default().to_owned();
            if let Some(file_name) = part.file_name().map(str::to_owned) {
                upload.file_name = file_name;
                upload.content = part.bytes().await.map_err(|_| too_large())?;
            } else if upload.fields.len() < 200 {
                let text = part.text().await.map_err(|_| too_large())?;
                storable(&text)?;
                upload.fields.push((name, text));
            }
        }
        Ok(upload)
    }
}

/// PostgreSQL takes no text with this character.
fn storable(text: &str) -> Outcome<()> {
    if text.contains('\0') { Err(Failure::invalid("", "failure-wrong-fields")) } else { Ok(()) }
}

fn too_large() -> Failure {
    Failure::invalid("file", "failure-too-large")
}

fn content_type(request: &Request) -> &str {
    request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default()
}

fn pairs_of_form(body: &[u8]) -> Outcome<Vec<(String, String)>> {
    let pairs: Vec<(String, String)> =
        url::form_urlencoded::parse(body).take(MOST_FIELDS + 1).map(|(k, v)| (k.into_owned(), v.into_owned())).collect();
    if pairs.len() > MOST_FIELDS {
        return Err(Failure::invalid("", "failure-too-large"));
    }
    Ok(pairs)
}

fn pairs_of_json(body: &[u8]) -> Outcome<Vec<(String, String)>> {
    let wrong = || Failure::invalid("", "failure-wrong-fields");
    let serde_json::Value::Object(fields) = serde_json::from_slice(body).map_err(|_| wrong())? else {
        return Err(wrong());
    };
    let mut pairs = Vec::new();
    for (name, value) in fields {
        let values = match value {
            serde_json::Value::Array(list) => list,
            one => vec![one],
        };
        for value in values {
            match value {
                serde_json::Value::String(text) => pairs.push((name.clone(), text)),
                serde_json::Value::Number(number) => pairs.push((name.clone(), number.to_string())),
                serde_json::Value::Bool(flag) => pairs.push((name.clone(), if flag { "1" } else { "" }.to_owned())),
                serde_json::Value::Null => {}
                _ => return Err(wrong()),
            }
        }
    }
    Ok(pairs)
}
