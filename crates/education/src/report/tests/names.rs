//! Names as people type them into a meeting.

use crate::report::names::{nips, plain};
use crate::report::typed_names::typed_names;

#[test]
fn titles_marks_case_and_spaces_make_no_difference() {
    for typed in [
        "Budi Santoso",
        "  BUDI   SANTOSO ",
        "Dr. Ir. H. Budi Santoso, S.Kom., M.M.",
        "Dr.Ir. Budi Santoso S.Kom MM",
        "drs budi santoso, m.si",
        "BUDI SANTOSO SE",
        "Budi Santoso S. Pd., M. Pd.",
        "Budi Santoso, A.Md.Stat.",
        "Bpk. Budi Santoso",
        "Bu\u{200b}di\u{202e} Santoso\u{202c}",
        "Búdi Sañtoso",
        "Bu\u{301}di Santoso",
    ] {
        assert_eq!(plain(typed), "budi santoso", "{typed}");
    }
    for typed in ["Sa'diyah", "Sa’diyah", "Sa‘diyah", "Saʼdiyah", "Sa`diyah", "Sadiyah"] {
        assert_eq!(plain(typed), "sadiyah", "{typed}");
    }
    assert_eq!(plain("Kaco Al-Farisi Tammalele"), "kaco al farisi tammalele");
    assert_eq!(plain("Muh.Aras"), "muh aras");
    assert_eq!(plain("dr. Rahma, Sp.PD"), "rahma");
}

#[test]
fn a_name_that_spells_a_title_stays_a_name() {
    assert_eq!(plain("Lin Mei"), "lin mei");
    assert_eq!(plain("Jack Ma"), "jack ma");
    assert_eq!(plain("Teuku Iskandar M. Amin"), "teuku iskandar m amin");
    assert_eq!(plain("I Gusti Ayu Astiti"), "i gusti ayu astiti");
    assert_eq!(plain("Hj."), "hj");
    assert_eq!(plain(""), "");
}

#[test]
fn a_nip_is_found_wherever_it_stands() {
    let expected = ["198501012010011001"];
    for typed in [
        "198501012010011001_Budi Santoso_Dinkes",
        "Budi 198501012010011001",
        "Budi (NIP.198501012010011001)",
        "1_198501012010011001",
        "Budi 19850101 201001 1 001",
        "19850101.201001.1.001",
        "1985010\u{200b}12010011001",
    ] {
        assert_eq!(nips(typed), expected, "{typed}");
    }
    for typed in ["19850101201001100", "1985010120100110011", "08123456789", "1.98501E+17", "Budi"] {
        assert!(nips(typed).is_empty(), "{typed}");
    }
}

#[test]
fn the_name_is_found_between_office_number_title_and_device() {
    for typed in [
        "Dinkes_Budi Santoso",
        "198501012010011001_Budi Santoso_Dinkes",
        "Budi Santoso, S.Kom. (iPhone)",
        "1_Budi Santoso",
        "01. Budi Santoso",
        "Dinkes - Budi Santoso, S.Kom.",
        "Dinkes-Budi Santoso",
        "Budi Santoso/BPS Mamuju",
        "[KPPN Mamuju] Budi Santoso",
        "Budi Santoso (Guest)",
        "iPhone Budi Santoso",
        "Budi Santoso's iPhone",
        "iPhone milik Budi Santoso",
        "Galaxy A14 Budi Santoso",
        "Budi Santoso SM-A145F",
        "BUDI SANTOSO | DISKOMINFO",
        "Budi Santoso, Dinkes",
    ] {
        let names = typed_names([typed]);
        assert!(names.iter().any(|name| name.plain == "budi santoso"), "{typed}: {names:?}");
    }
}

#[test]
fn both_sides_of_a_bracket_are_names() {
    let names = typed_names(["Aminah, S.Pd.", "SITI AMINAH"]);

    let plains: Vec<&str> = names.iter().map(|name| name.plain.as_str()).collect();
    assert_eq!(plains, ["aminah", "siti aminah"]);
    assert!(names.iter().all(|name| !name.is_alone));
}

#[test]
fn devices_offices_and_numbers_are_nobody() {
    for typed in [
        "Galaxy A14",
        "iPhone",
        "OPPO A5s",
        "vivo 1904",
        "Redmi Note 9",
        "Dinkes",
        "BPS Provinsi Sulawesi Barat",
        "085212345678",
        "Zoom user",
        "(Guest)",
        "🙂",
        "",
    ] {
        assert_eq!(typed_names([typed]), [], "{typed}");
    }
}

#[test]
fn a_single_name_is_alone_only_without_other_words() {
    assert!(typed_names(["Dinkes_Masita_1"])[0].is_alone);
    assert!(typed_names(["Masita (iPhone)"])[0].is_alone);
    assert!(typed_names(["Rahman - Masita"]).iter().all(|name| !name.is_alone));
}
