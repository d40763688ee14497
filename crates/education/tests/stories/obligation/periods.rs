//! Periods open and close on each office's own clock; boards of the past; offices that were merged.

use jiff::civil::{Time, date};
use ui::Zone;

use super::*;
use crate::world::*;

/// Midnight WIB of that day in January 2027, or of the days before and after.
fn january(day: i8) -> i64 {
    Zone::Wib.moment(date(2027, 1, 1), Time::midnight()) + (i64::from(day) - 1) * kernel::clock::DAY
}

#[tokio::test]
async fn half_past_eleven_in_the_west_on_new_years_eve_is_the_old_year_there_and_the_new_one_in_the_east() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[("kind", ""), ("region", ""), ("open", "")]).await;
        let mut ministry = world.signed_in(ADMIN).await;
        let late = [
            ("agency", "kemenkeu"),
            ("date", "2026-12-31"),
            ("start", "23.30"),
            ("end", "23.59"),
            ("zone", "WIB"),
            ("agenda_time", ""),
            ("agenda_title", ""),
        ];
        let id = published(&mut ministry, &late).await;
        ministry.post(&format!("/kegiatan/{id}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        bps.post(&format!("/kegiatan/{id}/penyelenggara/{BPS}/persetujuan"), &[]).await.expect(303);

        world.app.clock().move_to(january(3));
        settle(&world.app).await;
        let admin = world.signed_in(ADMIN).await;

        let old = board(&admin, &format!("{address}?periode=2026-tw4")).await;
        let new = board(&admin, &format!("{address}?periode=2027-tw1")).await;
        assert_eq!((state_of(&old, "kemenkeu"), state_of(&new, "kemenkeu")), ("fulfilled", "none"), "WIB");
        assert_eq!((state_of(&old, BPS), state_of(&new, BPS)), ("missed", "fulfilled"), "WITA");
    })
    .await;
}

#[tokio::test]
async fn yesterdays_board_can_be_opened() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;
        world.app.clock().move_to(kernel::testing::NOW + kernel::clock::DAY);
        shared_activity(&world, &[]).await;
        world.app.clock().move_to(kernel::testing::NOW + 9 * kernel::clock::DAY);
        settle(&world.app).await;
        let mut admin = world.signed_in(ADMIN).await;

        let now = board(&admin, &address).await;
        let first = board(&admin, &format!("{address}?pada=2026-11-21")).await;
        let second = board(&admin, &format!("{address}?pada=2026-11-22&status=underway")).await;
        let before = board(&admin, &format!("{address}?pada=2026-11-01")).await;

        assert_eq!((totals(&now), totals(&first), totals(&second)), ([2, 0, 4, 0], [0, 0, 6, 0], [0, 2, 4, 0]));
        assert_eq!((state_of(&first, KPPN), state_of(&second, KPPN)), ("none", "underway"));
        assert_eq!((second["offices"].as_array().unwrap().len(), totals(&before)), (2, [0, 0, 0, 0]));
        assert!(admin.get(&format!("{address}?pada=2026-11-21")).await.has("Keadaan pada akhir hari"));
        assert_eq!(totals(&board(&admin, &format!("{address}?pada=2027-11-21")).await), [2, 0, 4, 0], "the future is now");
    })
    .await;
}

#[tokio::test]
async fn the_successor_of_a_merged_office_takes_over_what_it_owed_and_did() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[("many", "1")]).await;
        shared_activity(&world, &[]).await;

        directory::testing::merge(&world.app, KPPN, Some(KANWIL)).await;
        directory::testing::merge(&world.app, "bnn.sulbar", None).await;
        world.app.clock().move_to(kernel::testing::NOW + 9 * kernel::clock::DAY);
        settle(&world.app).await;
        let admin = world.signed_in(ADMIN).await;

        let json = board(&admin, &address).await;
        assert_eq!(totals(&json), [2, 0, 2, 0], "one office became another, one is gone");
        assert_eq!((state_of(&json, KANWIL), state_of(&json, KPPN), state_of(&json, "bnn.sulbar")), ("fulfilled", "", ""));
        assert_eq!(state_of(&board(&admin, &format!("{address}?pada=2026-11-21")).await, KPPN), "underway", "as it was");
    })
    .await;
}

#[tokio::test]
async fn a_period_that_is_over_is_missed_and_late_attendance_still_counts() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[("present", "1")]).await;
        let id = shared_activity(&world, &[]).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;
        staff.post(&format!("/kegiatan/{id}/pendaftaran"), &[]).await;

        world.app.clock().move_to(january(2));
        settle(&world.app).await;
        let admin = world.signed_in(ADMIN).await;
        let old = format!("{address}?periode=2026-tw4");
        assert_eq!(totals(&board(&admin, &old).await), [0, 0, 0, 6]);

        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let list = board(&kppn, &format!("/kegiatan/{id}/daftar-hadir")).await;
        let registration = list["rows"][0]["registration_id"].as_str().unwrap().to_owned();
        let decision = [("decision", "present"), ("reason", "Hadir menurut foto")];
        kppn.post(&format!("/kegiatan/{id}/kehadiran/{registration}"), &decision).await.expect(303);
        settle(&world.app).await;
        assert_eq!(totals(&board(&admin, &old).await), [2, 0, 0, 4]);
    })
    .await;
}
