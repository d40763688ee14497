//! What a year comes to.

use proptest::prelude::*;
use ui::Zone;

use super::{at, learned};
use crate::learning::{
    counting::{Counted, Learned, Less, count, year_of},
    rules::Rules,
};

fn counted(learned: &[Learned]) -> Vec<(i64, Option<Less>)> {
    count(Rules::of(2026), Zone::Wib, learned).into_iter().map(|it| (it.hours, it.less)).collect()
}

#[test]
fn hours_add_up_and_withdrawn_ones_do_not_count() {
    let withdrawn = Learned { is_withdrawn: true, ..learned("c", "seminar", "2026-05-06 09:00", 8) };

    let it =
        counted(&[learned("a", "seminar", "2026-03-02 09:00", 4), learned("b", "seminar", "2026-03-02 13:00", 3), withdrawn]);

    assert_eq!(it, [(4, None), (3, None), (0, Some(Less::Withdrawn))]);
}

#[test]
fn a_day_of_learning_communities_counts_two_in_the_order_of_time() {
    let evening = learned("a", "komunitas-belajar", "2026-03-02 19:00", 2);
    let morning = learned("b", "komunitas-belajar", "2026-03-02 09:00", 1);
    let next_day = learned("c", "komunitas-belajar", "2026-03-03 09:00", 2);

    assert_eq!(counted(&[evening, morning, next_day]), [(1, Some(Less::MostPerDay(2))), (1, None), (2, None)]);
}

#[test]
fn a_month_of_coaching_counts_four() {
    let sessions: Vec<Learned> = ["2026-03-02", "2026-03-09", "2026-03-31", "2026-04-01"]
        .iter()
        .map(|day| learned(day, "coaching", &format!("{day} 09:00"), 2))
        .collect();

    assert_eq!(counted(&sessions), [(2, None), (2, None), (0, Some(Less::MostPerMonth(4))), (2, None)]);
}

#[test]
fn several_days_have_the_room_of_each() {
    let first = learned("a", "komunitas-belajar", "2026-03-03 07:00", 1);
    let long = Learned { ends_at: at("2026-03-04 16:00", 7), ..learned("b", "komunitas-belajar", "2026-03-02 09:00", 6) };
    let later = learned("c", "komunitas-belajar", "2026-03-04 18:00", 1);

    assert_eq!(counted(&[first, long, later]), [(0, Some(Less::MostPerDay(2))), (6, None), (0, Some(Less::MostPerDay(2)))]);
}

#[test]
fn who_spoke_and_took_part_counts_once_and_the_larger() {
    let as_participant = Learned { activity_id: "x".into(), ..learned("a", "seminar", "2026-03-02 09:00", 3) };
    let as_speaker = Learned { activity_id: "x".into(), ..learned("b", "seminar", "2026-03-02 09:00", 4) };

    assert_eq!(counted(&[as_participant.clone(), as_speaker.clone()]), [(0, Some(Less::SameActivity)), (4, None)]);
    let withdrawn = Learned { is_withdrawn: true, ..as_speaker };
    assert_eq!(counted(&[as_participant, withdrawn]), [(3, None), (0, Some(Less::Withdrawn))]);
}

#[test]
fn half_past_eleven_on_new_years_eve_is_next_year_in_the_east() {
    let starts_at = at("2026-12-31 23:30", 7);

    assert_eq!([Zone::Wib, Zone::Wita, Zone::Wit].map(|it| year_of(starts_at, it)), [2026, 2027, 2027]);
}

#[test]
fn a_day_is_one_of_the_persons_own_zone() {
    // 22.30 and 23.30 WIB are both of 2 March in WIB; in WIT the second is of 3 March already, and so is the first.
    let late = learned("a", "komunitas-belajar", "2026-03-02 21:30", 2);
    let later = learned("b", "komunitas-belajar", "2026-03-02 22:30", 2);
    let hours = |zone| count(Rules::of(2026), zone, &[late.clone(), later.clone()]).iter().map(|it| it.hours).collect::<Vec<_>>();

    assert_eq!(hours(Zone::Wib), [2, 0]);
    assert_eq!(hours(Zone::Wit), [2, 2]);
}

#[test]
fn days_after_new_year_are_not_filled() {
    let retreat = Learned { ends_at: at("2027-01-02 16:00", 7), ..learned("a", "komunitas-belajar", "2026-12-30 09:00", 8) };

    assert_eq!(counted(&[retreat]), [(4, Some(Less::MostPerDay(2)))]);
}

fn anything() -> impl Strategy<Value = Vec<Learned>> {
    let forms = prop::sample::select(vec!["seminar", "komunitas-belajar", "coaching", "belajar-mandiri", "entah"]);
    let one = (forms, 1..4_i8, 1..6_i8, prop::bool::ANY, prop::sample::select(vec![1, 26, 72_i64]), (0..30_i64, any::<bool>()));
    let learned = one.prop_map(|(form, month, day, is_late, lasts, (hours, is_withdrawn))| {
        let start = format!("2026-{month:02}-{day:02} {}", if is_late { "23:30" } else { "09:00" });
        let it = learned("", form, &start, hours);
        let ends_at = it.starts_at + lasts * kernel::clock::HOUR;
        Learned { ends_at, is_withdrawn, activity_id: format!("{form} {start} {lasts}"), ..it }
    });
    let named = |(at, it): (usize, Learned)| Learned { certificate_id: format!("{at:03}"), ..it };
    prop::collection::vec(learned, 0..40).prop_map(move |it| it.into_iter().enumerate().map(named).collect())
}

fn sum(counted: &[Counted]) -> i64 {
    counted.iter().map(|it| it.hours).sum()
}

proptest! {
    #[test]
    fn nothing_counts_more_than_it_says_and_less_has_a_reason(all in anything()) {
        for (it, counted) in all.iter().zip(count(Rules::of(2026), Zone::Wib, &all)) {
            prop_assert!(counted.hours >= 0 && counted.hours <= it.hours);
            prop_assert!(counted.hours == it.hours || counted.less.is_some());
            prop_assert!(!it.is_withdrawn || counted.hours == 0);
        }
    }

    #[test]
    fn no_month_exceeds_its_caps(all in anything()) {
        let rules = Rules::of(2026);
        let counted = count(rules, Zone::Wib, &all);
        for form in rules.forms.iter().filter(|it| it.most_per_day.is_some() || it.most_per_month.is_some()) {
            for month in 1..=3 {
                let begins = |it: &Learned| it.form == form.name && Zone::Wib.civil(it.starts_at).month() == month;
                let hours: i64 = all.iter().zip(&counted).filter(|it| begins(it.0)).map(|it| it.1.hours).sum();
                // Activities begin on the first five days here and last three at most.
                let most = form.most_per_month.unwrap_or(8 * form.most_per_day.unwrap_or(0));
                prop_assert!(hours <= most, "{hours} of {} in {month}", form.name);
            }
        }
    }

    #[test]
    fn the_order_in_which_they_are_listed_makes_no_difference(all in anything(), turn in 0..40_usize) {
        let expected = count(Rules::of(2026), Zone::Wib, &all);
        let turn = turn % all.len().max(1);
        let mut turned = all.clone();
        turned.rotate_left(turn);
        let mut counted = count(Rules::of(2026), Zone::Wib, &turned);
        counted.rotate_right(turn);
        prop_assert_eq!(counted, expected);
    }

    #[test]
    fn one_more_certificate_never_takes_hours_away(all in anything()) {
        let Some((_, fewer)) = all.split_last() else { return Ok(()) };
        let rules = Rules::of(2026);
        prop_assert!(sum(&count(rules, Zone::Wib, &all)) >= sum(&count(rules, Zone::Wib, fewer)));
    }
}
