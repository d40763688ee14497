//! Who may know whom: sheet, credential, document, meeting, store (which know nobody) <- kernel, ui <- directory <- every other domain <- guyub.

use std::collections::BTreeSet;

use crate::{
    breach::Breach,
    source::{File, Tree, crate_of, paths},
};

const LISTENERS: &[&str] = &["search", "notify", "recognition", "insight"];
const TOPS: &[&str] = &["guyub", "bench"];
const BELOW_DOMAINS: &[&str] = &["credential", "crowd", "document", "meeting", "sheet", "store", "kernel", "ui", "directory"];

pub(super) fn dependencies(tree: &Tree) -> Vec<Breach> {
    let crates = tree.crates();
    let manifests = tree.ending("/Cargo.toml").filter_map(|it| Some((crate_of(&it.path)?, it)));
    manifests
        .flat_map(|(name, manifest)| {
            let imported = imports(manifest).filter(|(_, it)| crates.contains(it) && !may_import(name, it));
            imported.map(move |(line, it)| {
                let advice = format!("{name} may not depend on {it}: tell it by a published fact, a panel or a link instead");
                Breach::once("walls", &manifest.path, line, advice)
            })
        })
        .collect()
}

/// A listener hears a peer's `published` facts and knows nothing else of it.
pub(super) fn listeners(tree: &Tree) -> Vec<Breach> {
    let crates = tree.crates();
    let files = tree.rust.iter().filter(|it| crate_of(&it.path).is_some_and(|name| LISTENERS.contains(&name)));
    files
        .flat_map(|file| {
            let peers = peers(&crates, crate_of(&file.path));
            let known = paths(&file.code).into_iter().filter(move |(_, path)| knows_too_much(path, &peers));
            known.map(|(at, path)| {
                let advice = format!("`{path}`: a listener names a peer's `published` only");
                Breach::once("listeners", &file.path, file.line_of(at), advice)
            })
        })
        .collect()
}

/// Only the kernel knows which database is there.
pub(super) fn database(tree: &Tree) -> Vec<Breach> {
    let advice = || "only the kernel names sqlx: use `db.all`, `db.one`, `tx.run`".to_owned();
    let outside = |path: &str| crate_of(path).is_some_and(|it| it != "kernel" && it != "tidy");
    let code = tree.rust.iter().filter(|it| outside(&it.path)).flat_map(|file| {
        let named = crate::source::words(&file.code).filter(|(_, word)| *word == "sqlx");
        named.map(|(at, _)| Breach::once("sqlx", &file.path, file.line_of(at), advice()))
    });
    let manifests = tree.ending("/Cargo.toml").filter(|it| outside(&it.path)).flat_map(|manifest| {
        let named = imports(manifest).filter(|(_, it)| *it == "sqlx");
        named.map(|(line, _)| Breach::once("sqlx", &manifest.path, line, advice()))
    });
    code.chain(manifests).collect()
}

fn may_import(name: &str, other: &str) -> bool {
    match name {
        _ if name == other => true,
        "credential" | "document" | "meeting" | "sheet" | "store" | "tidy" => false,
        "kernel" => other == "sheet",
        "ui" | "crowd" => other == "kernel",
        "directory" => matches!(other, "crowd" | "kernel" | "ui"),
        _ if TOPS.contains(&name) => other != "tidy",
        _ if LISTENERS.contains(&name) => !LISTENERS.contains(&other) && !TOPS.contains(&other) && other != "tidy",
        _ => BELOW_DOMAINS.contains(&other),
    }
}

fn peers<'a>(crates: &BTreeSet<&'a str>, own: Option<&str>) -> Vec<&'a str> {
    crates.iter().copied().filter(|it| !BELOW_DOMAINS.contains(it) && Some(*it) != own).collect()
}

fn knows_too_much(path: &str, peers: &[&str]) -> bool {
    let mut parts = path.split("::");
    parts.next().is_some_and(|it| peers.contains(&it)) && parts.next().is_some_and(|it| it != "published")
}

/// The names under every kind of `[dependencies]`, with their lines.
fn imports(manifest: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut in_dependencies = false;
    manifest.lines().filter_map(move |(line, text)| {
        let text = text.trim();
        if let Some(section) = text.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            in_dependencies = section.ends_with("dependencies");
            let (kind, name) = section.rsplit_once('.')?;
            return kind.ends_with("dependencies").then_some((line, name));
        }
        let name = text.split(['.', '=', ' ']).next().filter(|it| !it.is_empty() && !it.starts_with('#'))?;
        in_dependencies.then_some((line, name))
    })
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    const HOUSE: &[(&str, &str)] = &[
        ("crates/kernel/src/lib.rs", ""),
        ("crates/ui/src/lib.rs", ""),
        ("crates/directory/src/lib.rs", ""),
        ("crates/education/src/lib.rs", ""),
        ("crates/training/src/lib.rs", ""),
        ("crates/guyub/src/lib.rs", ""),
    ];

    fn house_with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        HOUSE.iter().chain(more).copied().collect()
    }

    #[test]
    fn peers_do_not_depend_on_peers() {
        let manifest = "[package]\nname = \"education\"\n\n[dependencies]\naxum.workspace = true\ndirectory.workspace = true\n";
        let dependent = format!("{manifest}\n[dev-dependencies]\ntraining.workspace = true\n");

        assert!(said(dependencies, &house_with(&[("crates/education/Cargo.toml", manifest)])).is_empty());
        assert!(
            said(dependencies, &house_with(&[("crates/kernel/Cargo.toml", "[dev-dependencies]\nkernel.workspace = true")]))
                .is_empty()
        );
        let said = said(dependencies, &house_with(&[("crates/education/Cargo.toml", &dependent)]));
        assert_eq!(said, ["9 education may not depend on training: tell it by a published fact, a panel or a link instead"]);
    }

    #[test]
    fn dependencies_point_one_way() {
        let upward = [
            ("kernel", "ui"),
            ("kernel", "crowd"),
            ("crowd", "ui"),
            ("ui", "directory"),
            ("directory", "education"),
            ("education", "guyub"),
            ("training", "recognition"),
        ];
        assert!(upward.iter().all(|(name, other)| !may_import(name, other)));

        let downward = [
            ("ui", "kernel"),
            ("crowd", "kernel"),
            ("directory", "crowd"),
            ("directory", "ui"),
            ("education", "directory"),
            ("recognition", "education"),
            ("guyub", "recognition"),
        ];
        assert!(downward.iter().all(|(name, other)| may_import(name, other)));
    }

    #[test]
    fn a_table_of_its_own_is_a_dependency_too() {
        let manifest = "[dependencies.education]\nworkspace = true\n";

        assert_eq!(said(dependencies, &house_with(&[("crates/training/Cargo.toml", manifest)])).len(), 1);
    }

    #[test]
    fn listeners_hear_published_facts_only() {
        let hearing = "use education::published::ActivityAttended;\nuse kernel::outbox;\n";
        let peeking = "use education::{published, DOMAIN};\n";

        assert!(said(listeners, &house_with(&[("crates/recognition/src/lib.rs", hearing)])).is_empty());
        let said = said(listeners, &house_with(&[("crates/recognition/src/lib.rs", peeking)]));
        assert_eq!(said, ["1 `education::`: a listener names a peer's `published` only"]);
    }

    #[test]
    fn nothing_but_the_kernel_names_sqlx() {
        assert!(said(database, &[("crates/kernel/src/db.rs", "use sqlx::Pool;"), ("crates/a/src/x.rs", "// sqlx")]).is_empty());
        assert_eq!(said(database, &[("crates/a/src/x.rs", "\nuse sqlx::Pool;")])[0][..6], *"2 only");
        assert_eq!(said(database, &[("crates/a/Cargo.toml", "[dependencies]\nsqlx.workspace = true")]).len(), 1);
    }
}
