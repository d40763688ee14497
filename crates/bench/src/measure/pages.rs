//! Pages: the public one beside its own bytes from memory, and those of the signed-in beside four queries. Rounds of both sides alternate.

use crate::{
    load::{Connection, Requests, Tally, get},
    measure::{Bench, figure},
    report::{Finding, median, number},
    server::Server,
    trouble::{Done, Trouble},
};

const SIGNED_IN: i64 = 200;
/// As browsers ask.
const PACKED: &str = "accept-encoding: gzip\r\n";

pub(super) async fn measure(bench: &Bench) -> Done<Vec<Finding>> {
    let activity = bench.world.tomorrow(Some(500)).await?;
    let path = format!("/kegiatan/{activity}");
    let cookies = bench.world.cookies(SIGNED_IN).await?;
    let product = bench.product.serve("pages").await?;
    let mut found = vec![
        Finding::of("start, to the first good /readyz", format!("{} ms", product.started_in.as_millis())).goal("< 200 ms"),
        Finding::of("memory when idle", megabytes(product.memory())).goal("< 80 MB"),
    ];
    found.extend(public(bench, &product, &path).await?);
    found.extend(signed_in(bench, &product, (&path, &activity), &cookies).await?);
    found.push(Finding::of("memory after all pages", megabytes(product.memory())));
    product.stop().await?;
    Ok(found)
}

async fn public(bench: &Bench, product: &Server, path: &str) -> Done<Vec<Finding>> {
    let mut found = Vec::new();
    for (headers, said, connections) in [("", "", 16), ("", "", 64), (PACKED, " packed", 16)] {
        let file = bench.folder.join("page.html");
        let request = get(path, headers);
        let bytes = page(product, &request).await?;
        std::fs::write(&file, &bytes)?;
        let memory = Server::of_bench(&["memory", &file.display().to_string()]).await?;
        let requests = Requests::new(vec![request]);
        let sides = beside(bench, (product, &requests), (&memory, &requests), connections).await?;
        let what = format!("public page of an activity, {} bytes{said}, {connections} connections", number(bytes.len() as f64));
        found.push(sides.finding(what, "axum from memory").goal(">= 70 %"));
        memory.stop().await?;
    }
    Ok(found)
}

async fn signed_in(bench: &Bench, product: &Server, (path, activity): (&str, &str), cookies: &[String]) -> Done<Vec<Finding>> {
    let url = bench.product.database_url.as_str();
    let queries = Server::of_bench(&["queries", url, activity]).await?;
    let plain = Requests::new(vec![get("/", "")]);
    let mut found = Vec::new();
    for (what, path) in [
        ("home of a signed-in person", "/"),
        ("activity page of a signed-in person", path),
        ("calendar of a signed-in person", "/kegiatan"),
    ] {
        let requests = Requests::new(cookies.iter().map(|it| get(path, it)).collect());
        let sides = beside(bench, (product, &requests), (&queries, &plain), 16).await?;
        found.push(sides.finding(what, "axum and four queries").goal(">= 4.000/s, p99 < 25 ms"));
    }
    queries.stop().await?;
    Ok(found)
}

/// What both sides answered, round by round.
pub(super) struct Sides {
    ours: Vec<Tally>,
    theirs: Vec<Tally>,
}

pub(super) type Side<'a> = (&'a Server, &'a Requests);

pub(super) async fn beside(bench: &Bench, ours: Side<'_>, theirs: Side<'_>, connections: usize) -> Done<Sides> {
    let mut sides = Sides { ours: Vec::new(), theirs: Vec::new() };
    for _ in 0..bench.rounds {
        sides.theirs.push(theirs.0.under(bench.load(theirs.0, connections), theirs.1.clone()).await);
        sides.ours.push(ours.0.under(bench.load(ours.0, connections), ours.1.clone()).await);
    }
    Ok(sides)
}

impl Sides {
    pub(super) fn finding(&self, what: impl Into<String>, beside: &str) -> Finding {
        let rate = |it: &[Tally]| median(it.iter().map(Tally::per_second).collect());
        let complaint = self.ours.iter().find_map(|it| it.complaint(&[200])).unwrap_or_default();
        Finding::of(what, figure(middle(&self.ours)))
            .beside(format!("{beside}: {}", figure(middle(&self.theirs))), rate(&self.ours) / rate(&self.theirs))
            .remark(complaint)
    }
}

fn middle(tallies: &[Tally]) -> &Tally {
    let mut sorted: Vec<&Tally> = tallies.iter().collect();
    sorted.sort_by(|a, b| a.per_second().total_cmp(&b.per_second()));
    sorted[sorted.len() / 2]
}

/// The body of a page as a stranger gets it.
async fn page(server: &Server, request: &[u8]) -> Done<Vec<u8>> {
    let mut connection = Connection::open(server.port).await?;
    let reply = connection.ask(request).await?;
    if reply.status != 200 {
        return Err(Trouble(format!("the page answers {}", reply.status)));
    }
    Ok(connection.answer(reply).1.to_vec())
}

pub(super) fn megabytes(bytes: u64) -> String {
    format!("{:.0} MB", bytes as f64 / 1e6)
}
