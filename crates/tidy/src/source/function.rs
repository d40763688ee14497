//! Functions of a Rust file: where they are, how long, how many parameters.

use super::{RustFile, words};

pub(crate) struct Function<'a> {
    pub(crate) name: &'a str,
    pub(crate) line: usize,
    /// From `fn` to the closing brace.
    pub(crate) lines: usize,
    /// `self` left out.
    pub(crate) parameters: usize,
}

pub(crate) fn functions(file: &RustFile) -> Vec<Function<'_>> {
    let code = &file.code;
    let mut found = Vec::new();
    let mut all = words(code).peekable();
    while let Some((at, word)) = all.next() {
        let Some((name_at, name)) = all.peek().copied().filter(|it| word == "fn" && code[at + 2..it.0].trim().is_empty()) else {
            continue;
        };
        let Some(open) = opening(code, name_at + name.len()) else { continue };
        let close = closing(code, open);
        let end = body_end(code, close);
        let line = file.line_of(at);
        let parameters = parameters(&code[open + 1..close - 1]);
        found.push(Function { name, line, lines: file.line_of(end - 1) + 1 - line, parameters });
    }
    found
}

/// The byte after the bracket that closes the one at `open`.
pub(super) fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, it) in code[open..].char_indices() {
        match it {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return open + at + 1;
        }
    }
    code.len()
}

/// The parenthesis that opens the parameters, past generics such as `<F: Fn(u8) -> u8>`.
fn opening(code: &str, from: usize) -> Option<usize> {
    let mut depth = 0;
    let mut before = ' ';
    for (at, it) in code[from..].char_indices() {
        match it {
            '<' => depth += 1,
            '>' if before != '-' => depth -= 1,
            '(' if depth == 0 => return Some(from + at),
            _ => {}
        }
        before = it;
    }
    None
}

fn body_end(code: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(it) = code[at..].chars().next() {
        match it {
            '{' => return closing(code, at),
            ';' => return at + 1,
            '(' | '[' => at = closing(code, at),
            _ => at += it.len_utf8(),
        }
    }
    code.len()
}

fn parameters(list: &str) -> usize {
    let mut depth = 0;
    let mut before = ' ';
    let split = list.split(|it| {
        match it {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            '>' if before != '-' => depth -= 1,
            _ => {}
        }
        before = it;
        it == ',' && depth == 0
    });
    split.filter(|it| !it.trim().is_empty() && !is_self(it)).count()
}

fn is_self(parameter: &str) -> bool {
    let name = parameter.split(':').next().unwrap_or_default();
    words(name).last().is_some_and(|(_, it)| it == "self")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(text: &str) -> Vec<(String, usize, usize)> {
        let file = RustFile::new("crates/a/src/x.rs", text);
        functions(&file).iter().map(|it| (it.name.to_owned(), it.lines, it.parameters)).collect()
    }

    #[test]
    fn functions_are_measured_from_fn_to_brace() {
        assert_eq!(measured("fn a() {}\n"), [("a".into(), 1, 0)]);
        assert_eq!(measured("fn a(\n    x: u8,\n) -> [u8; 2]\nwhere\n    u8: Copy,\n{\n    x\n}\n"), [("a".into(), 8, 1)]);
        assert_eq!(measured("trait T {\n    fn a(&self);\n    fn b() {\n    }\n}"), [("a".into(), 1, 0), ("b".into(), 2, 0)]);
    }

    #[test]
    fn parameters_are_counted_without_self() {
        assert_eq!(measured("fn a(&'a mut self, State(x): State<App>, f: fn(u8, u8) -> u8, m: Map<u8, u8>) {}")[0].2, 3);
        assert_eq!(measured("fn a<F: Fn(u8, u8) -> u8>(f: F, self_made: u8,) {}")[0].2, 2);
    }

    #[test]
    fn pointers_to_functions_are_no_functions() {
        assert!(measured("struct S { f: fn(u8) -> u8, g: for<'a> fn(&'a u8) }").is_empty());
    }
}
