//! Asking a meeting server: one connection per question, with TLS, a time limit and a size limit. Addresses are the operator's, never a visitor's;
//! nothing is followed elsewhere.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::{Request, StatusCode, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::aws_lc_rs, pki_types::ServerName},
};
use url::Url;

/// For everything: name, connection, TLS, question, answer.
const PATIENCE: Duration = Duration::from_secs(6);
/// A list of some thousand people fits.
const LARGEST: usize = 4 << 20;

/// Why a server could not be asked, in words that hold no address and no secret.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("it cannot be reached ({0})")]
    Unreachable(String),
    #[error("it did not answer in time")]
    TooSlow,
    #[error("it answered with status {0}")]
    Status(u16),
    #[error("its answer is too large")]
    TooLarge,
    #[error("its answer is not understood")]
    NotUnderstood,
    /// With the stable key of the API's answer.
    #[error("it refused: {0}")]
    Refused(String),
}

#[derive(Clone)]
pub struct Client {
    tls: TlsConnector,
    patience: Duration,
}

impl Default for Client {
    fn default() -> Client {
        Client::new()
    }
}

impl Client {
    pub fn new() -> Client {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("the provider knows today's versions of TLS")
            .with_root_certificates(roots)
            .with_no_client_auth();
        Client { tls: TlsConnector::from(Arc::new(config)), patience: PATIENCE }
    }

    /// The body of an answer with status 200.
    pub(crate) async fn get(&self, address: &str) -> Result<String, Trouble> {
        match tokio::time::timeout(self.patience, self.ask(address)).await {
            Ok(answer) => answer,
            Err(_) => Err(Trouble::TooSlow),
        }
    }

    async fn ask(&self, address: &str) -> Result<String, Trouble> {
        let url = Url::parse(address).map_err(unreachable)?;
        let host = url.host_str().ok_or_else(|| unreachable("no host"))?.to_owned();
        let port = url.port_or_known_default().unwrap_or(443);
        let stream = TcpStream::connect((host.trim_matches(['[', ']']), port)).await.map_err(unreachable)?;
        if url.scheme() != "https" {
            return exchange(stream, &url).await;
        }
        let name = ServerName::try_from(host).map_err(unreachable)?;
        let stream = self.tls.connect(name, stream).await.map_err(unreachable)?;
        exchange(stream, &url).await
    }
}

async fn exchange(stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static, url: &Url) -> Result<String, Trouble> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(unreachable)?;
    let path = format!("{}?{}", url.path(), url.query().unwrap_or_default());
    let host = url.port().map_or_else(
        || url.host_str().unwrap_or_default().to_owned(),
        |port| format!("{}:{port}", url.host_str().unwrap_or_default()),
    );
    let request = Request::get(path)
        .header(header::HOST, host)
        .header(header::ACCEPT, "application/xml, text/xml")
        .header(header::USER_AGENT, "guyub")
        .header(header::CONNECTION, "close")
        .body(Empty::<Bytes>::new())
        .map_err(unreachable)?;
    let asking = async {
        let answer = sender.send_request(request).await.map_err(unreachable)?;
        if answer.status() != StatusCode::OK {
            return Err(Trouble::Status(answer.status().as_u16()));
        }
        let body =
            Limited::new(answer.into_body(), LARGEST).collect().await.map_err(|it| match it.downcast::<hyper::Error>() {
                Ok(broken) => unreachable(broken),
                Err(_) => Trouble::TooLarge,
            })?;
        String::from_utf8(body.to_bytes().to_vec()).map_err(|_| Trouble::NotUnderstood)
    };
    // The connection does its work while the answer is waited for, and goes with it.
    let mut connection = std::pin::pin!(connection);
    let mut asking = std::pin::pin!(asking);
    tokio::select! {
        answer = &mut asking => answer,
        _ = &mut connection => asking.await,
    }
}

fn unreachable(cause: impl ToString) -> Trouble {
    Trouble::Unreachable(cause.to_string())
}
