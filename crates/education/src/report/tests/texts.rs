//! Every outcome has its sentence in both languages.

use crate::report::matching::{Key, Reason};
use crate::report::{DateOrder, Refusal, SkipReason, Warning, refusal::Unreadable};

const INDONESIAN: &str = include_str!("../../text/report.id.ftl");
const ENGLISH: &str = include_str!("../../text/report.en.ftl");

fn refusals() -> Vec<Refusal> {
    let window = (0, 1);
    let mut all = vec![
        Refusal::Empty,
        Refusal::TooLarge { megabytes: 21 },
        Refusal::TooManyRows,
        Refusal::WrongEncoding,
        Refusal::NotAReport { missing: Vec::new() },
        Refusal::NoParticipants,
        Refusal::AmbiguousDate { example: String::new(), day_first: window, month_first: window },
        Refusal::MixedDateOrders { day_first_line: 1, month_first_line: 2 },
        Refusal::AnotherMeeting { report: window, session: window, date_order: DateOrder::DayFirst },
        Refusal::AnotherZone { given_offset_minutes: 420, suggested_offset_minutes: 480, report: window, session: window },
    ];
    let kinds =
        [Unreadable::Spreadsheet, Unreadable::OldSpreadsheet, Unreadable::Pdf, Unreadable::Archive, Unreadable::OtherBinary];
    all.extend(kinds.map(Refusal::NotCsv));
    all
}

fn sentence<'t>(text: &'t str, key: &str) -> &'t str {
    text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = ")).unwrap_or_else(|| panic!("no sentence {key}"))
}

#[test]
fn every_refusal_is_said_with_exactly_its_values() {
    for refusal in refusals() {
        for text in [INDONESIAN, ENGLISH] {
            let said = sentence(text, refusal.key());
            let names: Vec<&str> = refusal.arguments().iter().map(|(name, _)| *name).collect();
            for name in &names {
                assert!(said.contains(&format!("{{ ${name} }}")), "{} does not say {name}", refusal.key());
            }
            let asked = said.split("{ $").skip(1).filter_map(|rest| rest.split(" }").next());
            for name in asked {
                assert!(names.contains(&name), "{} asks for {name}", refusal.key());
            }
        }
    }
}

#[test]
fn every_reason_and_warning_is_said() {
    use SkipReason::*;
    let skipped = [DidNotAttend, NoName, NoTimes, UnreadableTime, LeftBeforeJoining, LeftWithoutJoining].map(SkipReason::key);
    let warnings = [
        Warning::WeakRows(1),
        Warning::DatesTakenFromSession,
        Warning::StayedToTheEnd(1),
        Warning::MeetingPartDisagrees,
        Warning::LostLetters(1),
    ];
    let keyed =
        [Key::Link, Key::Mail, Key::Nip, Key::Name].into_iter().flat_map(|key| [Reason::Conflict(key), Reason::Shared(key)]);
    let reasons = keyed.chain([Reason::PartOfLongerName, Reason::AnotherNip, Reason::SimilarName]).map(Reason::key);

    for text in [INDONESIAN, ENGLISH] {
        for key in skipped.into_iter().chain(reasons.clone()) {
            sentence(text, key);
        }
        for warning in warnings {
            let counts = sentence(text, warning.key()).contains("{ $count }");
            assert_eq!(counts, warning.count().is_some(), "{}", warning.key());
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let keys =
        |text: &'static str| text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect::<Vec<_>>();

    assert_eq!(keys(INDONESIAN), keys(ENGLISH));
}
