//! The line to an S3-compatible store: HTTP/1.1 by hyper with the TLS that mail has (aws-lc-rs, Mozilla's roots). Signs nothing.

use std::{future::Future, pin::Pin, time::Duration};

use http_body_util::BodyExt;
use hyper_rustls::HttpsConnector;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector as Tcp},
    rt::TokioExecutor,
};
use object_store::{
    ClientOptions,
    client::{
        HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpRequestBody, HttpResponse, HttpResponseBody,
        HttpService,
    },
};

#[derive(Debug)]
pub(crate) struct Line;

#[derive(Debug)]
struct Caller(Client<HttpsConnector<Tcp>, HttpRequestBody>);

/// Until the head of an answer is there.
const PATIENCE: Duration = Duration::from_secs(30);

impl HttpConnector for Line {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let tls = hyper_rustls::HttpsConnectorBuilder::new().with_webpki_roots().https_or_http().enable_http1().build();
        Ok(HttpClient::new(Caller(Client::builder(TokioExecutor::new()).build(tls))))
    }
}

type Answering<'a> = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'a>>;

impl HttpService for Caller {
    fn call<'a, 'b>(&'a self, request: HttpRequest) -> Answering<'b>
    where
        'a: 'b,
        Self: 'b,
    {
        Box::pin(async move {
            let answer = tokio::time::timeout(PATIENCE, self.0.request(request)).await;
            let answer = answer.map_err(|it| HttpError::new(HttpErrorKind::Timeout, it))?;
            let answer = answer.map_err(|it| HttpError::new(HttpErrorKind::Connect, it))?;
            Ok(answer.map(|body| HttpResponseBody::new(body.map_err(|it| HttpError::new(HttpErrorKind::Interrupted, it)))))
        })
    }
}
