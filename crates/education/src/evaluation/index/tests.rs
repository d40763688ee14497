//! The vectors of the reference (V1 to V8), and what must hold for any answers.

use proptest::prelude::*;

use super::*;

/// PermenPANRB 14/2017, table II.
fn of_2017() -> Vec<Class> {
    classes([2500, 6500, 7661, 8831])
}

/// Kepmenpan 25/2004.
fn of_2004() -> Vec<Class> {
    classes([2500, 4376, 6251, 8126])
}

fn classes(begin: [i64; 4]) -> Vec<Class> {
    let names = [("D", "tidak baik"), ("C", "kurang baik"), ("B", "baik"), ("A", "sangat baik")];
    let class = |(begins_at, (letter, name)): (i64, (&str, &str))| Class { begins_at, letter: letter.into(), name: name.into() };
    begin.into_iter().zip(names).map(class).collect()
}

fn elements(sums: &[u64], answers: u64) -> Vec<Element> {
    sums.iter().map(|sum| Element { sum: *sum, answers }).collect()
}

/// Conversion in hundredths, and the letter of 2017.
fn judged(elements: &[Element], weight: Weight) -> (i64, String) {
    let conversion = index(elements, weight).unwrap().conversion;
    (conversion, class_of(&of_2017(), conversion).unwrap().letter.clone())
}

/// A mean with four decimals.
fn mean(ten_thousandths: u64) -> Vec<Element> {
    elements(&[ten_thousandths], 10_000)
}

const V1: [u64; 9] = [105, 101, 100, 116, 102, 105, 106, 105, 115];

#[test]
fn v1_a_published_quarter_with_each_weight() {
    let found = elements(&V1, 29);

    assert_eq!(index(&found, Weight::Exact).unwrap(), Index { hundredths: 366, conversion: 9148 });
    assert_eq!(Weighted::of(&found, Weight::Exact).unwrap().rounded(1_000_000), 3_659_004);
    assert_eq!(Weighted::of(&found, Weight::Exact).unwrap().rounded(25_000_000), 91_475_096);
    assert_eq!(judged(&found, Weight::Exact), (9148, "A".into()));
    assert_eq!(judged(&found, Weight::Thousandths(111)), (9138, "A".into()));
    assert_eq!(Weighted::of(&found, Weight::Thousandths(111)).unwrap().rounded(1_000_000), 3_655_345);
    assert_eq!(judged(&found, Weight::Thousandths(110)), (9056, "A".into()));
    assert_eq!(Weighted::of(&found, Weight::Thousandths(110)).unwrap().rounded(1_000_000), 3_622_414);
}

#[test]
fn v1_element_by_element() {
    let found: Vec<_> = V1.iter().map(|it| judged(&elements(&[*it], 29), Weight::Exact)).collect();

    assert_eq!(found[1], (8707, "B".into()), "prosedur");
    assert_eq!(found[2], (8621, "B".into()), "waktu, the lowest");
    assert_eq!(found[4], (8793, "B".into()), "produk");
    for other in [0, 3, 5, 6, 7, 8] {
        assert_eq!(found[other].1, "A");
    }
    assert_eq!(15 * 4 + 12 * 3 + 2 * 2, V1[2], "the distribution of waktu");
    let means: Vec<i64> =
        V1.iter().map(|it| Weighted::of(&elements(&[*it], 29), Weight::Exact).unwrap().rounded(10_000)).collect();
    assert_eq!(means, [36207, 34828, 34483, 40000, 35172, 36207, 36552, 36207, 39655]);
}

#[test]
fn v2_means_as_the_regulation_prints_them() {
    let found = elements(&[345, 265, 353, 231, 155, 312, 213, 243, 321], 100);

    assert_eq!(Weighted::of(&found, Weight::Thousandths(110)).unwrap().rounded(10_000), 26818);
    assert_eq!(judged(&found, Weight::Thousandths(110)), (6705, "C".into()));
    assert_eq!(Weighted::of(&found, Weight::Exact).unwrap().rounded(10_000), 27089);
    assert_eq!(judged(&found, Weight::Exact), (6772, "C".into()));
}

#[test]
fn v3_to_v6_all_the_same() {
    let all = |value: u64| elements(&[value * 7; 9], 7);

    assert_eq!(judged(&all(4), Weight::Exact), (10_000, "A".into()));
    assert_eq!(judged(&all(4), Weight::Thousandths(110)).0, 9_900);
    assert_eq!(judged(&all(4), Weight::Thousandths(111)).0, 9_990);
    assert_eq!(judged(&all(3), Weight::Exact), (7_500, "C".into()));
    assert_eq!(judged(&all(2), Weight::Exact), (5_000, "D".into()));
    assert_eq!(judged(&all(1), Weight::Exact), (2_500, "D".into()));
}

#[test]
fn v7_boundaries_after_rounding() {
    // The mean is the conversion divided by 25, here in millionths.
    let judged = |thousandths: u64| judged(&elements(&[thousandths * 40], 1_000_000), Weight::Exact);

    assert_eq!(judged(64_994), (6499, "D".into()));
    assert_eq!(judged(64_995), (6500, "C".into()));
    assert_eq!(judged(76_604), (7660, "C".into()));
    assert_eq!(judged(76_605), (7661, "B".into()));
    assert_eq!(judged(88_304), (8830, "B".into()));
    assert_eq!(judged(88_305), (8831, "A".into()));
}

#[test]
fn v8_the_seed_case() {
    let seed = index(&mean(39_300), Weight::Exact).unwrap();

    assert_eq!(seed, Index { hundredths: 393, conversion: 9825 });
    assert_eq!(class_of(&of_2017(), seed.conversion).unwrap().name, "sangat baik");
    assert_eq!(class_of(&of_2004(), seed.conversion).unwrap().name, "sangat baik");
    assert_eq!(judged(&mean(35_300), Weight::Exact), (8825, "B".into()));
    assert_eq!(judged(&mean(35_400), Weight::Exact), (8850, "A".into()));
}

#[test]
fn nothing_comes_of_nothing() {
    assert_eq!(index(&[], Weight::Exact), None);
    assert_eq!(index(&[Element { sum: 4, answers: 1 }, Element { sum: 0, answers: 0 }], Weight::Exact), None);
    assert_eq!(class_of(&of_2017(), 2499), None);
}

#[test]
fn a_half_that_thirds_add_up_to_is_still_a_half() {
    let thirds = [Element { sum: 4, answers: 3 }, Element { sum: 10, answers: 6 }, Element { sum: 201, answers: 100 }];

    assert_eq!(Weighted::of(&thirds, Weight::Thousandths(500)).unwrap().rounded(100), 251, "2,505");
}

fn greatest_common(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { greatest_common(b, a % b) }
}

proptest! {
    #[test]
    fn it_rounds_as_exact_fractions_do(parts in prop::collection::vec((1_u64..500, 0_u64..1500), 1..9), weight in 1_u64..1001) {
        let found: Vec<Element> = parts.iter().map(|(answers, sum)| Element { sum: *sum, answers: *answers }).collect();
        let (mut over, mut under) = (0_u128, 1_u128);
        for it in &found {
            over = over * u128::from(it.answers) + u128::from(it.sum) * under;
            under *= u128::from(it.answers);
            let shared = greatest_common(over, under);
            (over, under) = (over / shared, under / shared);
        }
        let exact = |over: u128, under: u128| ((2 * over * 100 + under) / (2 * under)) as i64;

        prop_assert_eq!(index(&found, Weight::Exact).unwrap().hundredths, exact(over, under * found.len() as u128));
        let weighted = index(&found, Weight::Thousandths(weight)).unwrap();
        prop_assert_eq!(weighted.hundredths, exact(over * u128::from(weight), under * 1000));
    }

    #[test]
    fn it_stays_on_the_scale_and_follows_the_answers(answers in prop::collection::vec(prop::collection::vec(1_u64..=4, 1..40), 1..6)) {
        let of = |answers: &[Vec<u64>]| -> Vec<Element> {
            answers.iter().map(|it| Element { sum: it.iter().sum(), answers: it.len() as u64 }).collect()
        };
        let found = index(&of(&answers), Weight::Exact).unwrap();
        let mut better = answers.clone();
        better[0][0] = 4;

        prop_assert!((100..=400).contains(&found.hundredths) && (2500..=10_000).contains(&found.conversion));
        prop_assert!(index(&of(&better), Weight::Exact).unwrap().conversion >= found.conversion);
        prop_assert!((found.conversion - found.hundredths * 25).abs() <= 13, "both are roundings of one value");
        prop_assert!(class_of(&of_2017(), found.conversion).unwrap().begins_at <= found.conversion);
    }
}
