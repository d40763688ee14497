//! The rules, one function each: a tree goes in, breaches come out.

mod documents;
mod doors;
mod habits;
mod names;
mod size;
mod statements;
mod tables;
mod templates;
mod texts;
mod walls;

use crate::{breach::Breach, source::Tree};

pub(crate) type Rule = fn(&Tree) -> Vec<Breach>;

pub(crate) const ALL: &[Rule] = &[
    size::files,
    size::functions,
    size::parameters,
    size::templates,
    size::kernel,
    walls::dependencies,
    walls::listeners,
    walls::database,
    statements::in_queries_only,
    statements::listed,
    tables::own_only,
    names::files,
    names::kernel_nouns,
    doors::named_once,
    templates::used,
    texts::both_languages,
    texts::known,
    texts::used,
    habits::opening_line,
    habits::ignored_tests,
    habits::sleeping_tests,
    habits::unfinished,
    documents::decisions,
    documents::links,
];

/// What a rule says about a made-up tree, as "line advice".
#[cfg(test)]
fn said(rule: Rule, files: &[(&str, &str)]) -> Vec<String> {
    rule(&Tree::of(files)).into_iter().map(|it| format!("{} {}", it.line, it.advice)).collect()
}
