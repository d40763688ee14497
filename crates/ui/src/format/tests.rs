//! The examples of Indonesian usage (EYD, CLDR id), in both languages.

use proptest::prelude::*;

use super::*;
use crate::{
    parse,
    text::{Lang, Tongue},
    zone::Zone,
};

const ID: fn() -> Tongue = || Tongue::of(Lang::Id);
const EN: fn() -> Tongue = || Tongue::of(Lang::En);

fn wib(date: &str, clock: &str) -> i64 {
    parse::moment(date, clock, Zone::Wib).unwrap()
}

#[test]
fn numbers() {
    assert_eq!(ID().number(1234), "1.234");
    assert_eq!(ID().number(-5), "-5");
    assert_eq!(ID().number(i64::MIN), "-9.223.372.036.854.775.808");
    assert_eq!(EN().number(1_250_000), "1,250,000");
    assert_eq!(ID().decimal(1234.56, 2), "1.234,56");
    assert_eq!(ID().decimal(-0.04, 1), "0,0");
    assert_eq!(EN().decimal(1234.5, 2), "1,234.50");
    assert_eq!(ID().percent(0.125), "12,5%");
    assert_eq!(ID().percent(0.93), "93%");
    assert_eq!(EN().percent(0.658), "65.8%");
    assert_eq!(ID().range(3, 5), "3–5");
    assert_eq!(ID().range(3, 3), "3");
}

#[test]
fn money_and_sizes() {
    assert_eq!(ID().rupiah(1_250_000), "Rp1.250.000");
    assert_eq!(ID().rupiah(-500), "-Rp500");
    assert_eq!(ID().rupiah_short(1_200_000), "Rp1,2 juta");
    assert_eq!(EN().rupiah_short(1_800_000_000), "Rp1.8 billion");
    assert_eq!(ID().number_short(999_999), "1 juta");
    assert_eq!(ID().number_short(12_345), "12.345");
    assert_eq!(ID().file_size(1_500_000), "1,5 MB");
    assert_eq!(ID().file_size(310_400), "310 KB");
    assert_eq!(ID().file_size(999_999), "1 MB");
    assert_eq!(EN().file_size(12), "12 B");
}

#[test]
fn ordinals_and_roman_numbers() {
    assert_eq!(ID().ordinal(2), "ke-2");
    assert_eq!([1, 2, 3, 4, 11, 22, 113].map(|n| EN().ordinal(n)), ["1st", "2nd", "3rd", "4th", "11th", "22nd", "113th"]);
    assert_eq!([1, 4, 9, 14, 2026].map(|n| ID().roman(n)), ["I", "IV", "IX", "XIV", "MMXXVI"]);
    assert_eq!(ID().roman(0), "0");
}

#[test]
fn dates() {
    let at = wib("2025-08-26", "09.00");

    assert_eq!(ID().date_full(at, Zone::Wib), "Selasa, 26 Agustus 2025");
    assert_eq!(EN().date_full(at, Zone::Wib), "Tuesday, 26 August 2025");
    assert_eq!(ID().date_long(at, Zone::Wib), "26 Agustus 2025");
    assert_eq!(ID().date_medium(at, Zone::Wib), "26 Agu 2025");
    assert_eq!(EN().date_medium(at, Zone::Wib), "26 Aug 2025");
    assert_eq!(ID().date_short(at, Zone::Wib), "26/08/2025");
    assert_eq!(ID().date_iso(at, Zone::Wib), "2025-08-26");
    assert_eq!(ID().day_name(at, Zone::Wib), "Selasa");
    assert_eq!(ID().month_year(at, Zone::Wib), "Agustus 2025");
    assert_eq!(ID().quarter(at, Zone::Wib), "Triwulan III 2025");
    assert_eq!(ID().semester(at, Zone::Wib), "Semester II 2025");
    assert_eq!(EN().quarter(at, Zone::Wib), "Quarter III 2025");
}

#[test]
fn the_date_component() {
    let block = ID().date_block(wib("2026-11-24", "09.00"), Zone::Wib);

    assert_eq!((block.weekday, block.day, block.month, block.iso.as_str()), ("Sel", 24, "Nov", "2026-11-24"));
}

#[test]
fn date_ranges_say_nothing_twice() {
    let range = |from, to| ID().date_range(wib(from, "09.00"), wib(to, "09.00"), Zone::Wib);

    assert_eq!(range("2026-11-24", "2026-11-24"), "24 November 2026");
    assert_eq!(range("2026-11-24", "2026-11-26"), "24–26 November 2026");
    assert_eq!(range("2026-11-24", "2026-12-03"), "24 November – 3 Desember 2026");
    assert_eq!(range("2026-12-30", "2027-01-02"), "30 Desember 2026 – 2 Januari 2027");
}

#[test]
fn times_carry_their_zone() {
    let (start, end) = (wib("2026-11-24", "08.00"), wib("2026-11-24", "10.30"));

    assert_eq!(ID().clock(start, Zone::Wita), "09.00");
    assert_eq!(ID().time(start, Zone::Wita), "pukul 09.00 WITA");
    assert_eq!(ID().time_range(start, end, Zone::Wita), "pukul 09.00–11.30 WITA");
    assert_eq!(EN().time_range(start, end, Zone::Wita), "09:00–11:30 WITA");
    assert_eq!(ID().period(start, end, Zone::Wita), "Selasa, 24 November 2026, pukul 09.00–11.30 WITA");
    assert_eq!(ID().moment(start, Zone::Wit), "Selasa, 24 November 2026, pukul 10.00 WIT");
    assert_eq!(ID().instant_iso(start, Zone::Wita), "2026-11-24T09:00+08:00");
    let next_day = wib("2026-11-25", "15.00");
    assert_eq!(
        ID().period(start, next_day, Zone::Wib),
        "Selasa, 24 November 2026, pukul 08.00 WIB sampai Rabu, 25 November 2026, pukul 15.00 WIB"
    );
}

#[test]
fn three_zones_beside_each_other() {
    let nine = wib("2026-11-24", "09.00");

    assert_eq!(ID().three_zones(nine).replace('\u{a0}', " "), "09.00 WIB / 10.00 WITA / 11.00 WIT");
    assert_eq!(ID().other_zones(nine, Zone::Wita).replace('\u{a0}', " "), "(09.00 WIB, 11.00 WIT)");
    let late = wib("2026-11-24", "22.30");
    assert_eq!(ID().other_zones(late, Zone::Wib).replace('\u{a0}', " "), "(23.30 WITA, Rabu 00.30 WIT)");
}

#[test]
fn durations() {
    const MINUTE: i64 = 60_000;

    assert_eq!(ID().duration(135 * MINUTE), "2 jam 15 menit");
    assert_eq!(EN().duration(61 * MINUTE), "1 hour 1 minute");
    assert_eq!(ID().duration(29 * 1440 * MINUTE), "29 hari");
    assert_eq!(ID().duration(20_000), "0 menit");
    assert_eq!(ID().duration(-MINUTE), "0 menit");
}

#[test]
fn distances_from_now() {
    let now = wib("2026-11-24", "09.00");
    let said = |t: Tongue, date, clock| t.relative(wib(date, clock), now, Zone::Wib);

    assert_eq!(ID().relative(now - 30_000, now, Zone::Wib), "baru saja");
    assert_eq!(said(ID(), "2026-11-24", "08.55"), "5 menit yang lalu");
    assert_eq!(said(EN(), "2026-11-24", "08.59"), "1 minute ago");
    assert_eq!(said(ID(), "2026-11-24", "12.00"), "3 jam lagi");
    assert_eq!(said(ID(), "2026-11-23", "23.00"), "kemarin");
    assert_eq!(said(ID(), "2026-11-25", "20.00"), "besok");
    assert_eq!(said(ID(), "2026-11-27", "01.00"), "3 hari lagi");
    assert_eq!(said(EN(), "2026-11-10", "09.00"), "14 days ago");
    assert_eq!(said(ID(), "2026-01-05", "09.00"), "5 Januari 2026");
}

#[test]
fn initials_leave_titles_out() {
    for (name, expected) in [
        ("Dr. Hj. Andi Nurfaidah Mappangara, S.E., M.Si., Ak.", "AN"),
        ("Sutrisno", "S"),
        ("dr. Maria Goretti Wulandari Tandiabang, Sp.KJ.", "MG"),
        ("  ", ""),
        ("I Gusti Ayu", "IG"),
    ] {
        assert_eq!(initials(name), expected, "{name}");
    }
}

proptest! {
    #[test]
    fn every_instant_is_said_and_read_back(at in -60_000_000_000_000i64..250_000_000_000_000, zone in 0..3usize) {
        let zone = Zone::ALL[zone];
        let t = ID();

        let read = parse::moment(&t.date_iso(at, zone), &t.clock(at, zone), zone);

        prop_assume!(t.date_iso(at, zone).len() == 10);
        prop_assert_eq!(read, Ok(at - at.rem_euclid(60_000)));
    }

    #[test]
    fn no_instant_or_number_panics(at: i64, other: i64, x: f64) {
        let t = EN();

        t.relative(at / 4, other / 4, Zone::Wit);
        t.period(at, other, Zone::Wita);
        t.duration(at);
        t.decimal(x, 2);
        t.percent(x);
        t.rupiah_short(at);
        t.file_size(at);
        prop_assert!(!t.number(at).is_empty());
    }

    #[test]
    fn nothing_typed_panics(typed: String) {
        let _ = (parse::date(&typed), parse::clock(&typed), parse::whole(&typed), Zone::parse(&typed), Lang::parse(&typed));
        prop_assert!(initials(&typed).chars().count() <= 8);
    }
}
