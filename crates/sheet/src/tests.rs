//! Tables as strangers send them, and as we write them.

use std::io::{self, Read};

use flate2::read::DeflateDecoder;
use proptest::prelude::*;

use super::writing::guarded;
use super::*;

fn read(bytes: &[u8]) -> (Header, Vec<Row>) {
    let rows = Rows::open(bytes).expect("readable");
    let header = rows.header().clone();
    (header, rows.map(|row| row.expect("sound")).collect())
}

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    read(bytes).1.into_iter().map(|row| row.cells).collect()
}

fn within(limits: Limits, text: &[u8]) -> Vec<Result<Row, RowFault>> {
    Rows::open_within(text, limits).expect("readable").collect()
}

#[test]
fn the_same_table_reads_the_same_in_every_encoding_and_with_every_separator() {
    let table = "nip,nama\n1,José Nur’aini\n2,Agnès\n";
    let utf_16 = |bytes_of: fn(u16) -> [u8; 2], text: &str| text.encode_utf16().flat_map(bytes_of).collect::<Vec<u8>>();
    let marked = format!("\u{FEFF}{table}");
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(table);
    let variants: Vec<Vec<u8>> = vec![
        marked.clone().into_bytes(),
        utf_16(u16::to_le_bytes, &marked),
        utf_16(u16::to_be_bytes, &marked),
        utf_16(u16::to_le_bytes, table),
        utf_16(u16::to_be_bytes, table),
        windows.into_owned(),
        table.replace(',', ";").into_bytes(),
        table.replace(',', "\t").into_bytes(),
        table.replace('\n', "\r\n").into_bytes(),
        table.replace('\n', "\r").into_bytes(),
        format!("sep=;\n{}", table.replace(',', ";")).into_bytes(),
        format!("\n\n{}", table.trim_end()).into_bytes(),
    ];

    let expected = read(table.as_bytes());

    assert_eq!(expected.1[0].cells, ["1", "José Nur’aini"]);
    for variant in variants {
        let (header, rows) = read(&variant);
        assert_eq!(header, expected.0);
        assert_eq!(
            rows.iter().map(|row| &row.cells).collect::<Vec<_>>(),
            expected.1.iter().map(|row| &row.cells).collect::<Vec<_>>()
        );
    }
}

#[test]
fn an_accent_after_a_long_plain_beginning_still_decides_the_encoding() {
    let mut table = b"nip,nama\n".to_vec();
    for number in 0..20_000 {
        table.extend(format!("{number},Contoh\n").as_bytes());
    }
    let mut windows = table.clone();
    windows.extend(b"1,Jos\xE9\n");
    table.extend("1,José\n".as_bytes());

    assert_eq!(cells(&windows).pop().expect("rows")[1], "José");
    assert_eq!(cells(&table).pop().expect("rows")[1], "José");
}

#[test]
fn one_broken_character_does_not_garble_the_others() {
    let rows = cells(b"nip,nama\n1,Jos\xC3\xA9\n2,Agn\xC3\xA8s\n3,Nur\x92aini\n");

    assert_eq!(rows[0][1], "José");
    assert_eq!(rows[2][1], "Nur\u{FFFD}aini");
}

#[test]
fn rows_know_the_line_where_they_begin() {
    let (_, rows) = read(b"nip,nama\r\n1,a\r\n\r\n\r\n2,\"b\r\nc\"\r\n3,d");

    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5, 7]);
    assert_eq!(rows[1].cells[1], "b\nc");
    assert_eq!(read(b"sep=;\nnip;nama\n1;a\n").1[0].line, 3);
}

#[test]
fn columns_are_found_by_name_whatever_their_case_and_spaces() {
    let (header, _) = read(b" NIP ,Gelar Depan,gelar_belakang,nip\n");

    assert_eq!(header.position("gelar_depan"), Some(1));
    assert_eq!(header.position("Gelar-Belakang"), Some(2));
    assert_eq!(header.missing(&["nip", "surel"]), ["surel"]);
    assert_eq!(header.repeated(&["nip", "gelar_depan"]), ["nip"]);
}

#[test]
fn short_and_long_rows_are_kept_as_they_are() {
    let (_, rows) = read(b"a,b\n1\n1,2,3\n,,\n");

    assert_eq!(rows[0].cell(1), "");
    assert_eq!(rows[1].cell(2), "3");
    assert!(rows[2].is_blank());
}

#[test]
fn a_quote_that_is_never_closed_is_named_with_its_line() {
    let rows = within(Limits::default(), b"a,b\n1,2\n3,\"4\n5,6\n");

    assert!(rows[0].is_ok());
    assert!(matches!(rows[1], Err(RowFault::QuoteNotClosed { line: 3 })), "{rows:?}");
    assert_eq!(rows.len(), 2);
}

#[test]
fn a_quote_that_swallows_a_large_file_stops_at_the_row_limit() {
    let endless = b"a,b\n1,\"".as_slice().chain(io::repeat(b'x'));
    let limits = Limits { bytes: u64::MAX, row: 1 << 20, ..Limits::default() };

    let rows: Vec<_> = Rows::open_within(endless, limits).expect("readable").collect();

    assert!(matches!(rows[..], [Err(RowFault::RowTooLong { line: 2 })]), "{rows:?}");
}

#[test]
fn an_endless_file_stops_at_its_limits() {
    let endless = || Endless { line: b"1,2\n", at: 0 };
    let few_rows = Limits { rows: 10, ..Limits::default() };
    let few_bytes = Limits { bytes: 1 << 20, ..Limits::default() };

    let by_rows: Vec<_> = Rows::open_within(endless(), few_rows).expect("readable").collect();
    let by_bytes: Vec<_> = Rows::open_within(endless(), few_bytes).expect("readable").collect();

    assert_eq!(by_rows.len(), 11);
    assert!(matches!(by_rows[10], Err(RowFault::TooManyRows { line: 12 })));
    assert!(matches!(by_bytes.last(), Some(Err(RowFault::TooLarge { .. }))));
}

struct Endless {
    line: &'static [u8],
    at: usize,
}

impl Read for Endless {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        for byte in target.iter_mut() {
            *byte = self.line[self.at];
            self.at = (self.at + 1) % self.line.len();
        }
        Ok(target.len())
    }
}

#[test]
fn one_bad_row_does_not_end_the_table() {
    let limits = Limits { columns: 3, cell: 4, ..Limits::default() };

    let rows = within(limits, b"a,b\n1,2,3,4\n1,55555\n1,2\n");

    assert!(matches!(rows[0], Err(RowFault::TooManyColumns { line: 2, columns: 4 })));
    assert!(matches!(rows[1], Err(RowFault::CellTooLong { line: 3, column: 2 })));
    assert!(rows[2].is_ok());
}

#[test]
fn what_is_no_text_is_refused() {
    let refused = |bytes: &[u8]| Rows::open(bytes).err().expect("refused");

    assert!(matches!(refused(&xlsx("Uji", &["nip"], [["1".to_owned()]]).expect("fits")), Unreadable::Binary));
    assert!(matches!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), Unreadable::Binary));
    assert!(matches!(refused(b"a,b\n1,\0\n"), Unreadable::Binary));
    assert!(matches!(refused(b""), Unreadable::Empty));
    assert!(matches!(refused(b"\xEF\xBB\xBF\n,,\n"), Unreadable::Empty));
    assert!(matches!(refused(b"nip,\"nama\n1,2\n"), Unreadable::Header(RowFault::QuoteNotClosed { line: 1 })));
}

#[test]
fn written_tables_open_well_in_spreadsheets() {
    let mut csv = Csv::new(Vec::new(), &["nip", "nama"]).expect("memory");
    csv.row(&["1", "Contoh, \"Panggilan\""]).expect("memory");

    let bytes = csv.finish().expect("memory");

    assert_eq!(bytes, "\u{FEFF}nip,nama\r\n1,\"Contoh, \"\"Panggilan\"\"\"\r\n".as_bytes());
}

#[test]
fn no_cell_becomes_a_formula() {
    for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", " =1", "\u{200B}=1", "\"=1"] {
        let safe = guarded(cell);
        let first = safe.chars().find(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200B}' | '"'));
        assert_eq!(first, Some('\''), "{cell:?} became {safe:?}");
    }
    assert_eq!(guarded("a;=1"), "a;'=1");
    assert_eq!(guarded("Nur'aini A-B"), "Nur'aini A-B");
}

#[test]
fn spreadsheets_hold_strings_only() {
    let nip = "198402132009121001";

    let file = xlsx("Daftar hadir: Mei/Juni [baru]", &["nip", "nama"], [[nip.to_owned(), "=1+1".to_owned()]]).expect("fits");

    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(part(&file, "xl/sharedStrings.xml").contains(nip));
    assert!(part(&file, "xl/sharedStrings.xml").contains("=1+1"));
    assert!(sheet.contains("state=\"frozen\"") && !sheet.contains("<f>"), "{sheet}");
    assert!(part(&file, "xl/workbook.xml").contains("Daftar hadir MeiJuni baru"));
}

/// One part of a zip archive, by its central directory.
fn part(archive: &[u8], name: &str) -> String {
    let number = |at: usize, size: usize| archive[at..at + size].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
    let entry = archive
        .windows(4 + name.len())
        .enumerate()
        .find(|(at, window)| window.starts_with(b"PK\x01\x02") && archive[at + 46..].starts_with(name.as_bytes()));
    let entry = entry.expect("the part is there").0;
    let (packed, local) = (number(entry + 20, 4), number(entry + 42, 4));
    let start = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    let mut text = String::new();
    DeflateDecoder::new(&archive[start..start + packed]).read_to_string(&mut text).expect("deflated text");
    text
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(rows) = Rows::open(&bytes[..]) {
            rows.for_each(drop);
        }
    }

    #[test]
    fn arbitrary_tables_never_panic_and_lines_ascend(text in "[a,;\t\"\r\né\u{FFFD}]{0,200}") {
        if let Ok(rows) = Rows::open(text.as_bytes()) {
            let lines: Vec<u64> = rows.filter_map(Result::ok).map(|row| row.line).collect();
            prop_assert!(lines.is_sorted_by(|earlier, later| earlier < later), "{lines:?}");
            prop_assert!(lines.iter().all(|line| *line <= text.lines().count() as u64 + text.matches('\r').count() as u64));
        }
    }

    #[test]
    fn what_is_written_reads_back(table in proptest::collection::vec(proptest::collection::vec("\\PC{0,8}|[=+@\t\r\n;,\"' -]{0,6}", 3), 0..8)) {
        let mut csv = Csv::new(Vec::new(), &["satu", "dua", "tiga"]).expect("memory");
        for row in &table {
            csv.row(row).expect("memory");
        }

        let back = cells(&csv.finish().expect("memory"));

        let as_guarded = |cell: &String| guarded(cell).replace("\r\n", "\n").replace('\r', "\n");
        let expected: Vec<Vec<String>> = table.iter().map(|row| row.iter().map(as_guarded).collect()).collect();
        prop_assert_eq!(back, expected);
    }
}
