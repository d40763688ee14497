//! What is not left lying about: modules without a first line, ignored or sleeping tests, unfinished work.

use crate::{
    breach::Breach,
    source::{RustFile, Tree, words},
};

const UNFINISHED_MACROS: &[&str] = &["todo", "unimplemented", "dbg"];
const UNFINISHED_WORDS: &[&str] = &["TODO", "FIXME", "XXX", "HACK"];

pub(super) fn opening_line(tree: &Tree) -> Vec<Breach> {
    let silent = tree.rust.iter().filter(|it| !it.first_line.starts_with("//! "));
    let advice = "open with one `//!` line: what this is, and what it is not";
    silent.map(|it| Breach::once("opening-line", &it.path, 1, advice.into())).collect()
}

pub(super) fn ignored_tests(tree: &Tree) -> Vec<Breach> {
    let marks = tree.rust.iter().flat_map(|file| file.code.match_indices("#[ignore").map(move |(at, _)| (file, at)));
    marks
        .map(|(file, at)| Breach::once("ignored-test", &file.path, file.line_of(at), "repair this test or delete it".into()))
        .collect()
}

pub(super) fn sleeping_tests(tree: &Tree) -> Vec<Breach> {
    let advice = || "wait for the thing itself, not for time".to_owned();
    let rust = tree.rust.iter().flat_map(|file| {
        let sleeps =
            words(&file.code).filter(|(at, word)| *word == "sleep" && file.is_test(*at) && follows(file, *at, word, "("));
        sleeps.map(|(at, _)| Breach::once("sleeping-test", &file.path, file.line_of(at), advice()))
    });
    let browser = tree.ending(".test.mjs").flat_map(|file| {
        let sleeps = file
            .lines()
            .filter(|(_, text)| ["waitForTimeout(", "setTimeout(", "timers/promises"].iter().any(|it| text.contains(it)));
        sleeps.map(|(line, _)| Breach::once("sleeping-test", &file.path, line, advice()))
    });
    rust.chain(browser).collect()
}

pub(super) fn unfinished(tree: &Tree) -> Vec<Breach> {
    let macros = tree.rust.iter().flat_map(|file| {
        let left = words(&file.code).filter(|(at, word)| UNFINISHED_MACROS.contains(word) && follows(file, *at, word, "!"));
        left.map(|(at, word)| (file.path.as_str(), file.line_of(at), word))
    });
    let comments = tree.rust.iter().flat_map(|file| {
        let left = file.comments.iter().flat_map(|(line, text)| unfinished_words(text).map(move |word| (*line, word)));
        left.map(|(line, word)| (file.path.as_str(), line, word))
    });
    let others = tree.files.iter().filter(|it| !it.path.ends_with(".rs") && !it.path.ends_with(".md"));
    let others = others.flat_map(|file| {
        let left = file.lines().flat_map(|(line, text)| unfinished_words(text).map(move |word| (line, word)));
        left.map(|(line, word)| (file.path.as_str(), line, word))
    });
    let advice = |word| format!("`{word}`: finish it, or write it down as an issue");
    macros.chain(comments).chain(others).map(|(path, line, word)| Breach::once("unfinished", path, line, advice(word))).collect()
}

fn unfinished_words(text: &str) -> impl Iterator<Item = &str> {
    words(text).map(|it| it.1).filter(|it| UNFINISHED_WORDS.contains(it))
}

fn follows(file: &RustFile, at: usize, word: &str, sign: &str) -> bool {
    file.code[at + word.len()..].starts_with(sign)
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    #[test]
    fn a_module_opens_with_a_line() {
        assert!(said(opening_line, &[("crates/a/src/x.rs", "//! What it is.\n")]).is_empty());
        assert_eq!(said(opening_line, &[("crates/a/src/x.rs", "use std::fs;\n")]).len(), 1);
    }

    #[test]
    fn no_test_is_ignored() {
        assert!(said(ignored_tests, &[("crates/a/src/x.rs", "// #[ignore]\n")]).is_empty());
        assert_eq!(said(ignored_tests, &[("crates/a/src/x.rs", "#[test]\n#[ignore = \"slow\"]\nfn x() {}")]).len(), 1);
    }

    #[test]
    fn no_test_sleeps() {
        let text = "async fn rest() { tokio::time::sleep(PAUSE).await }\n";

        assert!(said(sleeping_tests, &[("crates/a/src/jobs.rs", text)]).is_empty());
        assert_eq!(said(sleeping_tests, &[("crates/a/src/tests.rs", text)]).len(), 1);
        assert_eq!(
            said(sleeping_tests, &[("e2e/a.test.mjs", "\nawait page.waitForTimeout(500);")]),
            ["2 wait for the thing itself, not for time"]
        );
    }

    #[test]
    fn nothing_is_left_unfinished() {
        let finished = [("crates/a/src/x.rs", "const DOING: &str = \"TODO\"; // a todo list\n"), ("STYLE.md", "no TODO")];
        assert!(said(unfinished, &finished).is_empty());

        let left =
            [("crates/a/src/x.rs", "fn a() { todo!() } // FIXME later\n"), ("crates/a/src/templates/x.html", "<!-- TODO -->")];
        assert_eq!(said(unfinished, &left).len(), 3);
    }
}
