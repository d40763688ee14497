//! What stands before the domains: files of the interface, questions of machines, figures, log lines, compression. It knows no visitor.

mod assets;
mod compression;
mod machines;
mod record;
mod slow_bodies;

use std::sync::Arc;

use axum::{Router, extract::Request, response::Response, routing::get};
use kernel::App;

use crate::metrics::Figures;

pub(crate) fn router(app: App) -> Router {
    let figures = app.kept(|_| Figures::default());
    let house = Router::new()
        .route("/healthz", get(machines::alive))
        .route("/readyz", get(machines::ready))
        .route("/robots.txt", get(machines::robots))
        .route("/api/v1/openapi.json", get(machines::openapi))
        .route("/aset/{file}", get(assets::file))
        .route("/favicon.ico", get(assets::file))
        .with_state(app.clone())
        .fallback_service(kernel::web::serve(app, Router::new()));
    // One handler and no layers: each would cost every request a copy of all that is inside.
    Router::new().fallback(move |request| answer(house.clone(), Arc::clone(&figures), request))
}

async fn answer(house: Router, figures: Arc<Figures>, request: Request) -> Response {
    let method = record::named(request.method());
    record::record(&figures, method, compression::compress(slow_bodies::bound(request), house)).await
}
