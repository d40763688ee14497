//! Stories of the head's trigger: an idle office, three suggestions, a draft with somebody in charge in two clicks, on both databases.

use directory::testing::{give_duty, person_id};
use kernel::panels;

use crate::template::{held, judged, made};
use crate::world::*;

const IDLE: &str = "Kantor Anda belum menyelenggarakan edukasi triwulan ini";

async fn home(world: &World, nip: &str) -> String {
    let ask = world.ask_of(nip).await;
    let me = ask.actor().unwrap().id.clone();
    let all = panels::render(&ask, "home", &me).await.unwrap();
    all.into_iter().find(|it| it.contains("id=\"prakarsa\"")).unwrap_or_default()
}

/// An activity of BPS that is over, was judged good, and became a template; and two of one theme to come.
async fn neighbourhood(world: &World) {
    let mut bps = world.signed_in(COORDINATOR_BPS).await;
    let past = held(world, &mut bps, &[("title", "Membaca data desa")]).await;
    judged(world, &past, 388, 1).await;
    made(&mut bps, &past).await;
    for (title, date) in [("Layanan tanpa antre", "2026-12-10"), ("Standar pelayanan", "2026-12-16")] {
        published(&mut bps, &[("title", title), ("date", date), ("theme", "pelayanan-publik")]).await;
    }
}

/// The way from the first suggestion with these words.
fn way(home: &str, source: &str) -> String {
    let at = home.find(source).unwrap_or_else(|| panic!("{source} in {home}"));
    let from = home[..at].rfind("href=\"").unwrap() + 6;
    home[from..].split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&")
}

#[tokio::test]
async fn the_head_of_an_idle_office_sees_three_suggestions_each_with_its_reason() {
    story(async |world| {
        assert!(home(&world, HEAD_KPPN).await.contains(IDLE), "also where there is nothing to suggest");
        neighbourhood(&world).await;

        let seen = home(&world, HEAD_KPPN).await;

        for part in [IDLE, "2 kegiatan lain di wilayah Anda", "dinilai peserta 3,88 dari 4", "Templat siap pakai dari BPS"] {
            assert!(seen.contains(part), "{part}: {seen}");
        }
        assert_eq!(seen.matches("href=\"/prakarsa?").count(), 3);
        assert_eq!(seen, home(&world, HEAD_KPPN).await, "always the same");
        assert_eq!(home(&world, COORDINATOR_KPPN).await, "", "for heads alone");
        assert_eq!(home(&world, STAFF_BNN).await, "");
    })
    .await;
}

#[tokio::test]
async fn an_office_that_holds_something_this_quarter_is_left_alone() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        published(&mut kppn, &[]).await;

        assert_eq!(home(&world, HEAD_KPPN).await, "");
    })
    .await;
}

#[tokio::test]
async fn two_clicks_make_the_draft_and_whoever_is_in_charge_may_edit_it() {
    story(async |world| {
        neighbourhood(&world).await;
        let mut head = world.signed_in(HEAD_KPPN).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;
        let chosen = person_id(&world.app, STAFF_KPPN).await;

        let start = way(&home(&world, HEAD_KPPN).await, "sumber=templat");
        let page = head.get(&start).await.expect(200);
        assert!(page.has("Bagus Contoh Setiawan") && page.has("value=\"2026-12-"), "{}", page.text());
        let source = start.split("sumber=").nth(1).unwrap();
        let form = [("office", KPPN), ("source", source), ("person", &chosen), ("date", "2026-12-09")];
        head.post("/prakarsa", &form).await.expect(303);

        let seen = home(&world, HEAD_KPPN).await;
        assert!(seen.contains("Penanggung jawab: Bagus Contoh Setiawan") && !seen.contains(IDLE), "{seen}");
        let notices: serde_json::Value = staff.program().get("/pemberitahuan").await.expect(200).json();
        let edit = notices["notices"][0]["href"].as_str().unwrap().to_owned();
        staff.get(&edit).await.expect(200);
        let draft = edit.replace("/ubah", "");
        let mut other = world.signed_in(STAFF_KPPN_OTHER).await;
        other.get(&edit).await.expect(404);
        staff.post(&format!("{draft}/persiapan/0"), &[]).await.expect(303);
        staff.get(&format!("{draft}/penanggung-jawab")).await.expect(403);
        let letters = kernel::mail::letters_to(&world.app, "baguscontohsetiawan@contoh.go.id.example").await.unwrap();
        assert!(letters[0].subject.starts_with("Anda penanggung jawab"), "{letters:?}");
        let credit: serde_json::Value = staff.program().get(&draft).await.expect(200).json();
        assert_eq!(credit["template"][2], "BPS Provinsi Sulawesi Barat");
    })
    .await;
}

#[tokio::test]
async fn an_activity_of_a_neighbour_gives_a_draft_without_its_people_and_links() {
    story(async |world| {
        neighbourhood(&world).await;
        let mut head = world.signed_in(HEAD_KPPN).await;
        let chosen = person_id(&world.app, STAFF_KPPN).await;
        let start = way(&home(&world, HEAD_KPPN).await, "sumber=kegiatan");
        let source = start.split("sumber=").nth(1).unwrap();

        head.post("/prakarsa", &[("office", KPPN), ("source", source), ("person", &chosen), ("date", "2026-12-09")])
            .await
            .expect(303);

        let seen = home(&world, HEAD_KPPN).await;
        let draft = way(&seen, "/kegiatan/");
        let page: serde_json::Value = head.program().get(&draft).await.expect(200).json();
        assert_eq!((&page["activity"]["theme"], &page["state"]), (&"pelayanan-publik".into(), &"draft".into()));
        assert!(page["speakers"].as_array().unwrap().is_empty());
        assert_eq!(page["tasks"].as_array().unwrap().len(), 5);
    })
    .await;
}

#[tokio::test]
async fn bad_input_is_refused_and_only_heads_entrust() {
    story(async |world| {
        neighbourhood(&world).await;
        let start = way(&home(&world, HEAD_KPPN).await, "sumber=templat");
        let source = start.split("sumber=").nth(1).unwrap().to_owned();
        let (mine, elsewhere) = (person_id(&world.app, STAFF_KPPN).await, person_id(&world.app, STAFF_BPS).await);
        let form =
            |office, person, date| [("office", office), ("source", source.as_str()), ("person", person), ("date", date)].to_vec();
        let mut head = world.signed_in(HEAD_KPPN).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        kppn.get(&start).await.expect(403);
        kppn.post("/prakarsa", &form(KPPN, mine.as_str(), "2026-12-09")).await.expect(403);
        head.post("/prakarsa", &form(BPS, elsewhere.as_str(), "2026-12-09")).await.expect(403);
        let refused = head.post("/prakarsa", &form(KPPN, elsewhere.as_str(), "2026-12-09")).await.expect(422);
        assert!(refused.has("tidak bekerja di kantor Anda lagi"), "{}", refused.text());
        let refused = head.post("/prakarsa", &form(KPPN, "", "2020-01-01")).await.expect(422);
        assert!(refused.has("Pilih penanggung jawab dari daftar"), "{}", refused.text());
        head.get(&format!("/prakarsa?kantor={KPPN}&sumber=kegiatan:tidak-ada")).await.expect(404);
        head.get(&format!("/prakarsa?kantor={KPPN}&sumber=")).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn who_leaves_the_office_is_in_charge_no_more_and_the_head_is_asked_again() {
    story(async |world| {
        neighbourhood(&world).await;
        let mut head = world.signed_in(HEAD_KPPN).await;
        let chosen = person_id(&world.app, STAFF_KPPN).await;
        let start = way(&home(&world, HEAD_KPPN).await, "sumber=templat");
        let source = start.split("sumber=").nth(1).unwrap();
        head.post("/prakarsa", &[("office", KPPN), ("source", source), ("person", &chosen), ("date", "2026-12-09")])
            .await
            .expect(303);
        let draft = way(&home(&world, HEAD_KPPN).await, "/kegiatan/");
        let edit = format!("{draft}/ubah");
        world.signed_in(STAFF_KPPN).await.get(&edit).await.expect(200);

        let sql = "update directory_person set agency_id = 'bnn.sulbar', version = version + 1 where id = $1";
        let mut tx = world.app.db().begin().await.unwrap();
        tx.run(sql, [(&chosen).into()]).await.unwrap();
        tx.commit().await.unwrap();

        world.signed_in(STAFF_KPPN).await.get(&edit).await.expect(404);
        let seen = home(&world, HEAD_KPPN).await;
        assert!(seen.contains("sudah tidak di kantor Anda"), "{seen}");
        let other = person_id(&world.app, STAFF_KPPN_OTHER).await;
        head.get(&format!("{draft}/penanggung-jawab")).await.expect(200);
        head.post(&format!("{draft}/penanggung-jawab"), &[("person", &chosen)]).await.expect(422);
        head.post(&format!("{draft}/penanggung-jawab"), &[("person", &other)]).await.expect(303);
        world.signed_in(STAFF_KPPN_OTHER).await.get(&edit).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn the_panel_costs_the_same_for_many_and_nothing_for_others() {
    story(async |world| {
        neighbourhood(&world).await;
        let cost = async |nip: &str| {
            let ask = world.ask_of(nip).await;
            let me = ask.actor().unwrap().id.clone();
            panels::render(&ask, "home", &me).await.unwrap();
            kernel::db::counted(panels::render(&ask, "home", &me)).await.1
        };
        let (few, staff) = (cost(HEAD_KPPN).await, cost(STAFF_KPPN).await);

        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        for number in 0..6 {
            let title = format!("Kegiatan tambahan {number}");
            published(&mut bps, &[("title", &title), ("date", "2026-12-18")]).await;
        }

        assert_eq!(cost(HEAD_KPPN).await, few);
        assert_eq!(cost(STAFF_KPPN).await, staff);
    })
    .await;
}

#[tokio::test]
async fn each_owner_has_its_own_person_in_charge() {
    story(async |world| {
        neighbourhood(&world).await;
        let mut head = world.signed_in(HEAD_KPPN).await;
        let ani = person_id(&world.app, STAFF_KPPN).await;
        let start = way(&home(&world, HEAD_KPPN).await, "sumber=templat");
        let source = start.split("sumber=").nth(1).unwrap();
        let form = [("office", KPPN), ("source", source), ("person", &ani), ("date", "2026-12-09")];
        head.post("/prakarsa", &form).await.expect(303);
        let draft = way(&home(&world, HEAD_KPPN).await, "/kegiatan/");
        world.signed_in(COORDINATOR_KPPN).await.post(&format!("{draft}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
        let answer = format!("{draft}/penyelenggara/{BPS}/persetujuan");
        world.signed_in(COORDINATOR_BPS).await.post(&answer, &[]).await.expect(303);
        give_duty(&world.app, &person_id(&world.app, STAFF_BPS).await, "pimpinan", BPS).await;
        let mut other = world.signed_in(STAFF_BPS).await;
        let budi = person_id(&world.app, COORDINATOR_BPS).await;

        other.post(&format!("{draft}/penanggung-jawab"), &[("person", &budi)]).await.expect(303);

        for nip in [STAFF_KPPN, COORDINATOR_BPS] {
            world.signed_in(nip).await.get(&format!("{draft}/ubah")).await.expect(200);
        }
        let (ours, theirs) = (home(&world, HEAD_KPPN).await, home(&world, STAFF_BPS).await);
        assert!(ours.contains("Penanggung jawab: Bagus Contoh Setiawan"), "{ours}");
        assert!(theirs.contains("Penanggung jawab: Nur Aini Contoh"), "{theirs}");
    })
    .await;
}

#[tokio::test]
async fn a_nervous_thumb_makes_one_draft_and_one_letter() {
    story(async |world| {
        neighbourhood(&world).await;
        let chosen = person_id(&world.app, STAFF_KPPN).await;
        let (mut head, mut again) = (world.signed_in(HEAD_KPPN).await, world.signed_in(HEAD_KPPN).await);
        let start = way(&home(&world, HEAD_KPPN).await, "sumber=templat");
        let source = start.split("sumber=").nth(1).unwrap();
        let page = head.get(&start).await.expect(200).text();
        let once = page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let form = [("office", KPPN), ("source", source), ("person", &chosen), ("date", "2026-12-09"), ("once", &once)];

        let (a, b) = futures_util::future::join(head.post("/prakarsa", &form), again.post("/prakarsa", &form)).await;

        assert_eq!((a.status.as_u16(), b.status.as_u16()), (303, 303));
        let seen = home(&world, HEAD_KPPN).await;
        assert_eq!(seen.matches("Penanggung jawab: ").count(), 1, "{seen}");
        let draft = way(&seen, "/kegiatan/");
        world.app.clock().move_to(world.app.now() + 1);
        let mut head = world.signed_in(HEAD_KPPN).await;
        head.post(&format!("{draft}/penanggung-jawab"), &[("person", &chosen)]).await.expect(303);
        let letters = kernel::mail::letters_to(&world.app, "baguscontohsetiawan@contoh.go.id.example").await.unwrap();
        assert_eq!(letters.len(), 1, "{letters:?}");
    })
    .await;
}
