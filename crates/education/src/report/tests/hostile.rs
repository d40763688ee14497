//! Files made to break a reader.

use proptest::prelude::*;

use super::*;
use crate::report::cells::{Cells, Rows};

fn rows(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = Rows::new(text, separator);
    let mut cells = Cells::new();
    let mut all = Vec::new();
    while reader.next_into(&mut cells).is_some() {
        all.push(cells.iter().map(|cell| cell.to_string()).collect());
    }
    all
}

#[test]
fn cells_are_cut_as_spreadsheets_cut_them() {
    assert_eq!(rows("a,b\r\nc,d\n", b','), [["a", "b"], ["c", "d"]]);
    assert_eq!(rows("\"a,\"\"b\"\"\",\"c\nd\"", b','), [["a,\"b\"", "c\nd"]]);
    assert_eq!(rows("a\rb", b','), [["a"], ["b"]]);
    assert_eq!(rows("5\" tall,x,say \"hi\"", b','), [["5\" tall", "x", "say \"hi\""]]);
}

#[test]
fn a_quote_that_nobody_closes_does_not_swallow_other_people() {
    assert_eq!(rows("\"Kai\tk\nNoor\tn\n\"Sky\"\ts", b'\t'), [["\"Kai", "k"], ["Noor", "n"], ["Sky", "s"]]);
    let long = format!("\"Kai\n{}", "Noor,n\n".repeat(5_000));
    assert_eq!(rows(&long, b',').len(), 5_001);
}

const HEADING: &str = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n";
const GOOD: &str = "Budi,,11/18/2026 09:00:00 AM,11/18/2026 10:00:00 AM,60,Yes\n";

#[test]
fn good_rows_survive_hostile_neighbours() {
    let neighbours = [
        format!("{}\n", "x".repeat(1_000_000)),
        format!("{}\n", ",".repeat(10_000)),
        format!("\"{}\n", "\"a,".repeat(300_000)),
        format!("{},,{},{},1,Yes\n", "N".repeat(10_000), "9".repeat(10_000), "1/".repeat(10_000)),
        format!("{}\n", "\"\"\"a,".repeat(100_000)),
        "\u{202e}\u{200b},,99999999999/1/1 1:1,1:1:1:1:1,--,\n".to_owned(),
    ];

    for neighbour in neighbours {
        let report = read(format!("{HEADING}{GOOD}{neighbour}{GOOD}").as_bytes(), webinar());
        assert_eq!(named(&report, "Budi").len(), 2, "{:.40}", neighbour);
        assert!(report.rows.iter().all(|row| row.name.chars().count() <= 300));
    }
}

#[test]
fn zero_bytes_are_refused() {
    let text = format!("{HEADING}{GOOD}").replace("Budi", "Bu\0di");

    assert_eq!(crate::report::read(text.as_bytes(), webinar()).unwrap_err(), crate::report::Refusal::WrongEncoding);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = crate::report::read(&bytes, webinar());
    }

    #[test]
    fn any_text_under_a_heading_is_read_or_refused(text in "([,;\"\t\r\n0-9/:. a-zA-Z()_-]|\\PC){0,400}", utf_16_form in any::<bool>()) {
        let text = format!("{HEADING}{GOOD}{text}");
        let bytes = if utf_16_form { utf_16(&text, u16::to_le_bytes) } else { text.into_bytes() };
        let _ = crate::report::read(&bytes, webinar());
    }

    #[test]
    fn times_made_of_the_right_letters_never_break(text in "[0-9/:.,TZ+ apmAPMNov-]{0,40}") {
        if let Some(moment) = crate::report::moments::Moment::parse(&text) {
            for order in [crate::report::DateOrder::DayFirst, crate::report::DateOrder::MonthFirst] {
                let _ = moment.at(order, WIB, window(webinar()));
            }
        }
        let _ = crate::report::durations::seconds(&text);
    }

    #[test]
    fn no_cell_is_lost_or_invented(cells in proptest::collection::vec(proptest::collection::vec("[a-z\", \n]{0,12}", 2..5), 1..20)) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let text: String = cells.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n").collect();
        prop_assert_eq!(rows(&text, b','), cells);
    }
}
