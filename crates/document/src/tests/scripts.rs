//! Names in scripts of Indonesia and its neighbours, and characters that no font has.

use crate::tests::{named, pages, plain, press, wait};

/// Latin with marks, Arabic, Javanese, Balinese, Sundanese, Batak, Buginese, Chinese, Greek, Cyrillic.
const COVERED: [&str; 10] = ["Ñusa Šimić ḍá", "محمد", "ꦲꦤꦕꦫꦏ", "ᬳᬦᬘᬭᬓ", "ᮞᮥᮔ᮪ᮓ", "ᯅᯖᯂ᯲", "ᨅᨔ ᨕᨘᨁᨗ", "陈大文", "Νίκος", "Иван"];

#[test]
fn names_in_scripts_of_the_region_are_printed() {
    let press = press();

    for name in COVERED {
        assert!(press.uncovered(name).is_empty(), "{name}");
        assert!(wait(press.certificate(&plain(), named(name))).is_ok(), "{name}");
    }
}

#[test]
fn what_no_font_has_is_told_and_printed_as_a_mark() {
    let press = press();
    let name = "Sri 𐎀𐎁 \u{e001}Budi 𐎀";

    let letters = pages::letters(&press, &plain(), named(name));

    assert_eq!(press.uncovered(name), ['𐎀', '𐎁', '\u{e001}'].to_vec());
    assert!(letters.contains("Sri[?][?]Budi[?]"), "{letters}");
}
