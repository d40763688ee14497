//! Tickets scanned at the door.

use kernel::clock::{HOUR, MINUTE};

use super::scene::*;
use crate::world::*;

const ONSITE: &[(&str, &str)] = &[("mode", "onsite"), ("place", "Aula KPPN Mamuju"), ("meeting_link", "")];

impl Webinar {
    /// The ticket of somebody registered.
    async fn ticket(&self, nip: &str) -> String {
        let person_id = directory::testing::person_id(&self.world.app, nip).await;
        let sql = "select ticket from education_registration where person_id = $1";
        self.world.app.db().one(sql, [person_id.into()], |row| row.get("ticket")).await.unwrap()
    }
}

#[tokio::test]
async fn an_operator_scans_a_ticket_and_a_second_scan_says_when_it_was_first() {
    story(async |world| {
        let mut it = webinar(world, ONSITE).await;
        it.registered(BUDI).await;
        let ticket = it.ticket(BUDI).await;
        it.move_to(START - 5 * MINUTE);
        let page = it.owner.get(&it.at(&format!("pindai/{ticket}"))).await.expect(200);
        assert!(page.has("Budi Santoso, S.Kom.") && page.has("Pemkab Mamuju") && page.has("Catat hadir"), "{}", page.text());

        let path = it.at("pindai");
        let first = it.owner.post(&path, &[("tiket", &ticket)]).await.expect(303);
        let page = it.owner.get(first.location()).await.expect(200);
        assert!(page.has("Hadir, sudah dicatat.") && page.has("Budi Santoso, S.Kom."), "{}", page.text());
        it.move_to(START + 10 * MINUTE);
        let address = format!("https://guyub.test{}", it.at(&format!("pindai/{ticket}")));
        let again = it.owner.post(&path, &[("tiket", &address)]).await.expect(303);
        let page = it.owner.get(again.location()).await.expect(200);

        assert!(
            page.has("sudah dipindai sebelumnya") && page.has("Pertama dipindai pukul 08.55 WIB oleh Rina Contoh"),
            "{}",
            page.text()
        );
        assert_eq!((it.evidence().await, it.count("Budi").await), ((1, 1), (180, 1000, true)));
    })
    .await;
}

#[tokio::test]
async fn a_scanner_that_sends_the_same_scan_twice_gets_the_same_answer() {
    story(async |world| {
        let it = webinar(world, ONSITE).await;
        it.registered(BUDI).await;
        let ticket = it.ticket(BUDI).await;
        it.move_to(START + 30 * MINUTE);
        let mut scanner = it.owner.program();
        let scanned_at = (START + 10 * MINUTE).to_string();
        let scan = [("tiket", ticket.as_str()), ("nonce", "gawai-1/17"), ("scanned_at", &scanned_at)];

        let first = scanner.post(&it.at("pindai"), &scan).await.expect(200).json();
        let replay = scanner.post(&it.at("pindai"), &scan).await.expect(200).json();
        let other = scanner.post(&it.at("pindai"), &[("tiket", &ticket), ("nonce", "gawai-2/1")]).await.expect(200).json();

        assert_eq!((first["is_first"].as_bool(), first["at"].as_i64()), (Some(true), Some(START + 10 * MINUTE)));
        assert_eq!(replay, first);
        assert_eq!((other["is_first"].as_bool(), other["at"].as_i64()), (Some(false), Some(START + 10 * MINUTE)));
        assert_eq!(it.evidence().await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn two_operators_at_once_make_one_scan() {
    story(async |world| {
        let it = webinar(world, ONSITE).await;
        it.registered(BUDI).await;
        let (ticket, path) = (it.ticket(BUDI).await, it.at("pindai"));
        it.move_to(START);

        let scans = (0..20).map(|n| {
            let (mut scanner, ticket, path) = (it.owner.program(), ticket.clone(), path.clone());
            tokio::spawn(
                async move { scanner.post(&path, &[("tiket", &ticket), ("nonce", &n.to_string())]).await.expect(200).json() },
            )
        });
        let answers = futures_util::future::join_all(scans.collect::<Vec<_>>()).await;

        let first = answers.into_iter().filter(|it| it.as_ref().unwrap()["is_first"] == true).count();
        assert_eq!((first, it.evidence().await), (1, (1, 1)));
    })
    .await;
}

#[tokio::test]
async fn tickets_that_let_nobody_in_say_why() {
    story(async |world| {
        let mut it = webinar(world, &[&[("seats", "1")], ONSITE].concat()).await;
        let mut budi = it.registered(BUDI).await;
        let first = it.ticket(BUDI).await;
        it.registered(SITI).await;
        let waiting = it.ticket(SITI).await;
        budi.delete(&it.at("pendaftaran")).await.expect(303);
        it.registered(STAFF_BNN).await;
        let later = it.ticket(STAFF_BNN).await;
        let path = it.at("pindai");

        let early = it.owner.post(&path, &[("tiket", &waiting)]).await.expect(409);
        assert!(early.has("Belum waktunya"), "{}", early.text());
        it.move_to(START);
        for (ticket, said) in
            [(first.as_str(), "sudah membatalkan"), (&later, "masih di daftar tunggu"), ("\"><i>", "bukan tiket kegiatan ini")]
        {
            let refused = it.owner.post(&path, &[("tiket", ticket)]).await.expect(422);
            assert!(refused.has(said) && !refused.has("\"><i>"), "{ticket}: {}", refused.text());
        }
        let page = it.owner.get(&it.at(&format!("pindai/{later}"))).await.expect(200);
        assert!(page.has("masih di daftar tunggu") && !page.has("Catat hadir</button>"), "{}", page.text());
        it.owner.get(&it.at("pindai/nothing")).await.expect(404);
        it.owner.post(&path, &[("tiket", &waiting)]).await.expect(303);
        it.move_to(END + HOUR);
        it.owner.post(&path, &[("tiket", &first)]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn people_who_open_their_own_tickets_address_see_their_place() {
    story(async |world| {
        let it = webinar(world, ONSITE).await;
        let mut budi = it.registered(BUDI).await;
        let mine = it.at(&format!("pindai/{}", it.ticket(BUDI).await));

        assert_eq!(budi.get(&mine).await.expect(303).location(), it.at("pendaftaran"));
        let mut other = it.registered(SITI).await;
        other.get(&mine).await.expect(403);
        other.post(&it.at("pindai"), &[("tiket", &it.ticket(SITI).await)]).await.expect(403);
        assert!(it.world.stranger().get(&mine).await.expect(303).location().starts_with("/masuk?lanjut="));
        assert_eq!(it.evidence().await, (0, 0));
    })
    .await;
}
