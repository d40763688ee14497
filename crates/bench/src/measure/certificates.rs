//! Certificates of one activity: issued in one go, then each printed for the first time and fetched as PDF; how many a second and processor, and
//! how much memory.

use std::time::{Duration, Instant};

use education::measuring::{attend, certificates};

use crate::{
    load::{Load, Requests, get},
    measure::{Bench, figure, pages::megabytes},
    report::{Finding, number},
    trouble::Done,
};

const PEOPLE: i64 = 2_000;
/// More than the press has threads, so that it never waits.
const CONNECTIONS: usize = 4;
const PATIENCE: Duration = Duration::from_secs(120);

pub(super) async fn measure(bench: &Bench) -> Done<Vec<Finding>> {
    let people = PEOPLE.min(bench.world.size.people);
    let id = bench.world.ended(people).await?;
    attend(&bench.world.app, &id).await?;
    let started = Instant::now();
    let issued = certificates(&bench.world.app, &id).await?;
    let per_second = issued.len() as f64 / started.elapsed().as_secs_f64();
    let cookie = bench.world.cookies(1).await?.remove(0);
    let product = bench.product.serve("pages").await?;
    let before = product.memory();
    let requests = Requests::new(issued.iter().map(|it| get(&format!("/sertifikat/{it}/sertifikat.pdf"), &cookie)).collect());
    let load = Load { port: product.port, connections: CONNECTIONS, most_requests: requests.len(), lasts: PATIENCE };
    let tally = load.run(requests).await;
    let after = product.memory();
    product.stop().await?;
    let presses = std::thread::available_parallelism().map_or(1, |it| it.get().saturating_sub(1).max(1));
    let each = format!("{} a second and press", number(tally.per_second() / presses as f64));
    let complaint = tally.complaint(&[200]).unwrap_or_default();
    Ok(vec![
        Finding::of(format!("certificates issued: {people} people, a hundred a commit"), format!("{}/s", number(per_second))),
        Finding::of(format!("certificates as PDF: {people}, {CONNECTIONS} connections, {presses} press"), figure(&tally))
            .goal(">= 120/s per core")
            .remark(if complaint.is_empty() { each } else { complaint }),
        Finding::of(format!("memory after {people} certificates"), megabytes(after))
            .remark(format!("{} before", megabytes(before))),
    ])
}
