//! The compliance board of forty thousand obliged offices, as somebody sees it who sees all names, beside four queries.

use crate::{
    load::{Requests, get},
    measure::{Bench, pages::beside},
    report::Finding,
    server::Server,
    trouble::Done,
};

pub(super) async fn measure(bench: &Bench) -> Done<Vec<Finding>> {
    let path = bench.world.board().await?;
    let activity = bench.world.tomorrow(None).await?;
    let cookie = bench.world.cookies(1).await?.remove(0);
    let product = bench.product.serve("board").await?;
    let queries = Server::of_bench(&["queries", bench.product.database_url.as_str(), &activity]).await?;
    let plain = Requests::new(vec![get("/", "")]);
    let mut found = Vec::new();
    for (what, path) in [
        ("compliance board of 40.000 offices", path.clone()),
        ("compliance board, offices in one state", format!("{path}?status=none")),
        ("compliance board of one body", format!("{path}?simpul=badan-7")),
    ] {
        let requests = Requests::new(vec![get(&path, &cookie)]);
        let sides = beside(bench, (&product, &requests), (&queries, &plain), 16).await?;
        found.push(sides.finding(what, "axum and four queries").goal("p99 < 20 ms"));
    }
    queries.stop().await?;
    product.stop().await?;
    Ok(found)
}
