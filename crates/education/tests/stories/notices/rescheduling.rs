//! Activities that move or are cancelled, as the calendars of those registered see it.

use super::post::*;
use crate::world::*;

async fn with_two(world: &World) -> String {
    let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
    let id = published(&mut kppn, &[("seats", "1"), ("date", "2026-12-08")]).await;
    register(world, STAFF_KPPN, &id).await;
    register(world, STAFF_BPS, &id).await;
    settle(&world.app).await;
    id
}

#[tokio::test]
async fn a_moved_activity_moves_in_calendars() {
    story(async |world| {
        let id = with_two(&world).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        let later = [("seats", "1"), ("date", "2026-12-09"), ("start", "13.00"), ("end", "15.00"), ("agenda_time", "13.00")];
        edit(&mut kppn, &id, &later).await;
        settle(&world.app).await;

        let letters_of_seated = letters(&world, STAFF_KPPN).await;
        let [before, after] = letters_of_seated.as_slice() else { panic!("two letters") };
        assert!(
            after.subject.starts_with("Perubahan jadwal") && after.text.contains("Rabu, 9 Desember 2026, pukul 13.00–15.00 WITA")
        );
        assert_eq!(event(before).1.text("UID"), event(after).1.text("UID"));
        assert!(sequence(after) > sequence(before));
        assert_eq!((event(after).0.as_str(), event(after).1.text("DTSTART").unwrap().as_str()), ("REQUEST", "20261209T130000"));
        assert_eq!(
            notices(&world, STAFF_KPPN).await[0],
            "Kegiatan berubah. Waktunya kini Rabu, 9 Desember 2026, pukul 13.00–15.00 WITA."
        );

        let waiting = letters(&world, STAFF_BPS).await;
        assert!(waiting[1].calendar.is_none() && waiting[1].text.contains("daftar tunggu"), "{}", waiting[1].text);
    })
    .await;
}

#[tokio::test]
async fn an_edit_that_calendars_need_not_know_sends_nothing() {
    story(async |world| {
        let id = with_two(&world).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        edit(&mut kppn, &id, &[("seats", "1"), ("date", "2026-12-08"), ("contact", "Orang lain")]).await;
        settle(&world.app).await;

        assert_eq!(letters(&world, STAFF_KPPN).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_activity_leaves_calendars_and_its_reminders_stay_silent() {
    story(async |world| {
        let id = with_two(&world).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        kppn.post(&format!("/kegiatan/{id}/pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        settle(&world.app).await;
        world.app.clock().move_to(super::reminders::at("2026-12-08", 8));
        settle(&world.app).await;

        let seated = letters(&world, STAFF_KPPN).await;
        assert_eq!(seated.len(), 2);
        let (method, event) = event(&seated[1]);
        assert_eq!((method.as_str(), event.text("STATUS").unwrap().as_str()), ("CANCEL", "CANCELLED"));
        assert!(sequence(&seated[1]) > sequence(&seated[0]) && seated[1].text.contains("Alasan: Narasumber sakit"));
        let waiting = letters(&world, STAFF_BPS).await;
        assert!(waiting.len() == 2 && waiting[1].subject.starts_with("Kegiatan dibatalkan") && waiting[1].calendar.is_none());
        assert_eq!(notices(&world, STAFF_BPS).await[0], "Kegiatan dibatalkan.");
    })
    .await;
}
