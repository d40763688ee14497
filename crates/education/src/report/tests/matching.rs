//! Whose row it is.

use super::*;
use crate::report::matching::{Key, Reason, Register, Registered, Suggestion, Verdict};

fn person(id: &str, name: &str) -> Registered {
    Registered { id: id.to_owned(), name_plain: name.to_owned(), ..Registered::default() }
}

/// Budi and Siti with every key, two people called Ahmad Fauzi, a Masita among longer names.
fn register() -> Vec<Registered> {
    vec![
        Registered {
            mail: Some("Budi@contohkab.go.id".to_owned()),
            nip: Some("198501012010011001".to_owned()),
            link_id: Some("tautan-budi".to_owned()),
            ..person("budi", "Budi Santoso")
        },
        Registered {
            mail: Some("siti.aminah@contohkab.go.id".to_owned()),
            nip: Some("199002022015022002".to_owned()),
            ..person("siti", "Siti Aminah")
        },
        person("ahmad-1", "Ahmad Fauzi"),
        Registered { nip: Some("198703032011011003".to_owned()), ..person("ahmad-2", "Ahmad Fauzi, S.E.") },
        person("masita", "Masita"),
        person("masita-kanna", "Masita Kanna"),
        person("haeruddin", "Haeruddin"),
        person("nurjannah", "Nurjannah Rahman"),
    ]
}

fn row(name: &str) -> Row {
    Row { line: 2, name: name.to_owned(), ..Row::default() }
}

fn verdict(row: &Row) -> Verdict {
    Register::of(&register()).verdict(row)
}

fn matched(id: &str, by: Key) -> Verdict {
    Verdict::Matched { registration: id.to_owned(), by }
}

fn suggested(verdict: Verdict) -> Vec<(String, Reason)> {
    let Verdict::Unmatched { suggestions } = verdict else { panic!("matched: {verdict:?}") };
    suggestions.into_iter().map(|Suggestion { registration, reason, .. }| (registration, reason)).collect()
}

#[test]
fn the_strongest_key_that_is_there_decides() {
    let by_link = Row { link_id: Some("tautan-budi".to_owned()), ..row("iPhone") };
    let by_mail = Row { mail: Some("budi@contohkab.go.id".to_owned()), ..row("Galaxy A14") };

    assert_eq!(verdict(&by_link), matched("budi", Key::Link));
    assert_eq!(verdict(&by_mail), matched("budi", Key::Mail));
    assert_eq!(verdict(&row("198501012010011001_Bd_Dinkes")), matched("budi", Key::Nip));
    assert_eq!(verdict(&Row { nip: Some("198501012010011001".to_owned()), ..row("Bd") }), matched("budi", Key::Nip));
    assert_eq!(verdict(&row("Dinkes - BUDI SANTOSO, S.Kom.")), matched("budi", Key::Name));
    assert_eq!(
        verdict(&Row { original_name: Some("SITI AMINAH".to_owned()), ..row("Aminah, S.Pd.") }),
        matched("siti", Key::Name)
    );
    assert_eq!(verdict(&row("1_Haeruddin (HP)")), matched("haeruddin", Key::Name));
}

#[test]
fn two_people_in_one_row_go_to_a_person_with_both() {
    let mail_and_nip = Row { mail: Some("siti.aminah@contohkab.go.id".to_owned()), ..row("198501012010011001") };
    let shared_device = Row { original_name: Some("Siti Aminah".to_owned()), ..row("Budi Santoso") };
    let colleague_account = Row { mail: Some("siti.aminah@contohkab.go.id".to_owned()), ..row("Budi Santoso") };

    let conflict =
        |first, second| vec![("siti".to_owned(), Reason::Conflict(first)), ("budi".to_owned(), Reason::Conflict(second))];
    assert_eq!(suggested(verdict(&mail_and_nip)), conflict(Key::Mail, Key::Nip));
    assert_eq!(suggested(verdict(&colleague_account)), conflict(Key::Mail, Key::Name));
    let both: Vec<String> = suggested(verdict(&shared_device)).into_iter().map(|(id, _)| id).collect();
    assert_eq!(both, ["budi", "siti"]);
}

#[test]
fn a_name_that_two_people_have_is_nobodys() {
    let told = suggested(verdict(&row("Ahmad Fauzi")));

    assert_eq!(told, [("ahmad-1".to_owned(), Reason::Shared(Key::Name)), ("ahmad-2".to_owned(), Reason::Shared(Key::Name))]);
    assert_eq!(verdict(&row("Ahmad Fauzi 198703032011011003")), matched("ahmad-2", Key::Nip));
}

#[test]
fn a_namesake_with_another_nip_is_somebody_else() {
    let told = suggested(verdict(&row("199912312022011009_Budi Santoso")));

    assert_eq!(told[0], ("budi".to_owned(), Reason::AnotherNip));
}

#[test]
fn a_short_name_that_may_be_short_for_another_is_asked() {
    let told = suggested(verdict(&row("Masita")));

    assert_eq!(told, [("masita".to_owned(), Reason::PartOfLongerName), ("masita-kanna".to_owned(), Reason::SimilarName)]);
    assert_eq!(verdict(&row("Masita Kanna")), matched("masita-kanna", Key::Name));
}

#[test]
fn a_single_word_beside_other_words_is_no_proof() {
    let told = suggested(verdict(&row("Rahmat - Haeruddin")));

    assert_eq!(told, [("haeruddin".to_owned(), Reason::SimilarName)]);
}

#[test]
fn likeness_only_suggests() {
    assert_eq!(suggested(verdict(&row("Noerdjanah Rahman"))), [("nurjannah".to_owned(), Reason::SimilarName)]);
    assert_eq!(suggested(verdict(&row("Budi Santosa")))[0], ("budi".to_owned(), Reason::SimilarName));
    let by_address = Row { mail: Some("siti_aminah90@gmail.com".to_owned()), ..row("HP Ibu") };
    assert_eq!(suggested(verdict(&by_address))[0].0, "siti");
    assert_eq!(suggested(verdict(&row("Galaxy A14"))), []);
}

#[test]
fn the_indonesian_sample_is_matched_as_the_reference_expects() {
    let hint = session("2026-11-18T13:00:00", "2026-11-18T14:30:00");
    let report = read(&file("zoom_meeting_participants_id"), hint);

    let verdicts = crate::report::matching::verdicts(&report, &register());

    assert_eq!(verdicts[0], matched("budi", Key::Nip));
    assert_eq!(verdicts[1], matched("budi", Key::Nip));
    assert_eq!(verdicts[2], Verdict::Unmatched { suggestions: Vec::new() });
    assert_eq!(verdicts[3], matched("siti", Key::Mail));
}

#[test]
fn a_register_of_ten_thousand_answers_every_row() {
    let given = ["Siti", "Budi", "Andi", "Nur", "Made", "Agus", "Dewi", "Rahmat", "Sri", "Joko"];
    let name = |index: usize| {
        format!("{} {}{} {}{}", given[index % 10], given[index / 10 % 10], index / 100 % 10, given[index / 1000 % 10], index)
    };
    let people: Vec<Registered> = (0..10_000).map(|index| person(&index.to_string(), &name(index))).collect();
    let register = Register::of(&people);

    let right = (0..10_000)
        .step_by(7)
        .filter(|&index| register.verdict(&row(&format!("Dinkes_{}", name(index)))) == matched(&index.to_string(), Key::Name))
        .count();
    let open = (0..10_000).step_by(7).filter(|&index| matches!(register.verdict(&row(&format!("Siti Budi Andi {index}x"))), Verdict::Unmatched { suggestions } if suggestions.len() <= 3)).count();

    assert_eq!((right, open), (1_429, 1_429));
}
