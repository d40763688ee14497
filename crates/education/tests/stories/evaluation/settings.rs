//! Setting an evaluation up: by owners, until it closes.

use kernel::clock::DAY;

use super::scene::*;
use crate::world::*;

const FIELDS: [(&str, &str); 4] =
    [("formulir", "ringkas-1"), ("tabel", "kepmenpan-25-2004"), ("tutup", "2026-11-26"), ("sertifikat", "1")];

#[tokio::test]
async fn owners_choose_form_table_and_time() {
    story(async |world| {
        let mut it = after_session(world, 12, &[]).await;
        it.on_another_day(START - DAY).await;
        let path = it.at("penilaian/pengaturan");
        it.owner.put(&path, &FIELDS).await.expect(303);
        it.on_another_day(END + 1).await;
        for number in 0..12 {
            it.gives(number, "3", "").await;
        }
        it.until(END + 3 * DAY).await;

        let page = it.owner.get(&it.at("penilaian/hasil")).await.expect(200);
        assert!(page.has("3,00 (baik), menurut Kepmenpan 25/2004") && page.has("Secara keseluruhan"), "{}", page.text());
        assert!(
            !it.world.stranger().get(&format!("/kegiatan/{}", it.id)).await.expect(200).has("3,00 (baik)"),
            "not shown to all"
        );
        let history = it.owner.get(&it.at("riwayat")).await.expect(200);
        assert!(history.has("Penilaian diatur") && history.has("Tabel kategori"));
        it.owner.put(&path, &FIELDS).await.expect(409);
        it.owner.get(&path).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn what_makes_no_sense_is_said_beside_its_field() {
    story(async |world| {
        let mut it = after_session(world, 1, &[]).await;
        let speaker = format!("nip-{}", it.filled(&it.owner.clone(), "", "").await[4].0);
        let path = it.at("penilaian/pengaturan");

        let wrong = [("tabel", "entah"), ("tutup", "2026-11-23"), (speaker.as_str(), "123")];
        let page = it.owner.put(&path, &wrong).await.expect(422);
        for said in
            ["Pilih salah satu.", "Pilih hari sesudah kegiatan selesai", "NIP ini tidak ada di direktori.", "value=\"123\""]
        {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        let late = [("tabel", "permenpanrb-14-2017"), ("tutup", "2027-11-23")];
        assert!(it.owner.put(&path, &late).await.expect(422).has("Paling lama 90 hari"));
        it.browser(0).await.put(&path, &FIELDS).await.expect(403);
        assert!(it.owner.get(&path).await.expect(200).has("value=\"2026-12-08\""), "nothing was changed");
    })
    .await;
}
