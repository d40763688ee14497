//! A Rust file with its comments and literals set apart, so that rules about code are not fooled by text. It is a scanner, not a parser.

use std::ops::Range;

use super::Tree;

pub(crate) struct RustFile {
    pub(crate) path: String,
    /// The source with comments and the inside of literals blanked: same length, same lines.
    pub(crate) code: String,
    pub(crate) literals: Vec<Literal>,
    /// Comments as (line, text).
    pub(crate) comments: Vec<(usize, String)>,
    pub(crate) first_line: String,
    line_starts: Vec<usize>,
    test_parts: Vec<Range<usize>>,
}

pub(crate) struct Literal {
    /// Of the opening quote.
    pub(crate) offset: usize,
    pub(crate) value: String,
}

impl RustFile {
    pub(crate) fn new(path: &str, text: &str) -> RustFile {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut file = RustFile {
            path: path.to_owned(),
            code: String::new(),
            literals: Vec::new(),
            comments: Vec::new(),
            first_line: text.lines().next().unwrap_or_default().to_owned(),
            line_starts,
            test_parts: Vec::new(),
        };
        file.code = file.scan(text);
        file.test_parts = test_parts(&file.code);
        file
    }

    /// The line, from 1, of a byte.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|it| *it <= offset)
    }

    /// Whether a byte belongs to tests: a file or folder named so, or a module under `#[cfg(test)]`.
    pub(crate) fn is_test(&self, offset: usize) -> bool {
        self.is_test_file() || self.test_parts.iter().any(|it| it.contains(&offset))
    }

    pub(crate) fn is_test_file(&self) -> bool {
        let support = self.path.split('/').any(|it| matches!(it, "tests" | "testing" | "benches"));
        support || self.path.ends_with("/tests.rs") || self.path.ends_with("/testing.rs")
    }

    /// Lines with code on them, tests left out.
    pub(crate) fn lines_of_code(&self) -> usize {
        let mut starts = self.line_starts.iter().zip(self.code.lines());
        starts.by_ref().filter(|(start, line)| !line.trim().is_empty() && !self.is_test(**start)).count()
    }

    fn scan(&mut self, text: &str) -> String {
        let mut code = Vec::with_capacity(text.len());
        while code.len() < text.len() {
            let at = code.len();
            let rest = &text[at..];
            if let Some(length) = comment(rest) {
                self.comments.push((self.line_of(at), rest[..length].to_owned()));
                blank(&mut code, &rest[..length]);
            } else if let Some((open, length, close)) = literal(text, at) {
                let inside = &rest[open..length - close];
                self.literals.push(Literal { offset: at + open - 1, value: inside.to_owned() });
                code.extend_from_slice(&rest.as_bytes()[..open]);
                blank(&mut code, inside);
                code.extend_from_slice(&rest.as_bytes()[length - close..length]);
            } else if let Some(length) = character(rest) {
                blank(&mut code, &rest[..length]);
            } else {
                let length = rest.chars().next().map_or(1, char::len_utf8);
                code.extend_from_slice(&rest.as_bytes()[..length]);
            }
        }
        String::from_utf8_lossy(&code).into_owned()
    }
}

impl Tree {
    /// Rust that ships: no tests, no tidy.
    pub(crate) fn product(&self) -> impl Iterator<Item = &RustFile> {
        self.rust.iter().filter(|it| !it.is_test_file() && !it.path.starts_with("crates/tidy/"))
    }
}

/// Every identifier with its place.
pub(crate) fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |it: char| it.is_alphanumeric() || it == '_';
    let starts = code.char_indices().scan(' ', move |before, (at, it)| {
        let starts = is_part(it) && !is_part(*before);
        *before = it;
        Some((at, starts))
    });
    starts.filter(|(_, starts)| *starts).map(move |(at, _)| {
        let length = code[at..].find(|it| !is_part(it)).unwrap_or(code.len() - at);
        (at, &code[at..at + length])
    })
}

/// Every path such as `actions::register` with its place, with what follows a last `::` left open: `peer::` before `{`.
pub(crate) fn paths(code: &str) -> Vec<(usize, &str)> {
    let mut paths: Vec<(usize, &str)> = Vec::new();
    for (at, word) in words(code) {
        let end = at + word.len();
        match paths.last_mut() {
            Some((start, path)) if *start + path.len() == at && path.ends_with("::") => *path = &code[*start..end],
            _ => paths.push((at, word)),
        }
        if let Some((start, path)) = paths.last_mut()
            && code[end..].starts_with("::")
        {
            *path = &code[*start..end + 2];
        }
    }
    paths
}

fn blank(code: &mut Vec<u8>, text: &str) {
    code.extend(text.bytes().map(|it| if it == b'\n' { b'\n' } else { b' ' }));
}

fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if !rest.starts_with("/*") {
        return None;
    }
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    Some(rest.len())
}

/// The lengths of a string literal: what opens it, all of it, what closes it.
fn literal(text: &str, at: usize) -> Option<(usize, usize, usize)> {
    let rest = &text[at..];
    let follows_word = text[..at].ends_with(|it: char| it.is_alphanumeric() || it == '_');
    let prefix = rest.find(|it: char| !it.is_alphanumeric() && it != '_')?;
    if prefix > 0 && (follows_word || !matches!(&rest[..prefix], "r" | "b" | "br" | "c" | "cr")) {
        return None;
    }
    let hashes = rest[prefix..].find(|it| it != '#')?;
    if !rest[prefix + hashes..].starts_with('"') || (hashes > 0 && !rest[..prefix].contains('r')) {
        return None;
    }
    let open = prefix + hashes + 1;
    let close = format!("\"{}", "#".repeat(hashes));
    let length = if rest[..prefix].contains('r') { rest[open..].find(&close)? } else { unescaped_quote(&rest[open..])? };
    Some((open, open + length + close.len(), close.len()))
}

fn unescaped_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, it)| {
        let ends = it == '"' && !escaped;
        escaped = it == '\\' && !escaped;
        ends.then_some(at)
    })
}

/// The length of a character literal; `'a` alone is a lifetime.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let skipped = escape.chars().next()?.len_utf8();
        return escape[skipped..].find('\'').map(|it| 2 + skipped + it + 1);
    }
    let length = inside.chars().next()?.len_utf8();
    inside[length..].starts_with('\'').then_some(length + 2)
}

fn test_parts(code: &str) -> Vec<Range<usize>> {
    let marks = code.match_indices("#[cfg(test)]").map(|(at, _)| at);
    marks
        .filter_map(|at| {
            let open = at + code[at..].find(['{', ';'])?;
            code[open..].starts_with('{').then(|| at..super::function::closing(code, open))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        RustFile::new("crates/a/src/x.rs", text).code
    }

    #[test]
    fn comments_and_literals_are_blanked() {
        assert_eq!(code("a // todo!()\nb /* x /* y */ z */ c"), "a           \nb                   c");
        assert_eq!(code(r##"f("a\"b", r#"c"d"#, b"e")"##), r##"f("    ", r#"   "#, b" ")"##);
        assert_eq!(code("let q: &'a str = '\"'; '\\''; '\\u{1F}'"), "let q: &'a str =    ;     ;         ");
    }

    #[test]
    fn literals_are_kept() {
        let file = RustFile::new("crates/a/src/x.rs", "\nconst A: &str = \"select\n1\";");

        assert_eq!(file.literals[0].value, "select\n1");
        assert_eq!(file.line_of(file.literals[0].offset), 2);
    }

    #[test]
    fn modules_under_cfg_test_are_tests() {
        let file = RustFile::new("crates/a/src/x.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n");

        let is_test = |name| file.is_test(file.code.find(name).expect("there"));
        assert_eq!(["a()", "b()", "c()"].map(is_test), [false, true, false]);
        assert_eq!(file.lines_of_code(), 2);
    }

    #[test]
    fn paths_are_whole() {
        let found: Vec<&str> = paths("use a::{b}; c::d::e(f)").into_iter().map(|it| it.1).collect();

        assert_eq!(found, ["use", "a::", "b", "c::d::e", "f"]);
    }
}
