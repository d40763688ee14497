//! The measurements, one file each, and what they all need. None of them judges: goals stand beside the figures.

mod board;
mod certificates;
mod check_in;
mod evaluation;
mod importing;
mod pages;
mod registration;
mod visit;

use std::{path::PathBuf, time::Duration};

use crate::{
    load::{Load, Tally},
    report::Finding,
    server::{Product, Server},
    trouble::Done,
    world::World,
};

/// What is measured, and how long each round may last.
pub(crate) struct Bench {
    pub(crate) world: World,
    pub(crate) product: Product,
    pub(crate) folder: PathBuf,
    pub(crate) round: Duration,
    pub(crate) rounds: usize,
}

pub(crate) const NAMES: &[&str] =
    &["pages", "board", "registration", "check-in", "evaluation", "certificates", "import", "visit"];

/// Measures one thing by its name.
pub(crate) async fn measure(bench: &Bench, name: &str) -> Done<Vec<Finding>> {
    match name {
        "pages" => pages::measure(bench).await,
        "board" => board::measure(bench).await,
        "registration" => registration::measure(bench).await,
        "check-in" => check_in::measure(bench).await,
        "evaluation" => evaluation::measure(bench).await,
        "certificates" => certificates::measure(bench).await,
        "import" => importing::measure(bench).await,
        _ => visit::measure(bench).await,
    }
}

impl Bench {
    fn load(&self, server: &Server, connections: usize) -> Load {
        Load { port: server.port, connections, most_requests: usize::MAX, lasts: self.round }
    }
}

/// A tally in words: requests a second, p50 and p99, the server's processors.
fn figure(tally: &Tally) -> String {
    use crate::report::number;
    let latency = format!("p50 {:.1} ms, p99 {:.1} ms", tally.percentile(0.5), tally.percentile(0.99));
    format!("{}/s, {latency}, {:.0} us of processor each", number(tally.per_second()), tally.processor_each())
}
