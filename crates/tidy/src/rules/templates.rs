//! No template without a page.

use std::collections::BTreeSet;

use crate::{breach::Breach, source::Tree};

pub(super) fn used(tree: &Tree) -> Vec<Breach> {
    let by_code = tree.rust.iter().flat_map(|it| it.literals.iter().map(|it| it.value.as_str()));
    let by_templates = tree.templates().flat_map(|it| quoted(&it.text));
    let named: BTreeSet<&str> = by_code.chain(by_templates).collect();
    let unused = tree.templates().filter(|it| !named.contains(name(&it.path)));
    unused
        .map(|it| Breach::once("template-used", &it.path, 1, "no struct, include or extends names it: delete it".into()))
        .collect()
}

/// What stands between two quotes of any kind, next to each other on a line: attributes hold expressions that hold texts.
pub(super) fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split(['"', '\'']).skip(1))
}

/// As askama names it: what follows the folder `templates`.
fn name(path: &str) -> &str {
    path.split_once("/templates/").map_or(path, |it| it.1)
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    #[test]
    fn a_template_belongs_to_something() {
        let page = ("crates/a/src/pages.rs", "#[template(path = \"seat/list.html\")]\nstruct List;");
        let list = ("crates/a/src/templates/seat/list.html", "{% include 'row.html' %}");
        let row = ("crates/a/src/templates/row.html", "");

        assert!(said(used, &[page, list, row]).is_empty());
        assert_eq!(said(used, &[page, row]), ["1 no struct, include or extends names it: delete it"]);
    }
}
