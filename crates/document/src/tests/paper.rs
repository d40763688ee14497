//! Certificates of every template, short and long, and what their files carry.

use crate::{
    Card, Entry, Fault, Organiser, Picture, Template, Transcript, identifier_in,
    tests::{full, least, named, pages, plain, press, wait},
};

#[test]
fn the_fullest_sheet_stays_inside_its_front_and_back() {
    let press = press();

    for name in Template::NAMES {
        let template = Template::built_in(name).expect("built in");
        let written = pages::written(&press, &template, full());

        assert_eq!(written.iter().map(|it| it.page).max(), Some(1), "{name} has a front and a back");
        for it in &written {
            let inside = it.start >= 20.0 && it.end <= 822.0 && (20.0..=575.0).contains(&it.baseline);
            assert!(inside, "{name} prints {:?} at {:.0} to {:.0}, {:.0} down", it.text, it.start, it.end, it.baseline);
        }
    }
}

#[test]
fn the_fullest_sheet_is_made_smaller_until_no_line_stands_on_another() {
    let press = press();

    for name in Template::NAMES {
        let template = Template::built_in(name).expect("built in");
        let written = pages::written(&press, &template, full());

        for (at, one) in written.iter().enumerate() {
            for other in &written[at + 1..] {
                let apart = (one.baseline - other.baseline).abs();
                let share_width = one.page == other.page && one.start + 1.0 < other.end && other.start + 1.0 < one.end;
                assert!(!share_width || !(0.5..4.5).contains(&apart), "{name} prints {:?} on {:?}", one.text, other.text);
            }
        }
    }
}

#[test]
fn a_name_of_ninety_characters_is_printed_whole() {
    let press = press();
    let name = full().person.name;

    let letters = pages::letters(&press, &plain(), named(&name));

    assert!(name.chars().count() >= 90);
    assert!(letters.contains(&name.replace(' ', "")));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let (one, other) = (press(), press());

    let first = wait(one.certificate(&plain(), least())).expect("drawn");
    let again = wait(other.certificate(&plain(), least())).expect("drawn");

    assert_eq!(first, again);
}

#[test]
fn the_address_is_found_again_in_the_file() {
    let mut sheet = least();
    sheet.verification = "https://guyub.example/v?n=1&k=<2>".to_owned();

    let pdf = wait(press().certificate(&plain(), sheet.clone())).expect("drawn");

    assert_eq!(identifier_in(&pdf), Some(sheet.verification));
    assert_eq!(identifier_in(&pdf[..pdf.len() / 2]), None);
    assert_eq!(identifier_in(b"%PDF-1.7"), None);
}

#[test]
fn a_file_declares_its_standards_language_and_title() {
    let pdf = wait(press().certificate(&plain(), least())).expect("drawn");

    let text = String::from_utf8_lossy(&pdf);
    for mark in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "Certificate 1: Sri", "/Lang(en)"] {
        assert!(text.contains(mark), "{mark}");
    }
}

#[test]
fn a_sheet_that_no_page_holds_is_refused() {
    let press = press();
    let (mut crowded, mut unsigned, mut wordy) = (least(), least(), least());
    crowded.organisers = vec![Organiser::default(); 9];
    unsigned.signatories.clear();
    wordy.activity = "kata ".repeat(201);

    let refused = |sheet| wait(press.certificate(&plain(), sheet)).expect_err("refused");

    assert_eq!(refused(crowded), Fault::Size { field: "organisers", found: 9, least: 1, most: 8 });
    assert_eq!(refused(unsigned), Fault::Size { field: "signatories", found: 0, least: 1, most: 3 });
    assert_eq!(refused(wordy), Fault::Size { field: "text", found: 1_005, least: 0, most: 1_000 });
}

#[test]
fn crests_are_drawn_and_a_preview_is_a_picture_of_each_page() {
    let mut sheet = least();
    sheet.organisers[0].crest = Some(
        Picture::read(br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>"#)
            .expect("plain"),
    );
    let press = press();

    let pdf = wait(press.certificate(&plain(), sheet.clone())).expect("drawn");
    let pictures = wait(press.preview(&plain(), sheet)).expect("drawn");

    assert!(
        String::from_utf8_lossy(&pdf).contains("Emblem of Sample Office"),
        "the crest has a text for those who cannot see it"
    );
    assert_eq!(pictures.len(), 1);
    assert_eq!(size(&pictures[0]), (1263, 893));
}

#[test]
fn a_transcript_may_be_empty_or_long() {
    let press = press();
    let sheet = full();
    let entry = Entry {
        activity: sheet.activity,
        organiser: "Kantor Contoh".to_owned(),
        number: sheet.number,
        date: "26 Agustus 2025".to_owned(),
        hours: "3".to_owned(),
    };
    let transcript = |count| Transcript {
        language: "id".to_owned(),
        heading: "Transkrip".to_owned(),
        person: sheet.person.clone(),
        entries: vec![entry.clone(); count],
        total: "0 JP".to_owned(),
        target: "Target 20 JP".to_owned(),
        note: String::new(),
        verification: None,
        issued: sheet.issued,
    };

    let (empty, long) =
        (wait(press.transcript(transcript(0))).expect("drawn"), wait(press.transcript(transcript(30))).expect("drawn"));

    assert!(String::from_utf8_lossy(&empty).contains("/Count 1"));
    assert!(long.len() > empty.len());
}

#[test]
fn a_share_picture_has_the_size_that_messaging_apps_expect() {
    let card = |title: &str| Card {
        language: "id".to_owned(),
        kind: "Edukasi".to_owned(),
        title: title.to_owned(),
        time: None,
        organisers: full().organisers,
        link: Some("https://guyub.example/k/1".to_owned()),
    };
    let press = press();

    for title in ["A", &full().activity] {
        assert_eq!(size(&wait(press.share_picture(card(title))).expect("drawn")), (1200, 630));
    }
}

fn size(png: &[u8]) -> (u32, u32) {
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (side(16), side(20))
}
