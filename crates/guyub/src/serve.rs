//! `guyub serve`: opens the house, lets visitors in, and closes it without losing what was promised.

mod accepting;
mod stalling;
mod stopping;

use std::{net::SocketAddr, time::Duration};

use axum::Router;
use kernel::{App, db, jobs, mail, outbox};
use tokio::{net::TcpListener, task::JoinSet};

use crate::{
    banner,
    configuration::{BaseUrl, Configuration, reachable},
    data_folder, demonstration,
    house::House,
    metrics::{self, Figures},
    trouble::{Done, Trouble, While},
};

pub(crate) use accepting::Guests;

/// How long requests may take to finish once the server was told to stop.
const FINISHING: Duration = Duration::from_secs(20);
const MOST_ASKING_FOR_FIGURES: usize = 32;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    AsItIs,
    WithDemonstration,
}

pub(crate) async fn run(mut configuration: Configuration, opening: Opening) -> Done {
    let listener = listen(&mut configuration).await?;
    data_folder::prepare(&configuration.settings.data)?;
    let is_sqlite = configuration.settings.database_url.starts_with("sqlite:");
    let _alone = is_sqlite.then(|| data_folder::lock_for_serving(&configuration.settings.data)).transpose()?;
    known_meeting_servers(&configuration)?;
    let house = House::open(&configuration, crate::SETUP).await?;
    let app = house.app.clone();
    if opening == Opening::WithDemonstration {
        demonstration::fill(&app).await?;
    }
    let background = background(&app).await?;
    let requests = stopping::Requests::listen()?;
    banner::print(&app, opening);
    let router = crate::router(app.clone());
    let guests = Guests { router, most: configuration.most_connections, finishing: FINISHING };
    accepting::serve(listener, guests, requests.asked()).await;
    drop((background, app));
    house.close().await;
    tracing::info!("closed");
    Ok(())
}

/// A list that cannot be used stops the start, as a wrong key does; not the first organiser.
fn known_meeting_servers(configuration: &Configuration) -> Done {
    let listed = education::meeting_servers(&configuration.settings.data);
    listed.map(drop).map_err(|fault| Trouble(format!("{}: {fault}", education::MEETING_SERVERS)))
}

/// With port 0 the system chooses; the address that people see follows unless it was set.
async fn listen(configuration: &mut Configuration) -> Done<TcpListener> {
    let settings = &mut configuration.settings;
    let listener = TcpListener::bind(&settings.listen).await.during(format!("cannot listen on {}", settings.listen))?;
    let address: SocketAddr = listener.local_addr()?;
    if settings.listen.ends_with(":0") {
        settings.listen = address.to_string();
    }
    if configuration.base_url == BaseUrl::FollowsListen {
        settings.base_url = format!("http://{}", reachable(&settings.listen));
    }
    Ok(listener)
}

/// Everything that runs beside the requests; ends when it is dropped.
async fn background(app: &App) -> Done<JoinSet<()>> {
    let postman = mail::Postman::of(&app.settings().mail_url)?;
    let mut tasks = JoinSet::new();
    tasks.spawn(db::behind(outbox::run(app.clone())));
    tasks.spawn(db::behind(jobs::run(app.clone())));
    tasks.spawn(db::behind(mail::run(app.clone(), postman)));
    tasks.spawn_blocking(pack_assets);
    if !app.settings().metrics_listen.is_empty() {
        let address = &app.settings().metrics_listen;
        let listener = TcpListener::bind(address).await.during(format!("cannot listen on {address} for metrics"))?;
        let guests = Guests { router: figures(app.clone()), most: MOST_ASKING_FOR_FIGURES, finishing: Duration::ZERO };
        tasks.spawn(accepting::serve(listener, guests, std::future::pending()));
    }
    Ok(tasks)
}

/// Ahead of the first visitor, who would wait for it.
fn pack_assets() {
    for asset in ui::assets::all() {
        asset.brotli();
        asset.gzip();
    }
}

fn figures(app: App) -> Router {
    let print = move || {
        let app = app.clone();
        async move { ([("content-type", "text/plain; version=0.0.4")], metrics::print(&app, &app.kept(|_| Figures::default())).await) }
    };
    Router::new().route("/metrics", axum::routing::get(print))
}
