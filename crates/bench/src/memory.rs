//! What the product's pages are compared with: axum serving bytes from memory, and axum making four queries. No product code between.

use std::{net::SocketAddr, path::Path};

use axum::{Router, extract::State, http::header, routing::get};
use kernel::Db;
use tokio::net::TcpListener;

use crate::{load::loopback, trouble::Done};

type Page = axum::body::Bytes;

/// Serves a file's bytes at every address until it is ended.
pub(crate) async fn serve_file(file: &Path, port: u16) -> Done {
    let bytes = Page::from(std::fs::read(file)?);
    let page = |State(bytes): State<Page>| async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes) };
    listen(loopback(port), Router::new().fallback(get(page)).with_state(bytes)).await
}

/// Answers each request with the sizes of what four queries about one activity gave.
pub(crate) async fn serve_queries(url: &str, activity: &str, port: u16) -> Done {
    let state = (Db::open(url).await?, activity.to_owned());
    let page = |State((db, activity)): State<(Db, String)>| async move {
        education::measuring::four_queries(&db, &activity).await.map(|rows| rows.to_string())
    };
    listen(loopback(port), Router::new().fallback(get(page)).with_state(state)).await
}

async fn listen(address: SocketAddr, router: Router) -> Done {
    let listener = TcpListener::bind(address).await?;
    Ok(axum::serve(axum::serve::ListenerExt::tap_io(listener, |it| drop(it.set_nodelay(true))), router).await?)
}
