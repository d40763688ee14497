//! How long things may be.

use crate::{
    breach::Breach,
    source::{self, Tree, crate_of},
};

const FILE_LINES: usize = 300;
const FUNCTION_LINES: usize = 40;
const PARAMETERS: usize = 5;
const TEMPLATE_LINES: usize = 80;
const KERNEL_LINES: usize = 2500;

pub(super) fn files(tree: &Tree) -> Vec<Breach> {
    let code =
        tree.files.iter().filter(|it| [".rs", ".mjs", ".js", ".css", ".py"].iter().any(|ending| it.path.ends_with(ending)));
    let counted = code.map(|it| (it, it.text.lines().count())).filter(|(_, lines)| *lines > FILE_LINES);
    let breach = |lines| format!("{lines} lines, at most {FILE_LINES}: split it by noun");
    counted.map(|(it, lines)| Breach::size("file-length", (&it.path, 1), lines, breach(lines))).collect()
}

pub(super) fn functions(tree: &Tree) -> Vec<Breach> {
    let long = functions_of(tree).filter(|(_, it)| it.lines > FUNCTION_LINES);
    long.map(|(path, it)| {
        let advice = format!("`{}` has {} lines, at most {FUNCTION_LINES}: give its parts names", it.name, it.lines);
        Breach::size("function-length", (path, it.line), it.lines, advice)
    })
    .collect()
}

pub(super) fn parameters(tree: &Tree) -> Vec<Breach> {
    let wide = functions_of(tree).filter(|(_, it)| it.parameters > PARAMETERS);
    wide.map(|(path, it)| {
        let advice =
            format!("`{}` has {} parameters, at most {PARAMETERS}: which of them belong together?", it.name, it.parameters);
        Breach::size("parameters", (path, it.line), it.parameters, advice)
    })
    .collect()
}

pub(super) fn templates(tree: &Tree) -> Vec<Breach> {
    let counted = tree.templates().map(|it| (it, it.text.lines().count())).filter(|(_, lines)| *lines > TEMPLATE_LINES);
    let advice = |lines| format!("{lines} lines, at most {TEMPLATE_LINES}: move a part into a template of its own");
    counted.map(|(it, lines)| Breach::size("template-length", (&it.path, 1), lines, advice(lines))).collect()
}

/// Lines of code, tests and `testing` left out. An exception is in whole hundreds, so that not every edit has to touch it.
pub(super) fn kernel(tree: &Tree) -> Vec<Breach> {
    let lines: usize = tree.product().filter(|it| crate_of(&it.path) == Some("kernel")).map(|it| it.lines_of_code()).sum();
    if lines <= KERNEL_LINES {
        return Vec::new();
    }
    let advice = format!("{lines} lines of code, at most {KERNEL_LINES}: what has fewer than three users moves to its user");
    vec![Breach::size("kernel-size", ("crates/kernel/src/lib.rs", 1), lines.next_multiple_of(100), advice)]
}

fn functions_of(tree: &Tree) -> impl Iterator<Item = (&str, source::Function<'_>)> {
    tree.rust.iter().flat_map(|file| source::functions(file).into_iter().map(|it| (file.path.as_str(), it)))
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    #[test]
    fn files_have_300_lines() {
        assert!(said(files, &[("crates/a/src/x.rs", &"\n".repeat(300))]).is_empty());
        assert_eq!(said(files, &[("crates/a/src/x.rs", &"\n".repeat(301))]), ["1 301 lines, at most 300: split it by noun"]);
        assert!(said(files, &[("LICENSE", &"\n".repeat(301))]).is_empty());
    }

    #[test]
    fn functions_have_40_lines() {
        let of = |lines: usize| format!("\nfn long() {{{}}}\n", "\n".repeat(lines - 1));

        assert!(said(functions, &[("crates/a/src/x.rs", &of(40))]).is_empty());
        assert_eq!(
            said(functions, &[("crates/a/src/x.rs", &of(41))]),
            ["2 `long` has 41 lines, at most 40: give its parts names"]
        );
    }

    #[test]
    fn functions_have_5_parameters() {
        assert!(said(parameters, &[("crates/a/src/x.rs", "fn f(&self, a: A, b: A, c: A, d: A, e: A) {}")]).is_empty());
        assert_eq!(said(parameters, &[("crates/a/src/x.rs", "fn f(a: A, b: A, c: A, d: A, e: A, f: A) {}")]).len(), 1);
    }

    #[test]
    fn templates_have_80_lines() {
        assert!(said(templates, &[("crates/a/src/templates/x.html", &"\n".repeat(80))]).is_empty());
        assert_eq!(said(templates, &[("crates/a/src/templates/x.html", &"\n".repeat(81))]).len(), 1);
    }

    #[test]
    fn the_kernel_stays_small() {
        let lines = |count| "use a;\n".repeat(count);

        assert!(
            said(kernel, &[("crates/kernel/src/lib.rs", &lines(2500)), ("crates/kernel/src/tests.rs", &lines(9))]).is_empty()
        );
        assert_eq!(
            said(kernel, &[("crates/kernel/src/lib.rs", &lines(2000)), ("crates/kernel/src/db.rs", &lines(501))]).len(),
            1
        );
    }
}
