//! A visitor without a network: sends requests through the real router, keeps cookies, follows nothing by itself.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use tower::ServiceExt;

#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    bearer: Option<String>,
    wants_json: bool,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Browser {
    pub fn new(router: &Router) -> Browser {
        Browser { router: router.clone(), cookies: BTreeMap::new(), bearer: None, wants_json: false }
    }

    /// The same visitor as a program that asks for JSON.
    pub fn program(&self) -> Browser {
        Browser { wants_json: true, ..self.clone() }
    }

    pub fn with_token(&self, token: &str) -> Browser {
        Browser { bearer: Some(token.to_owned()), wants_json: true, cookies: BTreeMap::new(), ..self.clone() }
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = self.request("GET", path).body(Body::empty()).expect("request");
        self.send(request).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.submit("POST", path, fields).await
    }

    pub async fn delete(&mut self, path: &str) -> Page {
        self.submit("DELETE", path, &[]).await
    }

    pub async fn put(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.submit("PUT", path, fields).await
    }

    /// A form with one file, as browsers send it.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], (file_name, content): (&str, &[u8])) -> Page {
        const EDGE: &str = "----guyub-test-edge";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        body.extend(
            format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file_name}\"\r\n\r\n").bytes(),
        );
        body.extend_from_slice(content);
        body.extend(format!("\r\n--{EDGE}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let request = self.request("POST", path).header(header::CONTENT_TYPE, kind).body(Body::from(body)).expect("request");
        self.send(request).await
    }

    pub async fn submit(&mut self, method: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let body: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = "application/x-www-form-urlencoded";
        let request = self.request(method, path).header(header::CONTENT_TYPE, kind).body(Body::from(body)).expect("request");
        self.send(request).await
    }

    pub async fn send(&mut self, request: Request<Body>) -> Page {
        let response = self.router.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = response.into_parts();
        for value in parts.headers.get_all(header::SET_COOKIE) {
            let pair = value.to_str().expect("cookie").split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = to_bytes(body, usize::MAX).await.expect("body").to_vec();
        Page { status: parts.status, headers: parts.headers, body }
    }

    fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "guyub.test")
            .header("sec-fetch-site", "same-origin");
        let cookies: Vec<String> =
            self.cookies.iter().filter(|it| !it.1.is_empty()).map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(token) = &self.bearer {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if self.wants_json {
            request = request.header(header::ACCEPT, "application/json");
        }
        request
    }
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn has(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|it| panic!("{it}: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default()
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// Panics with the page's text unless the status is this one: stories fail where they went wrong.
    #[track_caller]
    pub fn expect(self, status: u16) -> Page {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
}
