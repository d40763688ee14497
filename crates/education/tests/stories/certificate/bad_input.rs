//! Designs that cannot be, and issues that may not be.

use super::shelf::*;
use crate::{attendance::scene::*, world::*};

#[tokio::test]
async fn a_design_that_cannot_be_is_refused_in_words_and_keeps_what_was_typed() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        let path = it.at("sertifikat");
        for (changes, said) in [
            ([("number_pattern", "SERT/{tahun}")], "Tanpa itu, semua sertifikat bernomor sama."),
            ([("template", "dihapus")], "Pilih salah satu templat."),
            ([("jp", "9")], "Paling banyak 4 JP"),
            ([("signatory_name", "")], "paling sedikit satu penanda tangan"),
            ([("heading", " ")], "Isi dengan 1 sampai 80 huruf."),
        ] {
            let page = it.owner.put(&path, &design(&changes)).await.expect(422);

            assert!(page.has(said), "{said}: {}", page.text());
            assert!(page.has("Contoh Kepala, S.E.") || changes[0].0 == "signatory_name");
        }
    })
    .await;
}

#[tokio::test]
async fn none_is_issued_before_the_end_uncounted_undesigned_or_cancelled() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(BUDI).await;
        let path = it.at("sertifikat");
        it.designs(&[]).await;

        it.owner.post(&path, &[]).await.expect(409);
        it.move_to(AFTERWARDS);
        assert!(it.owner.get(&path).await.expect(200).has("Kehadiran belum dihitung."));
        it.owner.post(&path, &[]).await.expect(409);
        it.owner.post(&it.at("pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        it.owner.post(&path, &[]).await.expect(409);
        it.owner.put(&path, &design(&[("version", "1")])).await.expect(409);

        assert!(it.issued().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_saves_over_somebody_elses_change_is_told() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;

        it.owner.put(&it.at("sertifikat"), &design(&[("heading", "Piagam")])).await.expect(409);

        it.designs(&[("version", "1"), ("heading", "Piagam")]).await;
        assert!(it.owner.get(&it.at("sertifikat")).await.expect(200).has("Piagam"));
    })
    .await;
}
