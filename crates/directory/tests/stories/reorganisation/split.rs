//! New agencies are made from one.

use directory::{lookup, testing};
use kernel::testing::{Browser, Page};

use super::{KANWIL, KPPN, ask, coordinators, home, labels, page};
use crate::world::{both, signed_in, visitor};

const NEW: &str = "kemenkeu.djpb.kppn-majene";

async fn split(admin: &mut Browser, people: &str, more: &[(&str, &str)]) -> Page {
    let own = [
        ("kode-1", NEW),
        ("nama-1", "Kantor Pelayanan Perbendaharaan Negara Majene"),
        ("singkatan-1", "KPPN Majene"),
        ("jenis-1", "kantor"),
        ("wilayah-1", "Kabupaten Majene"),
        ("pegawai-1", people),
        ("jenis-2", "kantor"),
        ("wilayah-2", "76.02"),
    ];
    let mut fields: Vec<(&str, &str)> = own.into_iter().filter(|it| !more.iter().any(|other| other.0 == it.0)).collect();
    fields.extend(more);
    ask(admin, ("POST", "/pemecahan"), KPPN, &fields).await
}

#[tokio::test]
async fn chosen_people_go_to_the_new_agency_and_the_old_one_goes_on() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let mut mover = signed_in(&app, testing::COORDINATOR_KPPN).await;
        let people = format!("{}\n{}", testing::STAFF_KPPN, testing::COORDINATOR_KPPN);

        let shown = split(&mut admin, &people, &[]).await.expect(200);
        assert!(shown.has("2 pegawai pindah ke KPPN Majene") && shown.has("2 pegawai tetap di KPPN Mamuju"), "{}", shown.text());
        split(&mut admin, &people, &[("yakin", "1")]).await.expect(303);

        assert_eq!([home(&app, testing::STAFF_KPPN).await, home(&app, testing::HEAD_KPPN).await], [NEW, KPPN]);
        assert_eq!(lookup::lineage(app.db(), NEW).await.unwrap()[..2], [NEW, KANWIL]);
        assert_eq!(coordinators(&app, NEW).await, [testing::COORDINATOR_KPPN]);
        assert!(coordinators(&app, KPPN).await.is_empty(), "it is shown as vacant");
        assert!(labels(&app, testing::STAFF_KPPN).await.contains(&"asn@76.05".to_owned()));
        mover.get(&format!("/pegawai?instansi={KPPN}")).await.expect(404);
        mover.get(&format!("/pegawai?instansi={NEW}")).await.expect(200);
        let (old, new) = (format!("/instansi/{KPPN}"), format!("/instansi/{NEW}"));
        assert!(visitor(&app).get(&old).await.expect(200).has("Sebagian tugasnya menjadi KPPN Majene."));
        assert!(visitor(&app).get(&new).await.expect(200).has("Dibentuk dari KPPN Mamuju."));
    })
    .await;
}

#[tokio::test]
async fn an_old_agency_that_ends_leaves_nobody_and_no_unit_behind() {
    both(async |app| {
        testing::offices(&app, KPPN, 2).await;
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let other = [("kode-2", "kemenkeu.djpb.kppn-mamasa"), ("nama-2", "KPPN Mamasa"), ("pegawai-2", testing::STAFF_KPPN)];
        let more = [&other[..], &[("berakhir", "1"), ("yakin", "1")]].concat();

        split(&mut admin, "", &more).await.expect(303);

        assert_eq!(home(&app, testing::STAFF_KPPN).await, "kemenkeu.djpb.kppn-mamasa");
        for nip in [testing::HEAD_KPPN, testing::COORDINATOR_KPPN, testing::STAFF_KPPN_OTHER] {
            assert_eq!(home(&app, nip).await, NEW);
        }
        let old = lookup::agency(app.db(), KPPN).await.unwrap();
        assert!(old.ended_at.is_some() && old.successor_id.as_deref() == Some(NEW));
        let below = format!("{KPPN}.contoh-0001");
        assert_eq!(lookup::lineage(app.db(), &below).await.unwrap()[..3], [below.as_str(), NEW, KANWIL]);
        assert_eq!(coordinators(&app, KPPN).await, [testing::COORDINATOR_KPPN], "for what is still in its name");
    })
    .await;
}

#[tokio::test]
async fn wrong_codes_regions_and_numbers_are_said_beside_their_fields_and_nothing_is_made() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let number = testing::STAFF_KPPN;
        let people = |it: &str| (it.to_owned(), Vec::new());
        let twice = vec![("kode-2", NEW), ("nama-2", "Kembar"), ("pegawai-2", number)];
        for ((people, more), said) in [
            (people("19900101201503190"), "Baris 1 bukan NIP"),
            (people(&format!("{number}\nBagus")), "Baris 2 bukan NIP"),
            (people(testing::STAFF_BPS), "Bukan pegawai instansi ini: 19920303"),
            ((number.to_owned(), vec![("kode-1", KANWIL)]), "Kode ini sudah dipakai"),
            ((number.to_owned(), vec![("kode-1", "KPPN Majene")]), "bukan kode"),
            ((number.to_owned(), vec![("wilayah-1", "Atlantis")]), "Tidak ada wilayah"),
            ((number.to_owned(), vec![("jenis-1", "")]), "Pilih jenisnya"),
            ((number.to_owned(), vec![("nama-1", "")]), "KPPN Majene"),
            ((number.to_owned(), twice.clone()), "Kode ini ditulis dua kali"),
            ((number.to_owned(), twice), "disebut dua kali"),
        ] {
            let more = [&more[..], &[("yakin", "1")]].concat();
            let refused = split(&mut admin, &people, &more).await.expect(422);
            assert!(refused.has(said), "{said}");
        }
        visitor(&app).get(&format!("/instansi/{NEW}")).await.expect(404);
        assert_eq!(home(&app, number).await, KPPN);
        admin.get(&format!("{}?urusan=pemecahan", page(KPPN))).await.expect(200);
    })
    .await;
}
