//! Stories of activities for an agency that is no more: its successors' people find them.

use directory::published::{AgencyMerged, AgencySplit};
use kernel::outbox::{self, Fact};

use crate::world::*;

const PEMDA: &str = "pemda.76.02";
const BNN: &str = "bnn.sulbar";
const KANWIL: &str = "kemenkeu.djpb.kanwil-sulbar";

#[tokio::test]
async fn what_is_for_an_agency_is_for_those_it_became() {
    story(async |world| {
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let only = [("listed", "audience"), ("audience", "agencies"), ("agencies", KPPN)];
        let id = published(&mut bps, &only).await;
        let other = published(
            &mut bps,
            &[("listed", "audience"), ("audience", "agencies"), ("agencies", KANWIL), ("date", "2026-12-01")],
        )
        .await;
        let seen_by = async |id: &str| {
            let address = format!("/kegiatan/{id}");
            let mut statuses = Vec::new();
            for nip in [STAFF_KPPN, STAFF_PEMDA, STAFF_BNN] {
                statuses.push(world.signed_in(nip).await.get(&address).await.status);
            }
            statuses
        };
        assert_eq!(seen_by(&id).await, [200, 404, 404]);

        let at = world.app.now();
        told(&world, &AgencyMerged { agency_id: KPPN.to_owned(), successor_id: PEMDA.to_owned(), at }).await;
        assert_eq!(seen_by(&id).await, [200, 200, 404]);

        told(&world, &AgencySplit { agency_id: KPPN.to_owned(), new_agency_ids: vec![BNN.to_owned()], at }).await;
        assert_eq!(seen_by(&id).await, [200, 200, 200]);
        assert_eq!(seen_by(&other).await[1..], [404, 404], "what was for another stays where it was");
    })
    .await;
}

async fn told(world: &World, fact: &impl Fact) {
    let mut tx = world.app.db().begin().await.unwrap();
    outbox::publish(&mut tx, world.app.now(), KPPN, fact).await.unwrap();
    tx.commit().await.unwrap();
    while outbox::deliver(&world.app).await.unwrap() > 0 {}
}
