//! What no browser sends.

use crate::world::*;

/// PostgreSQL keeps no text with a zero byte; who sends one troubles nobody else, and hears so like any other stray visitor.
#[tokio::test]
async fn a_zero_byte_is_nowhere_and_nobody_elses_trouble() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[]).await;
        let (mut stray, mut guest) = (world.stranger(), world.stranger());
        let page = format!("/kegiatan/{id}");

        let (lost, found) = tokio::join!(stray.get("/kegiatan/%00"), guest.get(&page));
        assert_eq!((lost.status.as_u16(), found.status.as_u16()), (404, 200));
        for path in [
            "/b/%00",
            "/tiket/%00/penilaian",
            "/peringatan?cari=%00",
            "/templat?tema=a%00b",
            "/sertifikat/%00",
            "/verifikasi?nomor=%00",
        ] {
            stray.get(path).await.expect(404);
        }
        kppn.post("/kegiatan", &draft(&[("title", "nol\0nol")])).await.expect(422);
    })
    .await;
}
