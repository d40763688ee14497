//! Evaluating one activity from 256 connections, each somebody else: how many a second, and whether each is kept once.

use std::time::Duration;

use education::measuring::{attend, evaluations};

use crate::{
    load::{Load, Requests, post},
    measure::{Bench, figure},
    report::Finding,
    trouble::Done,
};

const PEOPLE: i64 = 20_000;
const CONNECTIONS: usize = 256;
const PATIENCE: Duration = Duration::from_secs(120);
const FORM: &str =
    "nilai-materi=4&nilai-penyajian=3&nilai-penyelenggaraan=4&nilai-manfaat=4&saran=Contoh+lembar+kerjanya+berguna.";

pub(super) async fn measure(bench: &Bench) -> Done<Vec<Finding>> {
    let people = PEOPLE.min(bench.world.size.people);
    let id = bench.world.ended(people).await?;
    attend(&bench.world.app, &id).await?;
    let path = format!("/kegiatan/{id}/penilaian");
    let cookies = bench.world.cookies(people).await?;
    let product = bench.product.serve("pages").await?;
    let requests = Requests::new(cookies.iter().map(|it| post(&path, it, FORM)).collect());
    let load = Load { port: product.port, connections: CONNECTIONS, most_requests: requests.len(), lasts: PATIENCE };
    let tally = product.under(load, requests).await;
    product.stop().await?;
    let kept = evaluations(bench.world.app.db(), &id).await?;
    let verdict =
        if kept == (people, people) { "exact".to_owned() } else { format!("WRONG: {kept:?} kept instead of {people} each") };
    let complaint = tally.complaint(&[303]).map(|it| format!("; {it}")).unwrap_or_default();
    let what = format!("evaluations, one activity: {people} people, {CONNECTIONS} connections");
    Ok(vec![Finding::of(what, figure(&tally)).goal(">= 8.000/s").remark(verdict + &complaint)])
}
