//! What stands before the domains: files of the interface, questions of machines, figures, log lines, compression. It knows no visitor.

mod assets;
mod compression;
mod machines;
mod record;
mod slow_bodies;

use std::sync::Arc;

use axum::{Router, middleware, routing::get};
use kernel::App;

use crate::metrics::Figures;

pub(crate) fn router(app: App) -> Router {
    let figures = app.kept(|_| Figures::default());
    router_with(app, figures)
}

fn router_with(app: App, figures: Arc<Figures>) -> Router {
    let door = kernel::web::serve(app.clone(), Router::new()).layer(middleware::map_request(slow_bodies::bound));
    Router::new()
        .route("/healthz", get(machines::alive))
        .route("/readyz", get(machines::ready))
        .route("/robots.txt", get(machines::robots))
        .route("/api/v1/openapi.json", get(machines::openapi))
        .route("/aset/{file}", get(assets::file))
        .route("/favicon.ico", get(assets::file))
        .with_state(app)
        .fallback_service(door)
        .layer(middleware::from_fn(compression::compress))
        .layer(middleware::from_fn_with_state(figures, record::record))
}
