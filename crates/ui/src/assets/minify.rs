//! Takes comments and needless blanks out of our own style sheets and scripts. It is no general minifier: it knows how we write.

/// Style sheets: comments go, runs of blanks shrink, none stay beside `{ } ; ,` or after `:`. Quoted text stays.
pub(super) fn css(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if c == '"' {
            let end = rest[1..].find('"').map_or(rest.len(), |end| end + 2);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_whitespace() {
            rest = rest.trim_start();
            let glued =
                out.ends_with(['{', '}', ';', ',', ':']) || rest.starts_with(['{', '}', ';', ',']) || rest.starts_with("/*");
            if !glued && !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Scripts: lines that are only a comment go, and indentation. We write no multi-line strings.
pub(super) fn js(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_lose_what_browsers_do_not_need() {
        let source = "/* why */\n@layer base {\n  a::after { content: \" ( \" attr(href); }\n  p  b,\n  i:hover { margin: 0 calc(1px + 2px); }\n}\n";

        assert_eq!(css(source), r#"@layer base{a::after{content:" ( " attr(href)}p b,i:hover{margin:0 calc(1px + 2px)}}"#);
    }

    #[test]
    fn a_comment_between_two_rules_leaves_no_blank() {
        assert_eq!(css("a { b: c; } /* x */ d { e: f; }"), "a{b:c}d{e:f}");
    }

    #[test]
    fn scripts_lose_comments_and_indentation() {
        assert_eq!(js("// why\n  let a = 1;\n\n    b(a);\n"), "let a = 1;\nb(a);\n");
    }
}
