//! A handler has one door: `routes.rs` names it once.

use std::collections::BTreeMap;

use crate::{
    breach::Breach,
    source::{RustFile, Tree, paths},
};

pub(super) fn named_once(tree: &Tree) -> Vec<Breach> {
    let files = tree.product().filter(|it| it.path.ends_with("/routes.rs"));
    files
        .flat_map(|file| {
            let mut doors: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for (at, handler) in handlers(file) {
                doors.entry(handler).or_default().push(file.line_of(at));
            }
            let repeated =
                doors.into_iter().flat_map(|(handler, lines)| lines.into_iter().skip(1).map(move |line| (handler, line)));
            repeated.map(|(handler, line)| {
                let advice = format!("`{handler}` has a second door: one address per page, or a handler of its own");
                Breach::once("door", &file.path, line, advice)
            })
        })
        .collect()
}

fn handlers(file: &RustFile) -> impl Iterator<Item = (usize, &str)> {
    let called = paths(&file.code).into_iter().filter(|(_, path)| {
        let mut parts: Vec<&str> = path.split("::").collect();
        let name = parts.pop().unwrap_or_default();
        name.starts_with(|it: char| it.is_lowercase()) && parts.iter().any(|it| matches!(*it, "pages" | "actions"))
    });
    called.filter(|(at, _)| !file.code[..*at].trim_end().ends_with("use"))
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    #[test]
    fn a_handler_has_one_door() {
        let one = "use crate::{actions, pages::Upcoming};\n.get(\"/a\", Anyone, pages::upcoming).answers::<pages::Upcoming>()\n.post(\"/a\", SignedIn, seat::actions::take)\n";
        let two = format!("{one}.get(\"/b\", Anyone, pages::upcoming).answers::<pages::Upcoming>()\n");

        assert!(said(named_once, &[("crates/a/src/routes.rs", one)]).is_empty());
        let said = said(named_once, &[("crates/a/src/routes.rs", &two)]);
        assert_eq!(said, ["4 `pages::upcoming` has a second door: one address per page, or a handler of its own"]);
    }
}
