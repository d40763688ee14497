//! Two awards that differ in anything have different statements: what is signed gives back what is shown.

use proptest::prelude::*;

use super::{award, hostile, link, template::statements_of};
use crate::{Award, Fault, IdentityKind, Recipient};

#[test]
fn each_part_is_covered_by_the_signature() {
    let same = statements_of(&award());

    for (part, change) in CHANGES.iter().enumerate() {
        let mut other = award();
        change(&mut other);
        assert_ne!(statements_of(&other), same, "change {part}");
    }
}

/// The order of links is not signed, and not shown: it is sorted.
#[test]
fn the_order_of_links_means_nothing() {
    let mut other = award();
    other.co_hosts.reverse();

    assert_eq!(super::signed(&other), super::signed(&award()));
}

#[test]
fn one_address_stands_for_one_thing() {
    let twice: [fn(&mut Award); 4] = [
        |it| it.achievement.id = it.id.clone(),
        |it| it.evidence.push(it.co_hosts[0].clone()),
        |it| it.co_hosts.push(link("status/1#94567", "x")),
        |it| it.evidence[0].id = it.achievement.id.clone(),
    ];
    for change in twice {
        let mut other = award();
        change(&mut other);
        assert!(matches!(other.check(), Err(Fault::Twice(_))));
    }
}

const CHANGES: &[fn(&mut Award)] = &[
    |it| it.id.push('x'),
    |it| it.number.push(' '),
    |it| it.valid_from += 1_000,
    |it| it.issuer.id.push('x'),
    |it| it.issuer.name.push('x'),
    |it| it.issuer.url.push('x'),
    |it| it.achievement.id.push('x'),
    |it| it.achievement.name.push('x'),
    |it| it.achievement.description.push('\n'),
    |it| it.achievement.criteria.push('x'),
    |it| it.achievement.kind = "Course".into(),
    |it| it.recipient.kind = IdentityKind::Email,
    |it| it.recipient = Recipient::hashed(it.recipient.kind, "x", &it.recipient.salt),
    |it| it.recipient.salt.push('x'),
    |it| it.role = "narasumber".into(),
    |it| it.credits += 1,
    |it| it.held.from += 1_000,
    |it| it.held.until += 1_000,
    |it| std::mem::swap(&mut it.held.from, &mut it.held.until),
    |it| std::mem::swap(&mut it.achievement.description, &mut it.achievement.criteria),
    |it| std::mem::swap(&mut it.number, &mut it.role),
    |it| std::mem::swap(&mut it.issuer.name, &mut it.achievement.name),
    |it| drop(it.co_hosts.pop()),
    |it| it.evidence.append(&mut it.co_hosts),
    |it| it.co_hosts[0].name = it.co_hosts[1].name.clone(),
    |it| it.evidence[0].id.push('x'),
    |it| it.status.index += 1,
    |it| it.status.list.push('x'),
];

proptest! {
    #[test]
    fn different_awards_have_different_statements(one in hostile::awards(), other in hostile::awards()) {
        let [one, other] = [one, other].map(sorted);
        prop_assert_eq!(one == other, statements_of(&one) == statements_of(&other));
    }

    /// A quote, a line break and a made-up statement in a text do not move into the next one.
    #[test]
    fn texts_do_not_leak_into_each_other(left in hostile::text(), right in hostile::text()) {
        let of = |left: &str, right: &str| {
            let mut award = award();
            (award.number, award.role) = (left.into(), right.into());
            statements_of(&award)
        };
        prop_assert_eq!(left == right, of(&left, &right) == of(&right, &left));
    }
}

/// What is written: whole seconds, links in order.
fn sorted(mut award: Award) -> Award {
    award.co_hosts.sort();
    award.evidence.sort();
    for it in [&mut award.valid_from, &mut award.held.from, &mut award.held.until] {
        *it -= *it % 1_000;
    }
    award
}
