//! Whose tables a statement names: those of its own domain, by prefix. It reads SQL word by word and understands no more than that takes.

use super::statements::{is_queries, is_sql};
use crate::{
    breach::Breach,
    source::{Tree, crate_of},
};

/// Functions that stand where a table stands.
const ROW_FUNCTIONS: &[&str] = &["json_each"];
/// Functions that have a `from` of their own.
const FROM_FUNCTIONS: &[&str] = &["extract", "substring", "trim", "overlay"];
const AFTER_TABLE: &[&str] = &[
    "where",
    "join",
    "left",
    "right",
    "full",
    "inner",
    "cross",
    "on",
    "group",
    "order",
    "limit",
    "union",
    "except",
    "intersect",
    "set",
    "returning",
    "values",
    "select",
    "using",
    "having",
    "window",
    "for",
    "offset",
    "natural",
];

pub(super) fn own_only(tree: &Tree) -> Vec<Breach> {
    let files = tree.product().filter(|it| is_queries(&it.path));
    let domains = files.filter_map(|it| Some((crate_of(&it.path).filter(|name| *name != "kernel")?, it)));
    domains
        .flat_map(|(domain, file)| {
            let statements = file.literals.iter().filter(|it| is_sql(&it.value) && !file.is_test(it.offset));
            let tables =
                statements.flat_map(move |it| foreign(&it.value, domain).into_iter().map(move |table| (it.offset, table)));
            tables.map(move |(at, table)| {
                let advice =
                    format!("`{table}` is not a table of {domain} ({domain}_...): ask its owner, or keep what was published");
                Breach::once("foreign-table", &file.path, file.line_of(at), advice)
            })
        })
        .collect()
}

fn foreign(sql: &str, domain: &str) -> Vec<String> {
    let tokens = tokens(sql);
    let named = named_here(&tokens);
    let prefix = format!("{domain}_");
    let is_own =
        |it: &String| it.starts_with(&prefix) || it == domain || named.contains(it) || ROW_FUNCTIONS.contains(&it.as_str());
    tables(&tokens).into_iter().filter(|it| !is_own(it)).collect()
}

/// Lower-case words and single signs; text in quotes is left out.
fn tokens(sql: &str) -> Vec<String> {
    let mut tokens: Vec<String> = vec![String::new()];
    let unquoted = sql.split('\'').step_by(2).collect::<Vec<_>>().join(" ");
    let uncommented: String = unquoted.lines().map(|it| it.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    for it in uncommented.to_lowercase().chars() {
        let is_part = it.is_alphanumeric() || matches!(it, '_' | '.' | '$' | '{' | '}');
        match tokens.last_mut() {
            Some(word) if is_part => word.push(it),
            _ => tokens.extend([it.to_string(), String::new()]),
        }
    }
    tokens.retain(|it| !it.trim().is_empty());
    tokens
}

/// Names given by `with NAME as (...)` or `with NAME (columns) as (...)`.
fn named_here(tokens: &[String]) -> Vec<String> {
    let is_named = |at: &usize| {
        let after = tokens[at + 1..].iter().find(|it| !matches!(it.as_str(), "not" | "materialized"));
        tokens[*at] == "as" && *at > 0 && after.is_some_and(|it| it == "(")
    };
    let name = |at: usize| match tokens[at - 1].as_str() {
        ")" => tokens[..at].iter().rposition(|it| it == "(").filter(|it| *it > 0).map(|it| tokens[it - 1].clone()),
        name => Some(name.to_owned()),
    };
    (0..tokens.len()).filter(is_named).filter_map(name).collect()
}

fn tables(tokens: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut brackets = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |it| tokens[it].as_str());
        match token.as_str() {
            "(" => brackets.push(before),
            ")" => drop(brackets.pop()),
            "from" if before == "distinct" || brackets.last().is_some_and(|it| FROM_FUNCTIONS.contains(it)) => {}
            "update" if matches!(before, "do" | "for" | "key") => {}
            "from" | "join" | "into" | "update" => found.extend(listed_from(&tokens[at + 1..])),
            _ => {}
        }
    }
    found
}

/// The table that comes next, and those after its commas: `a, b as c`.
fn listed_from(tokens: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = tokens.iter().skip_while(|it| matches!(it.as_str(), "only" | "lateral")).peekable();
    while let Some(table) = rest.next_if(|it| is_name(it)) {
        found.push(table.clone());
        while rest.next_if(|it| *it == "as" || (is_name(it) && !AFTER_TABLE.contains(&it.as_str()))).is_some() {}
        if rest.next_if(|it| *it == ",").is_none() {
            break;
        }
    }
    found
}

fn is_name(token: &str) -> bool {
    token.starts_with(|it: char| it.is_alphabetic() || it == '_')
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    #[track_caller]
    fn own(sql: &str) {
        assert_eq!(foreign(sql, "education"), Vec::<String>::new(), "{sql}");
    }

    #[test]
    fn a_domain_names_its_own_tables() {
        own("select id from education_activity a join education_seat as s on s.activity_id = a.id where a.id = $1");
        own("insert into education_seat (id) values ($1) on conflict (id) do update set taken = excluded.taken");
        own("update education_seat set taken = 1 where id in (select id from education_activity) returning id");
        own("with due as (select id from education_seat), late (id) as not materialized (select 1) select * from due, late");
        own(
            "with recursive below (id) as (select id from education_unit union all select u.id from education_unit u join below b on true) select 1 from below",
        );
    }

    #[test]
    fn what_only_looks_like_a_table_is_none() {
        own(
            "select extract(year from begins_at), a is distinct from b, 'text from elsewhere' from education_activity for update",
        );
        own("select value from json_each($1)");
        own("select id -- from elsewhere\n from education_activity");
        own("select id from (select id from education_seat) s");
    }

    #[test]
    fn a_foreign_table_is_found_anywhere() {
        for sql in [
            "select * from directory_person",
            "select * from education_activity a, directory_person p",
            "select * from education_activity left join directory_person p on p.id = a.by",
            "update directory_person set name = $1",
            "insert into directory_person (id) select id from education_seat",
            "with x as (select id from directory_person) select * from x",
            "select id from education_activity where exists (select 1 from directory_person)",
        ] {
            assert_eq!(foreign(sql, "education"), ["directory_person"], "{sql}");
        }
    }

    #[test]
    fn the_line_is_said() {
        let text = "\nconst A: &str = \"select id from directory_person\";";

        let said = said(own_only, &[("crates/education/src/queries.rs", text)]);
        assert!(said[0].starts_with("2 `directory_person` is not a table of education"), "{said:?}");
    }
}
