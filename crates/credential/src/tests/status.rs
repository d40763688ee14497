//! Status lists: bits where they belong, packed as others unpack them, and no bombs.

use std::io::Write;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use flate2::{Compression, write::GzEncoder};
use proptest::{collection::btree_set, prelude::*};

use crate::{Standing, StatusList, Undecodable};

#[test]
fn a_new_list_has_room_for_131072_and_withdraws_nobody() {
    let list = StatusList::new();

    assert_eq!(StatusList::BITS, 131_072);
    assert_eq!(list.get(0), Standing::Good);
    assert_eq!(list.get(131_071), Standing::Good);
    assert_eq!(list.get(131_072), Standing::Unknown);
    assert_eq!(list.get(u32::MAX), Standing::Unknown);
}

#[test]
fn the_first_bit_is_the_highest() {
    let mut bytes = vec![0; 16 * 1024];
    bytes[0] = 0b1000_0001;
    let list = StatusList::decode(&packed(&bytes)).unwrap();

    assert_eq!([0, 1, 7, 8].map(|it| list.get(it)), [Standing::Withdrawn, Standing::Good, Standing::Withdrawn, Standing::Good]);
}

/// From the specification of W3C: 131.072 bits, none set.
#[test]
fn the_list_of_the_specification_is_read() {
    let published = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

    assert_eq!(StatusList::decode(published), Ok(StatusList::new()));
}

#[test]
fn bombs_and_scraps_are_refused() {
    let bomb = packed(&vec![0; 32 * 1024 * 1024]);
    assert!(bomb.len() < 100_000);

    let whole = StatusList::new().encode();
    let short = packed(&[0; 100]);
    for bad in [bomb.as_str(), &short, "", "u", "u!!", &whole[1..], &whole[..whole.len() - 8], "uAAAA"] {
        assert_eq!(StatusList::decode(bad), Err(Undecodable), "{:.40}", bad);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_was_withdrawn_is_found_again(withdrawn in btree_set(0..StatusList::BITS, 0..200), asked in 0..StatusList::BITS) {
        let mut list = StatusList::new();
        withdrawn.iter().for_each(|it| list.withdraw(*it));

        let read = StatusList::decode(&list.encode()).unwrap();

        prop_assert!(withdrawn.iter().all(|it| read.get(*it) == Standing::Withdrawn));
        let expected = if withdrawn.contains(&asked) { Standing::Withdrawn } else { Standing::Good };
        prop_assert_eq!(read.get(asked), expected);

        withdrawn.iter().for_each(|it| list.restore(*it));
        prop_assert_eq!(list, StatusList::new());
    }
}

fn packed(bytes: &[u8]) -> String {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    format!("u{}", BASE64_URL_SAFE_NO_PAD.encode(packer.finish().unwrap()))
}
