//! Who has not read: counts up the tree for those who answer for the units, names for heads and coordinators; people and units move.

use directory::testing::{crowd, give_duty, offices, person_id};
use kernel::db::counted;

use super::*;

const KANWIL: &str = "kemenkeu.djpb.kanwil-sulbar";

async fn head_of(world: &World, nip: &str, kind: &str, node: &str) -> Browser {
    give_duty(&world.app, &person_id(&world.app, nip).await, kind, node).await;
    world.signed_in(nip).await
}

#[tokio::test]
async fn a_head_sees_names_of_those_who_have_not_and_units_down_the_tree() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = warned(&world, &mut kppn, &[]).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;
        staff.post(&format!("{address}/pembacaan"), &[]).await.expect(303);
        let mut head = world.signed_in(HEAD_KPPN).await;

        let page = head.get(&format!("{address}/pembaca")).await.expect(200);
        assert!(page.has("Dewi Contoh Lestari") && !page.has("Bagus Contoh Setiawan"), "{}", page.text());
        let board = json(&head, &format!("{address}/pembaca")).await;
        assert_eq!((&board["people"], &board["confirmed"]), (&4.into(), &1.into()));

        let above = head_of(&world, STAFF_PEMDA, "pimpinan", "kemenkeu").await;
        let board = json(&above, &format!("{address}/pembaca?unit=kemenkeu.djpb")).await;
        assert_eq!((&board["people"], &board["units"][0]["unit_id"]), (&4.into(), &KANWIL.into()));
        assert!(board["open"].as_array().unwrap().is_empty(), "nobody in the unit itself");
        let csv = above.program().get(&format!("{address}/pembaca.csv?unit=kemenkeu")).await.expect(200).text();
        assert_eq!(csv.lines().count(), 4, "{csv}");
        assert!(csv.contains("Dewi Contoh Lestari") && !csv.contains("Bagus"));
    })
    .await;
}

#[tokio::test]
async fn names_are_for_those_who_answer_for_the_unit() {
    story(async |world| {
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let address = warned(&world, &mut bps, &[]).await;
        let mut head = world.signed_in(HEAD_KPPN).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;
        let mut admin = world.signed_in(ADMIN).await;

        head.get(&format!("{address}/pembaca?unit={BPS}")).await.expect(403);
        head.get(&format!("{address}/pembaca?unit={KANWIL}")).await.expect(403);
        head.get(&format!("{address}/pembaca?unit=tidak.ada")).await.expect(404);
        staff.get(&format!("{address}/pembaca")).await.expect(403);
        staff.get(&format!("{address}/pembaca.csv?unit={KPPN}")).await.expect(403);
        let totals = admin.get(&format!("{address}/pembaca")).await.expect(200);
        assert!(totals.has("Nama hanya ditampilkan"), "{}", totals.text());
        admin.get(&format!("{address}/pembaca.csv")).await.expect(403);
        assert_eq!(json(&bps, &address).await["total"], serde_json::json!([9, 0]));
        assert!(json(&head, &address).await["total"].is_null(), "not their warning");
    })
    .await;
}

#[tokio::test]
async fn who_answers_for_some_of_the_audience_reads_what_is_not_for_them() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = warned(&world, &mut kppn, &[]).await;
        world.signed_in(OUTSIDER).await.get(&address).await.expect(404);

        let mut above = head_of(&world, OUTSIDER, "pimpinan", "bps").await;

        above.get(&address).await.expect(200);
        assert_eq!(json(&above, &format!("{address}/pembaca")).await["people"], 2);
        above.post(&format!("{address}/pembacaan"), &[]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn pages_and_files_are_complete_and_cost_the_same_for_many() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let head = head_of(&world, STAFF_PEMDA, "pimpinan", KANWIL).await;
        let first = warned(&world, &mut kppn, &[]).await;
        head.program().get(&first).await.expect(200);
        let (few, before) = counted(head.program().get(&format!("{first}/pembaca"))).await;
        few.expect(200);

        crowd(&world.app, KPPN, 120).await;
        offices(&world.app, KANWIL, 60).await;
        crowd_of_offices(&world).await;
        let second = warned(&world, &mut kppn, &[("title", "Peringatan yang kedua")]).await;
        head.program().get(&second).await.expect(200);
        let (many, after) = counted(head.program().get(&format!("{second}/pembaca"))).await;

        let board = many.expect(200).json();
        assert_eq!(before, after, "a constant number of statements");
        assert_eq!(board["people"], 4 + 120 + 1);
        let csv = head.program().get(&format!("{second}/pembaca.csv")).await.expect(200).text();
        assert_eq!(csv.lines().count(), 1 + 125);
        let mut seen = 0;
        let mut next = format!("{second}/pembaca?unit={KPPN}");
        while !next.is_empty() {
            let page = json(&head, &next).await;
            seen += page["open"].as_array().unwrap().len();
            next = page["next_people"].as_str().unwrap().to_owned();
        }
        assert_eq!(seen, 124);
    })
    .await;
}

/// Somebody in one of the new offices.
async fn crowd_of_offices(world: &World) {
    let sql = "update directory_person set agency_id = $1 where name = 'Muh. Aras Contoh'";
    let mut tx = world.app.db().begin().await.unwrap();
    tx.run(sql, [format!("{KANWIL}.contoh-0001").into()]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn who_moves_is_counted_where_they_are_and_who_leaves_no_more() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = warned(&world, &mut kppn, &[]).await;
        world.signed_in(STAFF_KPPN).await.post(&format!("{address}/pembacaan"), &[]).await.expect(303);
        let admin = world.signed_in(ADMIN).await;
        let total = async |unit: &str| {
            let board = json(&admin, &format!("{address}/pembaca?unit={unit}")).await;
            (board["people"].as_i64().unwrap(), board["confirmed"].as_i64().unwrap())
        };

        tell_moved(&world, STAFF_KPPN, KPPN, "bnn.sulbar").await;
        assert_eq!((total(KPPN).await, total("bnn").await), ((3, 0), (2, 1)));
        tell_moved(&world, STAFF_KPPN, "bnn.sulbar", "pemda.73.71").await;
        assert_eq!((total("bnn").await, total("*").await), ((1, 0), (8, 0)), "Makassar is not in the audience");
        tell_moved(&world, STAFF_KPPN, "pemda.73.71", KPPN).await;
        later(&world, kernel::clock::DAY);
        settle(&world).await;
        let admin = world.signed_in(ADMIN).await;
        let board = json(&admin, &format!("{address}/pembaca?unit={KPPN}")).await;
        assert_eq!((&board["people"], &board["confirmed"]), (&4.into(), &1.into()), "back, with what was confirmed");
    })
    .await;
}

/// Moves somebody as the form of staff does, and lets it be heard.
async fn tell_moved(world: &World, nip: &str, from: &str, to: &str) {
    let person = person_id(&world.app, nip).await;
    let mut tx = world.app.db().begin().await.unwrap();
    let sql = "update directory_person set agency_id = $1 where id = $2";
    tx.run(sql, [to.into(), (&person).into()]).await.unwrap();
    let fact = directory::published::PersonMoved {
        person_id: person.clone(),
        from_agency_id: from.to_owned(),
        to_agency_id: to.to_owned(),
    };
    kernel::outbox::publish(&mut tx, world.app.now(), &person, &fact).await.unwrap();
    tx.commit().await.unwrap();
    settle(world).await;
}

#[tokio::test]
async fn a_merged_agencys_warnings_and_people_go_to_its_successor() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let only = [("audience", "agencies"), ("agencies", KPPN), ("region", "")];
        let address = warned(&world, &mut kppn, &only).await;

        merge_into_kanwil(&world).await;

        let admin = world.signed_in(ADMIN).await;
        let board = json(&admin, &format!("{address}/pembaca?unit={KANWIL}")).await;
        assert_eq!(board["people"], 4, "{board}");
        let page = world.signed_in(STAFF_KPPN).await.get(&address).await.expect(200);
        assert!(page.has("(kini Kanwil DJPb Provinsi Sulawesi Barat)"), "{}", page.text());
        let mut heir = head_of(&world, STAFF_PEMDA, "pimpinan", KANWIL).await;
        heir.post(&format!("{address}/pencabutan"), &[("reason", "Kantor kami menerbitkan yang baru.")]).await.expect(303);
    })
    .await;
}

/// KPPN Mamuju becomes part of another office, with its people.
async fn merge_into_kanwil(world: &World) {
    let people = [COORDINATOR_KPPN, HEAD_KPPN, STAFF_KPPN, STAFF_KPPN_OTHER];
    directory::testing::merge(&world.app, KPPN, Some(KANWIL)).await;
    let mut tx = world.app.db().begin().await.unwrap();
    let fact =
        directory::published::AgencyMerged { agency_id: KPPN.to_owned(), successor_id: KANWIL.to_owned(), at: world.app.now() };
    kernel::outbox::publish(&mut tx, world.app.now(), KPPN, &fact).await.unwrap();
    tx.commit().await.unwrap();
    for nip in people {
        tell_moved(world, nip, KPPN, KANWIL).await;
    }
}
