//! Where SQL is written: in `queries.rs`, as constants, each listed in `ALL` so that a test prepares it on both databases.

use crate::{
    breach::Breach,
    source::{Literal, RustFile, Tree, crate_of, words},
};

pub(super) fn in_queries_only(tree: &Tree) -> Vec<Breach> {
    let outside = tree.product().filter(|it| !is_queries(&it.path) && crate_of(&it.path) != Some("kernel"));
    outside
        .flat_map(|file| {
            let sql = file.literals.iter().filter(|it| is_sql(&it.value) && !file.is_test(it.offset));
            sql.map(|it| {
                let start: String = it.value.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
                Breach::once(
                    "sql",
                    &file.path,
                    file.line_of(it.offset),
                    format!("\"{start} ...\" belongs in this domain's queries.rs"),
                )
            })
        })
        .collect()
}

pub(super) fn listed(tree: &Tree) -> Vec<Breach> {
    let files = tree.product().filter(|it| is_queries(&it.path) && crate_of(&it.path) != Some("kernel"));
    files
        .flat_map(|file| {
            let all = list(file);
            let unlisted = constants(file).into_iter().filter(move |(_, name)| !all.contains(name));
            unlisted.map(|(at, name)| {
                let advice = format!("`{name}` is not in this file's ALL, so no test prepares it on both databases");
                Breach::once("statement-listed", &file.path, file.line_of(at), advice)
            })
        })
        .collect()
}

/// `queries.rs`, or a file in a folder `queries`.
pub(super) fn is_queries(path: &str) -> bool {
    path.ends_with("/queries.rs") || path.contains("/queries/")
}

/// Whether a literal is a statement; sentences that begin with "select" or "update" are not.
pub(super) fn is_sql(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut all = text.split_whitespace();
    let (first, second) = (all.next().unwrap_or_default(), all.next().unwrap_or_default());
    match first {
        "select" => text.split_whitespace().any(|it| it == "from"),
        "insert" => second == "into",
        "delete" => second == "from",
        "update" => all.any(|it| it == "set"),
        "with" => text.contains(" as (") || text.contains(" as materialized (") || text.contains(" as not materialized ("),
        _ => false,
    }
}

/// The constants whose value is a statement.
fn constants(file: &RustFile) -> Vec<(usize, &str)> {
    let declared: Vec<(usize, &str)> = declarations(file).collect();
    let sql = file.literals.iter().filter(|it| is_sql(&it.value) && !file.is_test(it.offset));
    sql.filter_map(|it| declared.iter().copied().rfind(|(at, _)| *at < it.offset && holds(file, *at, it))).collect()
}

fn holds(file: &RustFile, declared: usize, literal: &Literal) -> bool {
    !file.code[declared..literal.offset].contains(';')
}

fn declarations(file: &RustFile) -> impl Iterator<Item = (usize, &str)> {
    let mut before = "";
    words(&file.code).filter_map(move |(at, word)| {
        let declared = (before == "const").then_some((at, word));
        before = word;
        declared
    })
}

fn list(file: &RustFile) -> Vec<&str> {
    let Some((at, _)) = declarations(file).find(|(_, name)| *name == "ALL") else { return Vec::new() };
    let end = file.code[at..].find(';').map_or(file.code.len(), |it| at + it);
    words(&file.code[at..end]).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    #[test]
    fn statements_and_sentences_are_told_apart() {
        assert!(
            [
                "select 1 from a",
                "\n  INSERT into a values ($1)",
                "delete from a",
                "update a set b = 1",
                "with x as (select 1) select 2"
            ]
            .iter()
            .all(|it| is_sql(it))
        );
        assert!(
            ["Select a file", "update your profile", "insert coin", "with love", "deleted from"].iter().all(|it| !is_sql(it))
        );
    }

    #[test]
    fn sql_stands_in_queries() {
        let text = "const A: &str = \"\n    select id from education_activity\";\n";

        assert!(said(in_queries_only, &[("crates/education/src/queries.rs", text)]).is_empty());
        assert!(said(in_queries_only, &[("crates/education/src/registration/queries.rs", text)]).is_empty());
        let said = said(in_queries_only, &[("crates/education/src/pages.rs", text)]);
        assert_eq!(said, ["1 \"select id from education_activity ...\" belongs in this domain's queries.rs"]);
    }

    #[test]
    fn statements_are_listed() {
        let one = "pub const ALL: &[&str] = &[FIND];\nconst FIND: &str = \"select id from a\";\nconst LIMIT: i64 = 50;\n";
        let two = format!("{one}\npub(crate) const LOSE: &str = \"delete from a\";\n");

        assert!(said(listed, &[("crates/a/src/queries.rs", one)]).is_empty());
        let said = said(listed, &[("crates/a/src/queries.rs", &two)]);
        assert_eq!(said, ["5 `LOSE` is not in this file's ALL, so no test prepares it on both databases"]);
    }
}
