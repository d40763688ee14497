//! Which bit the next credential gets: no bit twice, and in no order that strangers could guess from. Counting is the caller's work.

use sha2::{Digest, Sha256};

use crate::StatusList;

/// A bit of a status list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Lists are numbered from 0.
    pub list: u64,
    pub index: u32,
}

const ROUNDS: u8 = 6;
const HALF_BITS: u32 = 9;
const HALF: u32 = (1 << HALF_BITS) - 1;

impl Place {
    /// The place of the credential with that number, counted from 0 over all lists. The same `secret` for ever: another one gives bits away twice.
    pub fn of(number: u64, secret: &[u8; 32]) -> Place {
        let size = u64::from(StatusList::BITS);
        let list = number / size;
        let mut index = (number % size) as u32;
        // A Feistel network shuffles 18 bits; whoever lands beyond the list walks on, so the shuffle of the list itself has no gap and no double.
        loop {
            index = shuffled(index, list, secret);
            if index < StatusList::BITS {
                return Place { list, index };
            }
        }
    }
}

fn shuffled(index: u32, list: u64, secret: &[u8; 32]) -> u32 {
    let (mut left, mut right) = (index >> HALF_BITS, index & HALF);
    for round in 0..ROUNDS {
        let seed = Sha256::new().chain_update(secret).chain_update(list.to_be_bytes());
        let digest = seed.chain_update([round]).chain_update(right.to_be_bytes()).finalize();
        let mixed = left ^ (u32::from(u16::from_be_bytes([digest[0], digest[1]])) & HALF);
        (left, right) = (right, mixed);
    }
    left << HALF_BITS | right
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_bit_is_given_twice() {
        let places: BTreeSet<Place> = (0..5_000).map(|it| Place::of(it, &[7; 32])).collect();

        assert_eq!(places.len(), 5_000);
        assert!(places.iter().all(|it| it.list == 0 && it.index < StatusList::BITS));
        assert!(places.iter().any(|it| it.index > 100_000), "they are spread over the list");
    }

    #[test]
    fn a_full_list_is_followed_by_the_next() {
        assert_eq!(Place::of(131_071, &[7; 32]).list, 0);
        assert_eq!(Place::of(131_072, &[7; 32]).list, 1);
        assert_ne!(Place::of(0, &[7; 32]), Place::of(0, &[8; 32]));
    }

    proptest! {
        #[test]
        fn two_numbers_never_share_a_place(one in any::<u64>(), apart in 1..131_072_u64, secret in any::<[u8; 32]>()) {
            prop_assert_ne!(Place::of(one, &secret), Place::of(one.wrapping_add(apart), &secret));
        }
    }
}
