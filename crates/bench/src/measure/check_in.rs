//! Checking in by the code on the presenter's screen, from 256 connections, each somebody else: how many a second.

use std::time::Duration;

use crate::{
    load::{Connection, Load, Requests, get, post},
    measure::{Bench, figure},
    report::Finding,
    server::Server,
    trouble::{Done, Trouble},
};

const PEOPLE: i64 = 20_000;
const CONNECTIONS: usize = 256;
const PATIENCE: Duration = Duration::from_secs(55);

pub(super) async fn measure(bench: &Bench) -> Done<Vec<Finding>> {
    let people = PEOPLE.min(bench.world.size.people);
    let path = format!("/kegiatan/{}", bench.world.running(people).await?);
    let cookies = bench.world.cookies(people).await?;
    let product = bench.product.serve("pages").await?;
    let code = open(&product, &path, &cookies[0]).await?;
    let requests =
        Requests::new(cookies.iter().map(|it| post(&format!("{path}/presensi"), it, &format!("kode={code}"))).collect());
    let load = Load { port: product.port, connections: CONNECTIONS, most_requests: requests.len(), lasts: PATIENCE };
    let tally = product.under(load, requests).await;
    product.stop().await?;
    let what = format!("check-in by code: {people} people, {CONNECTIONS} connections");
    Ok(vec![Finding::of(what, figure(&tally)).goal(">= 8.000/s").remark(tally.complaint(&[303]).unwrap_or_default())])
}

/// Opens a checkpoint as the presenter does; answers the code on the screen.
async fn open(server: &Server, path: &str, cookie: &str) -> Done<String> {
    let mut connection = Connection::open(server.port).await?;
    connection.ask(&post(&format!("{path}/penyaji/presensi"), cookie, "part=start")).await?;
    let screen = get(&format!("{path}/penyaji"), &format!("accept: application/json\r\n{cookie}"));
    let reply = connection.ask(&screen).await?;
    let text = String::from_utf8_lossy(connection.answer(reply).1).into_owned();
    let code = text.split_once("\"code\":\"").and_then(|it| it.1.split('"').next());
    code.map(|it| it.replace(' ', "")).ok_or_else(|| Trouble(format!("no code on the presenter's screen ({})", reply.status)))
}
