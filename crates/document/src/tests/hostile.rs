//! Texts, templates and pictures from people who mean harm, or slipped.

use crate::{
    Fault, Picture,
    tests::{least, named, pages, plain, press, problem, wait},
};

#[test]
fn markup_in_a_name_stays_text() {
    let press = press();

    for name in ["#read(\"/etc/passwd\")", "$x$", "*bold*", "= Kepala", "\\u{41}", "@sri", "<p>", "#panic()", "`a` _b_ // c /* d"]
    {
        let letters = pages::letters(&press, &plain(), named(name));

        assert!(letters.contains(&name.replace(' ', "")), "{name} in {letters}");
    }
}

#[test]
fn direction_marks_and_line_breaks_do_not_move_what_is_printed() {
    let press = press();

    let letters = pages::letters(&press, &plain(), named("Sri\u{202e}\u{200b}\n\tBudi\u{0}"));

    assert!(letters.contains("SriBudi"));
}

#[test]
fn a_broken_template_is_told_with_its_line() {
    let adopt = |text: &str| problem(wait(press().adopt(text.to_owned())).expect_err("refused"));

    let unknown = adopt("#import \"/parts.typ\": *\n\n= Judul\n#nama");
    let unclosed = adopt("#import \"/parts.typ\": *\n#text(size: 9pt");
    let missing = adopt("#import \"/parts.typ\": *\n= Judul\n\n  #sheet.nip");
    let inside_a_part = adopt("#import \"/parts.typ\": *\n= Judul\n#day(\"besok\")");

    assert_eq!((unknown.line, unknown.column), (Some(4), Some(2)));
    assert!(unknown.reason.contains("unknown variable: nama"));
    assert_eq!(unclosed.line, Some(2));
    assert_eq!((missing.line, missing.column), (Some(4), Some(10)));
    assert_eq!(inside_a_part.line, Some(3));
}

#[test]
fn a_template_reaches_no_file_no_package_and_no_foreign_program() {
    let reasons = [
        "#read(\"/etc/passwd\")",
        "#read(\"paper.typ\")",
        "#import \"@preview/cetz:0.3.0\": *",
        "#image(\"/a.png\", alt: \"\")",
        "#plugin(bytes(\"a\"))",
        "#std.plugin(bytes(\"a\"))",
    ]
    .map(|text| problem(wait(press().adopt(format!("= Judul\n{text}"))).expect_err("refused")));

    for problem in reasons {
        assert_eq!(problem.line, Some(2), "{}", problem.reason);
    }
}

#[test]
fn a_template_that_readers_aloud_cannot_follow_is_refused() {
    let untold =
        problem(wait(press().adopt("#import \"/parts.typ\": code\n= Judul\n#image(code)".to_owned())).expect_err("refused"));
    let unaddressed =
        problem(wait(press().adopt("#set document(keywords: (\"palsu\",))\n= Judul".to_owned())).expect_err("refused"));

    assert!(untold.reason.contains("alt"), "{}", untold.reason);
    assert!(unaddressed.reason.contains("keywords"));
}

#[test]
fn a_template_without_an_end_stops() {
    let adopt = |text: &str| problem(wait(press().adopt(text.to_owned())).expect_err("refused"));

    let endless = adopt("= Judul\n#while true { }");
    let recursive = adopt("= Judul\n#let f(x) = f(x + 1)\n#f(1)");
    let deep = adopt("= Judul\n#let f(x) = block(if x > 0 { f(x - 1) })\n#let g = range(2000).fold([a], (a, _) => block(a))\n#g");

    for problem in [endless, recursive, deep] {
        assert!(!problem.reason.is_empty());
    }
}

#[test]
fn pictures_are_let_in_by_what_they_hold() {
    let svg = |inside: &str| {
        Picture::read(format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>").as_bytes())
    };
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10".to_vec();

    assert!(svg("<path d='M0 0h9v9z'/>").is_ok());
    assert!(Picture::read(&png).is_ok());
    png[18] = 0xff;
    assert_eq!(Picture::read(&png), Err(Fault::PictureSize));
    assert_eq!(Picture::read(&vec![b' '; (1 << 20) + 1]), Err(Fault::PictureSize));
    assert_eq!(Picture::read(b"<html>"), Err(Fault::PictureKind));
    assert_eq!(Picture::read(b"\xff\xd8\xff"), Err(Fault::PictureKind));
    assert_eq!(svg("<image href='file:///etc/passwd'/>"), Err(Fault::PictureContent("<image")));
    assert_eq!(svg("<USE href='#a'/>"), Err(Fault::PictureContent("<use")));
}

#[test]
fn a_picture_that_only_looks_like_one_is_a_fault_and_no_crash() {
    let mut sheet = least();
    sheet.organisers[0].crest =
        Some(Picture::read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10").expect("looks like one"));

    let fault = wait(press().certificate(&plain(), sheet)).expect_err("refused");

    assert!(matches!(fault, Fault::Template(_)), "{fault}");
}
