//! Heads are told in time, once; home shows what is owed; boards go out as files.

use jiff::civil::{Time, date};
use kernel::panels;
use ui::Zone;

use super::*;
use crate::world::*;

fn day(month: i8, day: i8) -> i64 {
    Zone::Wib.moment(date(2026, month, day), Time::constant(10, 0, 0, 0))
}

async fn letters(world: &World, nip: &str) -> Vec<kernel::mail::Letter> {
    let people = directory::lookup::people_by_nip(world.app.db(), &[nip.to_owned()]).await.unwrap();
    kernel::mail::letters_to(&world.app, people[nip].mail.as_ref().unwrap()).await.unwrap()
}

async fn notices(world: &World, nip: &str) -> Vec<(String, String)> {
    let page = board(&world.signed_in(nip).await, "/pemberitahuan").await;
    let text = |it: &serde_json::Value, name: &str| it[name].as_str().unwrap().to_owned();
    let told = page["notices"].as_array().unwrap().iter().map(|it| (text(it, "said"), text(it, "href")));
    told.filter(|it| it.1.starts_with("/kewajiban/")).collect()
}

#[tokio::test]
async fn heads_of_idle_offices_are_told_at_half_and_at_three_quarters_and_each_time_once() {
    story(async |world| {
        world.app.clock().move_to(day(11, 10));
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;
        assert!(notices(&world, HEAD_KPPN).await.is_empty());

        for _ in 0..2 {
            world.app.clock().move_to(day(11, 16));
            settle(&world.app).await;
        }

        let told = notices(&world, HEAD_KPPN).await;
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].0.contains("Setengah periode") && told[0].0.contains("KPPN Mamuju"));
        assert_eq!(told[0].1, format!("{address}?periode=2026-tw4"));
        assert!(notices(&world, COORDINATOR_KPPN).await.is_empty(), "the office has a head");
        assert_eq!(notices(&world, COORDINATOR_BPS).await.len(), 1, "this one has none");
        let letters = letters(&world, HEAD_KPPN).await;
        let ours: Vec<_> = letters.iter().filter(|it| it.subject.contains("setengah periode")).collect();
        assert_eq!(ours.len(), 1);
        assert!(ours[0].text.contains(&format!("/kegiatan/baru?instansi={KPPN}")) && ours[0].text.contains("Triwulan IV 2026"));

        shared_activity(&world, &[]).await;
        world.app.clock().move_to(day(12, 9));
        settle(&world.app).await;
        assert_eq!(notices(&world, HEAD_KPPN).await.len(), 1, "on the way: nothing more to say");
    })
    .await;
}

#[tokio::test]
async fn home_says_what_the_office_owes_and_leads_to_a_draft() {
    story(async |world| {
        let home = async |nip: &str| {
            let ask = world.ask_of(nip).await;
            let me = ask.actor().unwrap().id.clone();
            panels::render(&ask, "home", &me).await.unwrap().join("")
        };
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;

        let head = home(HEAD_KPPN).await;
        assert!(head.contains("KPPN Mamuju belum menyelenggarakan edukasi triwulan ini"), "{head}");
        assert!(head.contains(&format!("/kegiatan/baru?instansi={KPPN}")) && head.contains(&address));
        assert!(!home(STAFF_KPPN).await.contains("Kewajiban edukasi"));

        shared_activity(&world, &[]).await;
        let coordinator = home(COORDINATOR_KPPN).await;
        assert!(coordinator.contains("KPPN Mamuju: 0 dari 1 kegiatan dihitung, 1 menyusul"), "{coordinator}");
        assert!(!coordinator.contains(&format!("/kegiatan/baru?instansi={KPPN}")));
    })
    .await;
}

#[tokio::test]
async fn a_board_goes_out_as_csv_and_xlsx_to_those_who_see_names() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;
        shared_activity(&world, &[]).await;

        let csv = admin.get(&format!("{address}/papan.csv")).await.expect(200);
        let some = admin.get(&format!("{address}/papan.csv?status=underway&simpul=kemenkeu")).await.expect(200);
        let sheet = admin.get(&format!("{address}/papan.xlsx")).await.expect(200);

        assert!(csv.has("Kantor Pelayanan Perbendaharaan Negara Mamuju") && csv.has("Berjalan"), "{}", csv.text());
        assert_eq!((csv.text().lines().count(), some.text().lines().count()), (7, 2));
        assert!(sheet.body.starts_with(b"PK") && sheet.header("content-disposition").contains("2026-tw4.xlsx"));
        world.signed_in(STAFF_PEMDA).await.get(&format!("{address}/papan.csv")).await.expect(403);
        world.signed_in(HEAD_KPPN).await.get(&format!("{address}/papan.csv?simpul={KPPN}")).await.expect(200);
    })
    .await;
}
