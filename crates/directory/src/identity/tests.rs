//! Identity numbers, as the rules and the made-up people have them.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

const TODAY: Date = date(2026, 11, 21);

fn fault(text: &str) -> IdentityFault {
    Identity::parse(text).expect_err("refused")
}

#[test]
fn a_nip_tells_kind_birth_date_and_shape() {
    let pns = Nip::parse("198402132009121001").expect("from the reference");
    let pppk = Nip::parse("200012312024211001").expect("from the reference");

    assert_eq!(pns.grouped(), "19840213 200912 1 001");
    assert_eq!(pns.masked(), "19840213••••••••••");
    assert_eq!(pns.birth_date(), Some(date(1984, 2, 13)));
    assert_eq!(pns.appointment(), Appointment::Pns { year: 2009, month: 12 });
    assert_eq!(pppk.appointment(), Appointment::Pppk { year: 2024, contract: 1 });
    assert_eq!(Identity::from(pppk).kind(), "ni-pppk");
    assert!(pns.warnings(TODAY).is_empty());
    assert!(Nip::parse("199005152010012001").expect("from the reference").warnings(TODAY).is_empty());
}

#[test]
fn what_people_and_spreadsheets_add_to_a_nip_is_forgiven() {
    let plain = Identity::parse("198705142011011905").expect("plain");

    for text in [
        "19870514 201101 1 905",
        "19870514.201101.1.905",
        "19870514-201101-1-905",
        "'198705142011011905",
        "=\"198705142011011905\"",
        "NIP. 19870514 201101 1 905",
        "nip:198705142011011905",
        "１９８７０５１４２０１１０１１９０５",
        "198705142011011905\u{A0}\u{200B}",
        "\u{FEFF}\u{202A}198705142011011905\u{202C}",
    ] {
        assert_eq!(Identity::parse(text), Ok(plain.clone()), "{text:?}");
    }
}

#[test]
fn what_is_no_nip_says_why() {
    assert_eq!(fault("19870514201101190"), IdentityFault::WrongLength { digits: 17 });
    assert_eq!(fault("1987051420110119011"), IdentityFault::WrongLength { digits: 19 });
    assert_eq!(fault("1987O5142O11011901"), IdentityFault::LetterForDigit { letter: 'O', digit: '0', place: 5 });
    assert_eq!(fault("l9870514201101l902"), IdentityFault::LetterForDigit { letter: 'l', digit: '1', place: 1 });
    assert_eq!(fault("1.98705E+17"), IdentityFault::ScientificNotation);
    assert_eq!(fault("1,98705e17"), IdentityFault::ScientificNotation);
    assert_eq!(fault("198705142011011000"), IdentityFault::RoundedBySpreadsheet);
    assert_eq!(fault("139999901"), IdentityFault::OldNip);
    assert_eq!(fault("0000000101900901"), IdentityFault::Nik);
    assert_eq!(fault("00000901"), IdentityFault::PerhapsNrp);
    assert_eq!(fault("198705142011131911"), IdentityFault::UnknownKind { digits: "13".to_owned() });
    assert_eq!(fault("199001012022201912"), IdentityFault::UnknownKind { digits: "20".to_owned() });
    assert_eq!(fault("198705142011010913"), IdentityFault::WrongSex { digit: '0' });
    assert_eq!(fault("belum ada"), IdentityFault::NotDigits { letter: 'b', place: 1 });
    assert_eq!(fault("NRP 0000000101900901"), IdentityFault::Nik);
    assert_eq!(fault("NRP"), IdentityFault::WrongNrp);
}

#[test]
fn odd_dates_warn_and_do_not_refuse() {
    let warnings = |text: &str| Nip::parse(text).expect("accepted").warnings(TODAY);

    assert_eq!(warnings("198713142011011906"), [NipWarning::BirthDate]);
    assert_eq!(warnings("198302292008011908"), [NipWarning::BirthDate]);
    assert_eq!(warnings("198402292008011908"), []);
    assert_eq!(warnings("198705141980011915"), [NipWarning::AppointedTooEarly { year: 1980 }]);
    assert_eq!(warnings("199805142031011916"), [NipWarning::AppointedInFuture { year: 2031 }]);
    assert_eq!(warnings("199805142027011916"), []);
    assert_eq!(warnings("201505142026011917"), [NipWarning::TooYoung { age: 11 }, NipWarning::AppointedTooEarly { year: 2026 }]);
    assert_eq!(warnings("190105141925011918"), [NipWarning::TooOld { age: 125 }]);
}

#[test]
fn police_and_soldiers_are_known_by_the_word_before_their_number() {
    let police = Identity::parse("NRP 76030123").expect("accepted");

    assert_eq!(police, Identity::Nrp("76030123".to_owned()));
    assert_eq!(police.masked(), "76••••••");
    assert_eq!(Identity::parse("nrp.12345/p"), Ok(Identity::Nrp("12345/P".to_owned())));
    assert_eq!(Identity::restore("nrp", "12345/P"), Some(Identity::Nrp("12345/P".to_owned())));
}

#[test]
fn what_is_stored_comes_back() {
    let nip = Identity::parse("198402132009121001").expect("accepted");

    assert_eq!(Identity::restore(nip.kind(), nip.number().expect("a number")), Some(nip));
    assert_eq!(Identity::restore("none", ""), Some(Identity::None));
    assert_eq!(Identity::restore("nik", "198402132009121001"), None);
}

#[test]
fn numbers_do_not_slip_into_logs() {
    let nip = Identity::parse("198402132009121001").expect("accepted");

    assert_eq!(format!("{nip:?}"), "Nip(Nip(19840213••••••••••))");
    assert!(!format!("{:?}", fault("7602011205870001")).contains("7602"));
}

#[test]
fn titles_in_the_name_move_to_their_places() {
    let name = |text| PersonName::new("", text, "").expect("a name");
    let parts =
        |before: &str, name: &str, after: &str| PersonName { before: before.into(), name: name.into(), after: after.into() };

    assert_eq!(name("Dr. H. Contoh Gelar Menyatu, S.E., M.M."), parts("Dr. H.", "Contoh Gelar Menyatu", "S.E., M.M."));
    assert_eq!(name("Sitti Contoh, SST, Ak., CA"), parts("", "Sitti Contoh", "SST, Ak., CA"));
    assert_eq!(name("Contoh Koma, Tanpa Petik"), parts("", "Contoh Koma, Tanpa Petik", ""));
    assert_eq!(name("Muh. Aras M. Amin"), parts("", "Muh. Aras M. Amin", ""));
    assert_eq!(name("dr. Contoh, Sp.PD").full(), "dr. Contoh, Sp.PD");
    let given = PersonName::new("Dra.", "Contoh, M.Si.", "M.M.").expect("a name");
    assert_eq!(given.full(), "Dra. Contoh, M.Si., M.M.");
}

#[test]
fn names_are_folded_and_invisible_signs_vanish() {
    let name = |text| PersonName::new("", text, "").expect("a name").name;

    assert_eq!(name("  ANDI   CONTOH  KAPITAL "), "ANDI CONTOH KAPITAL");
    assert_eq!(name("Sitti\nContoh\tDua\u{A0}Baris"), "Sitti Contoh Dua Baris");
    assert_eq!(name("Nur\u{200B}'aini \u{202E}Contoh\u{0}"), "Nur'aini Contoh");
}

#[test]
fn what_is_no_name_says_why() {
    let fault = |text| PersonName::new("", text, "").expect_err("refused");

    assert_eq!(fault("  "), NameFault::Missing);
    assert_eq!(fault("-"), NameFault::Missing);
    assert_eq!(fault(", S.E."), NameFault::Missing);
    assert_eq!(fault("12345"), NameFault::NoLetters);
    assert_eq!(fault("<script>alert(1)</script>"), NameFault::NotAName);
    assert_eq!(fault("=cmd|' /C calc'!A0"), NameFault::NotAName);
    assert_eq!(fault(&"n".repeat(151)), NameFault::TooLong { length: 151 });
    assert!(PersonName::new("", &"n".repeat(150), "").is_ok());
}

#[test]
fn garbled_text_is_noticed_and_sound_text_is_not() {
    assert!(["JosÃ©", "Nurâ€™aini", "Jos\u{FFFD}", "Ã\u{A0} la"].iter().all(|text| is_garbled(text)));
    assert!(!["José", "Nur’aini", "Ângela", "PÃO", "Contoh – Strip"].iter().any(|text| is_garbled(text)));
}

proptest! {
    #[test]
    fn any_text_has_an_answer_and_any_nip_survives_its_own_forms(text in "\\PC{0,40}|[0-9 .'=\"oOlE+,-]{0,30}") {
        let _ = PersonName::new(&text, &text, &text);
        if let Ok(identity) = Identity::parse(&text) {
            prop_assert_eq!(Identity::restore(identity.kind(), identity.number().unwrap_or_default()), Some(identity.clone()));
            identity.nip().map(|nip| nip.warnings(TODAY));
            identity.masked();
        }
    }

    #[test]
    fn any_eighteen_digits_have_an_answer(digits in "[0-9]{18}") {
        if let Ok(nip) = Nip::parse(&digits) {
            nip.warnings(TODAY);
            prop_assert_eq!(Nip::parse(&nip.grouped()), Ok(nip));
        }
    }
}
