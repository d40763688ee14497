//! Whatever is typed, the document stays sound.

use proptest::prelude::*;

use super::{read, the_events, webinar};
use crate::calendar::ics::{Event, Party, cancellation, feed, invitation};

proptest! {
    #[test]
    fn whatever_people_type_the_document_is_sound_and_reads_back(
        title in typed(), description in typed(), name in typed(), mail in typed(), location in proptest::option::of(typed()),
    ) {
        let event = Event {
            title: title.clone(),
            description,
            location,
            url: Some(format!("https://guyub.example/{title}")),
            organiser: Party { name: name.clone(), mail: format!("{mail}@guyub.example") },
            categories: vec![title.clone(), name.clone()],
            ..webinar()
        };

        for written in [invitation(&event, &event.organiser), cancellation(&event, &event.organiser), feed(&title, "guyub.example", std::slice::from_ref(&event))] {
            let [read_back] = the_events(&written);
            prop_assert_eq!(read(&read_back, "SUMMARY"), legible(&title));
            prop_assert_eq!(read_back.party_name("ORGANIZER"), Some(legible(&name)));
        }
    }
}

/// Any characters, with what is special to iCalendar, to terminals and to readers of right-to-left text more often.
fn typed() -> impl Strategy<Value = String> {
    let special = proptest::sample::select(vec![
        "\r\n",
        "\n ",
        "\r",
        "\\n",
        "\\",
        ";",
        ",",
        ":",
        "\"",
        "^n",
        "^",
        "\u{0}",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "\u{202e}",
        "\u{200d}",
        "\u{feff}",
        "عربي",
        "🇮🇩",
        "BEGIN:VALARM",
        "\t",
    ]);
    let piece = prop_oneof![special.prop_map(str::to_owned), any::<char>().prop_map(String::from), "[ -~]{0,40}"];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Line breaks of every kind become one, other control characters go, all else stays.
fn legible(text: &str) -> String {
    let one_kind = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    one_kind.replace(|character: char| character.is_control() && character != '\n' && character != '\t', "")
}
