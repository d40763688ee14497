//! JP of one activity, targets, and that the table is whole.

use kernel::clock::{DAY, HOUR, MINUTE};
use proptest::prelude::*;
use ui::Zone;

use super::at;
use crate::{
    activity::model::FORMS,
    learning::rules::{Family, Rules, time_of},
};

#[test]
fn the_table_knows_all_forms_of_the_regulation_and_of_activities() {
    let rules = Rules::of(2026);

    let of = |family| rules.forms.iter().filter(|it| it.family == family).count();
    assert_eq!((of(Family::Klasikal), of(Family::Nonklasikal)), (12, 13));
    for name in FORMS {
        assert!(rules.form(name).is_some(), "{name}");
    }
    let names: std::collections::BTreeSet<&str> = rules.forms.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names.len(), rules.forms.len(), "no form twice");
}

#[test]
fn tables_follow_each_other_and_the_first_serves_the_years_before() {
    assert!(Rules::all().is_sorted_by_key(|it| it.first_year));
    assert_eq!(Rules::of(1999).first_year, 2018);
    assert_eq!(Rules::of(2040).first_year, Rules::all().last().unwrap().first_year);
}

#[test]
fn forty_five_minutes_are_one_jp_and_a_rest_is_dropped() {
    let rules = Rules::of(2026);

    assert_eq!(rules.hours("seminar", 120, 1), 2);
    assert_eq!(rules.hours("sosialisasi", 180, 1), 4);
    assert_eq!(rules.hours("bimbingan-teknis", 360, 1), 8);
    assert_eq!((rules.hours("seminar", 44, 1), rules.hours("seminar", 45, 1)), (0, 1));
    assert_eq!((rules.hours("seminar", 0, 1), rules.hours("seminar", -90, 1)), (0, 0));
}

#[test]
fn some_forms_have_fixed_hours_and_some_a_cap_for_the_day() {
    let rules = Rules::of(2026);

    assert_eq!(rules.hours("patok-banding", 60, 1), 10);
    assert_eq!(rules.hours("magang", 20 * 1_440, 30), 20);
    assert_eq!(rules.hours("coaching", 30, 1), 2);
    assert_eq!(rules.hours("komunitas-belajar", 180, 1), 2);
    assert_eq!(rules.hours("komunitas-belajar", 360, 2), 4);
    assert_eq!(rules.hours("bentuk-yang-belum-ada", 180, 1), 4);
}

#[test]
fn pns_owe_twenty_pppk_twenty_four_and_others_nothing() {
    let rules = Rules::of(2026);

    assert_eq!((rules.target("nip"), rules.target("ni-pppk")), (Some(20), Some(24)));
    assert_eq!((rules.target("nrp"), rules.target("none")), (None, None));
}

#[test]
fn an_activity_over_several_days_takes_the_same_part_of_each() {
    let span = |start, end| time_of((at(start, 7), at(end, 7)), Zone::Wib);

    assert_eq!(span("2026-11-24 09:00", "2026-11-24 11:30"), (150, 1));
    assert_eq!(span("2026-11-24 08:00", "2026-11-26 16:00"), (3 * 8 * 60, 3));
    assert_eq!(span("2026-12-31 23:30", "2027-01-01 00:30"), (60, 2));
    assert_eq!(span("2026-11-24 09:00", "2026-11-25 09:00"), (1_440, 2));
    assert_eq!(span("2026-11-24 09:00", "2026-11-24 08:00"), (0, 1));
}

proptest! {
    #[test]
    fn longer_is_never_less_and_no_minute_is_invented(minutes in 0..100_000_i64, more in 0..1_000_i64, days in 1..400_i64) {
        let rules = Rules::of(2026);
        for form in &rules.forms {
            prop_assert!(rules.hours(&form.name, minutes + more, days) >= rules.hours(&form.name, minutes, days));
            prop_assert!(form.most_per_day.is_none_or(|most| rules.hours(&form.name, minutes, days) <= most * days));
        }
        let hours = rules.hours("seminar", minutes, days);
        prop_assert!(hours * 45 <= minutes && minutes < (hours + 1) * 45);
    }

    #[test]
    fn a_span_has_no_more_minutes_than_it_lasts(start in 0..2_000_000_000_000_i64, length in 0..400 * DAY) {
        let (minutes, days) = time_of((start, start + length), Zone::Wita);
        prop_assert!(minutes <= length / MINUTE && minutes >= 0);
        prop_assert!(days >= 1 && (days - 2) * DAY <= length && length <= days * DAY, "{}", length / HOUR);
    }
}
