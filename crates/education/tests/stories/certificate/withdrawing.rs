//! Taking a certificate back.

use super::shelf::*;
use crate::{attendance::scene::*, world::*};

#[tokio::test]
async fn a_withdrawn_one_stays_on_record_and_a_corrected_name_has_a_new_number() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        it.issues().await;
        let id = it.issued().await[0]["id"].as_str().unwrap().to_owned();
        let page = it.at(&format!("sertifikat/{id}"));
        let withdrawal = format!("{page}?_method=delete");
        let path = format!("/sertifikat/{id}/sertifikat.pdf");
        let mut budi = it.world.signed_in(BUDI).await;

        budi.post(&withdrawal, &[("reason", "bukan saya")]).await.expect(403);
        it.owner.post(&withdrawal, &[("reason", "a")]).await.expect(422);
        it.owner.post(&withdrawal, &[("reason", "Gelar salah tulis"), ("name", "Budi Santoso, M.Kom.")]).await.expect(303);
        it.owner.post(&withdrawal, &[("reason", "sekali lagi")]).await.expect(409);

        assert!(it.owner.get(&page).await.expect(200).has("Gelar salah tulis"));
        budi.get(&path).await.expect(409);
        let issued = it.issued().await;
        assert_eq!(issued.len(), 2);
        let new = issued.iter().find(|it| it["withdrawn_at"].is_null()).unwrap();
        assert_eq!((&new["name"], &new["number"]), (&"Budi Santoso, M.Kom.".into(), &"002/SERT/XI/2026".into()));
        it.owner.post(&it.at("sertifikat"), &[]).await.expect(409);
        let mine = budi.get("/sertifikat").await.expect(200);
        assert!(mine.has("Gelar salah tulis") && mine.has("002/SERT/XI/2026"), "{}", mine.text());
    })
    .await;
}
