//! Every statement of the domain in one list, so that a test can prepare each. Not the statements themselves.

use crate::{account, agency, person, region};

const PARTS: &[&[&str]] = &[account::STATEMENTS, agency::queries::ALL, person::queries::ALL, region::queries::ALL];

pub(crate) const ALL: &[&str] = &joined::<{ count(PARTS) }>(PARTS);

const fn count(parts: &[&[&str]]) -> usize {
    let (mut sum, mut part) = (0, 0);
    while part < parts.len() {
        sum += parts[part].len();
        part += 1;
    }
    sum
}

const fn joined<const N: usize>(parts: &[&[&'static str]]) -> [&'static str; N] {
    let mut all = [""; N];
    let (mut part, mut place) = (0, 0);
    while part < parts.len() {
        let mut index = 0;
        while index < parts[part].len() {
            all[place] = parts[part][index];
            index += 1;
            place += 1;
        }
        part += 1;
    }
    all
}
