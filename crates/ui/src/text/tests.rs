//! How texts are said, and that both files say the same things.

use super::*;

const DOMAIN: &[(Lang, &str)] = &[
    (Lang::Id, "seats-left = Tersisa { $n } tempat\nonly-indonesian = Hanya ada di sini\njoined = { $name }, { $date }\n"),
    (
        Lang::En,
        "seats-left = { $n ->\n    [one] { $n } seat left\n   *[other] { $n } seats left\n  }\njoined = { $name } on { $date }\n",
    ),
];

fn id() -> Tongue {
    install(DOMAIN);
    Tongue::of(Lang::Id)
}

fn en() -> Tongue {
    install(DOMAIN);
    Tongue::of(Lang::En)
}

#[test]
fn a_text_is_said_in_the_language_of_the_reader() {
    assert_eq!(id().say("frame-sign-in"), "Masuk");
    assert_eq!(en().say("frame-sign-in"), "Sign in");
}

#[test]
fn gaps_are_filled_and_english_counts() {
    assert_eq!(id().fill("seats-left", "n", "1.250"), "Tersisa 1.250 tempat");
    assert_eq!(en().fill("seats-left", "n", 1), "1 seat left");
    assert_eq!(en().fill("seats-left", "n", "1,250"), "1,250 seats left");
    assert_eq!(id().with("name", "Sutrisno").with("date", "24 November 2026").say("joined"), "Sutrisno, 24 November 2026");
}

#[test]
fn what_looks_like_a_number_comes_out_as_it_went_in() {
    for value in ["09.00", "007", "198503302003121002", "1.000", "-0"] {
        assert_eq!(en().fill("seats-left", "n", value), format!("{value} seats left"));
    }
}

#[test]
fn what_is_missing_falls_back_to_indonesian_then_to_the_key() {
    assert_eq!(en().say("only-indonesian"), "Hanya ada di sini");
    assert_eq!(en().say("nobody-wrote-this"), "nobody-wrote-this");
    assert_eq!(en().say("Kalimat jadi tetap seperti adanya."), "Kalimat jadi tetap seperti adanya.");
    assert_eq!(id().say("joined"), "joined");
    assert_eq!(id().fill("joined", "name", "Sutrisno"), "Sutrisno, {date}");
}

#[test]
fn values_are_not_texts() {
    assert_eq!(id().fill("seats-left", "n", "{ $n } \u{2068}<b>"), "Tersisa { $n } \u{2068}<b> tempat");
}

#[test]
fn both_languages_of_this_crate_say_the_same_things() {
    assert_eq!(problems(TEXTS), Vec::<String>::new());
}

#[test]
fn problems_are_named() {
    let sources = [(Lang::Id, "a = satu\nb = { $n } dua\nb = lagi\n= \n"), (Lang::En, "b = { $m } two\nc = three\n")];

    let found = problems(&sources);

    for expected in ["a is missing in en", "c is missing in id", "b has other values in en", "b is there twice"] {
        assert!(found.iter().any(|problem| problem == expected), "{expected}: {found:?}");
    }
    assert!(found.iter().any(|problem| problem.starts_with("id: ")), "the syntax error is there: {found:?}");
}

#[test]
fn language_codes_are_read() {
    assert_eq!(Lang::parse("en-GB"), Some(Lang::En));
    assert_eq!(Lang::parse("ID"), Some(Lang::Id));
    assert_eq!(Lang::parse("fr"), None);
    assert_eq!(Lang::parse("é"), None);
}
