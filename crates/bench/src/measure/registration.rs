//! Registration for one activity from 256 connections, each by another person: how many a second, and whether every seat and place
//! came out exactly. On PostgreSQL also with two nodes.

use std::time::Duration;

use education::measuring::{Count, count};
use futures_util::future::join_all;

use crate::{
    load::{Load, Requests, Tally, post},
    measure::{Bench, figure},
    report::Finding,
    server::Server,
    trouble::Done,
};

const CONNECTIONS: usize = 256;
const PATIENCE: Duration = Duration::from_secs(300);

pub(super) async fn measure(bench: &Bench) -> Done<Vec<Finding>> {
    let everybody = 100_000.min(bench.world.size.people);
    let cookies = bench.world.cookies(everybody).await?;
    let first = bench.product.serve("pages").await?;
    let warm = round(bench, &[&first], &cookies[..cookies.len() / 5], None).await?;
    let mut found = vec![warm.finding("registrations, one activity, seats without end").goal(">= 8.000/s")];
    let half = Some(everybody / 2);
    found.push(
        round(bench, &[&first], &cookies, half).await?.finding("registrations, half as many seats as people").goal("exact"),
    );
    if !bench.world.app.db().is_sqlite() {
        let second = bench.product.serve("second").await?;
        let both = round(bench, &[&first, &second], &cookies, half).await?;
        found.push(both.finding("the same on two nodes").goal("exact"));
        second.stop().await?;
    }
    first.stop().await?;
    Ok(found)
}

/// One activity, and all who wanted a seat in it.
struct Round {
    tally: Tally,
    count: Count,
    people: i64,
    seats: Option<i64>,
}

async fn round(bench: &Bench, nodes: &[&Server], cookies: &[String], seats: Option<i64>) -> Done<Round> {
    let id = bench.world.tomorrow(seats).await?;
    let path = format!("/kegiatan/{id}/pendaftaran");
    let mut loads = Vec::new();
    for (node, cookies) in nodes.iter().zip(cookies.chunks(cookies.len().div_ceil(nodes.len()))) {
        let requests = Requests::new(cookies.iter().map(|it| post(&path, it, "")).collect());
        let connections = CONNECTIONS / nodes.len();
        let load = Load { port: node.port, connections, most_requests: requests.len(), lasts: PATIENCE };
        loads.push(node.under(load, requests));
    }
    let mut tally = Tally::default();
    for it in join_all(loads).await {
        tally.join(it);
    }
    Ok(Round { tally, count: count(bench.world.app.db(), &id).await?, people: cookies.len() as i64, seats })
}

impl Round {
    fn finding(&self, what: &str) -> Finding {
        let what = format!("{what}: {} people, {} connections", self.people, CONNECTIONS);
        let verdict = match self.flaw() {
            None => format!("exact: {} seats, {} in line", self.count.taken, self.count.waiting),
            Some(flaw) => format!("WRONG: {flaw}"),
        };
        let complaint = self.tally.complaint(&[200, 303]).map(|it| format!("; {it}")).unwrap_or_default();
        Finding::of(what, figure(&self.tally)).remark(verdict + &complaint)
    }

    /// What is not as it must be: no seat sold twice, no gap, no duplicate, nobody lost.
    fn flaw(&self) -> Option<String> {
        let seated = self.seats.unwrap_or(self.people).min(self.people);
        let waiting = self.people - seated;
        let expected = Count {
            taken: seated,
            waiting,
            seated_rows: seated,
            waiting_rows: waiting,
            first_number: if waiting > 0 { seated + 1 } else { 0 },
            last_number: self.people,
            different_people: self.people,
        };
        (self.count != expected).then(|| format!("{:?} instead of {expected:?}", self.count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_too_many_is_a_flaw() {
        let right =
            Count { taken: 2, waiting: 1, seated_rows: 2, waiting_rows: 1, first_number: 3, last_number: 3, different_people: 3 };
        let round = |count| Round { tally: Tally::default(), count, people: 3, seats: Some(2) };
        assert_eq!(round(right.clone()).flaw(), None);

        assert!(round(Count { taken: 3, waiting: 0, ..right.clone() }).flaw().is_some());
        assert!(round(Count { last_number: 4, ..right.clone() }).flaw().is_some());
        assert!(round(Count { different_people: 2, ..right }).flaw().is_some());
    }
}
