//! Names that say nothing, and nouns that the kernel must not know.

use crate::{
    breach::Breach,
    source::{Tree, crate_of, words},
};

const SAYS_NOTHING: &[&str] = &[
    "util",
    "utils",
    "utility",
    "utilities",
    "helper",
    "helpers",
    "common",
    "misc",
    "shared",
    "manager",
    "managers",
    "services",
    "repository",
    "repositories",
    "handlers",
    "controller",
    "controllers",
    "dto",
    "dao",
    "info",
    "data",
    "types",
    "stuff",
    "base",
];
const DOMAIN_NOUNS: &[&str] = &[
    "agency",
    "agencies",
    "employee",
    "employees",
    "person",
    "persons",
    "people",
    "activity",
    "activities",
    "registration",
    "registrations",
    "attendance",
    "attendee",
    "participant",
    "participants",
    "organiser",
    "organisers",
    "speaker",
    "certificate",
    "certificates",
    "webinar",
    "course",
    "training",
    "initiative",
    "initiatives",
    "nip",
    "region",
    "regions",
    "instansi",
    "pegawai",
    "kegiatan",
];

/// Modules and folders; what a list or a table is called is another matter.
pub(super) fn files(tree: &Tree) -> Vec<Breach> {
    let own = tree.paths.iter().filter(|it| it.starts_with("crates/") || it.starts_with("e2e/") || it.starts_with("bin/"));
    let modules = own
        .filter(|it| [".rs", ".mjs", ".js", ".py", ".css"].iter().any(|ending| it.ends_with(ending)) || it.ends_with(stem(it)));
    let poor = modules.filter(|it| SAYS_NOTHING.contains(&stem(it)));
    poor.map(|it| Breach::once("file-name", it, 1, format!("`{}` says nothing: name it after the noun inside", stem(it))))
        .collect()
}

/// In identifiers, with tests left out: texts and comments may give examples.
pub(super) fn kernel_nouns(tree: &Tree) -> Vec<Breach> {
    let files = tree.product().filter(|it| matches!(crate_of(&it.path), Some("sheet" | "kernel" | "ui")));
    files
        .flat_map(|file| {
            let nouns = words(&file.code)
                .filter(|(at, word)| !file.is_test(*at) && parts(word).iter().any(|it| DOMAIN_NOUNS.contains(&it.as_str())));
            nouns.map(|(at, word)| {
                let advice = format!(
                    "`{word}` is a domain noun: kernel and ui know none; say it in general terms, or move it to its domain"
                );
                Breach::once("domain-noun", &file.path, file.line_of(at), advice)
            })
        })
        .collect()
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

/// The words of an identifier: `PersonName` and `person_name` are person, name.
fn parts(word: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut was_lower = false;
    for it in word.chars() {
        if it == '_' || (it.is_uppercase() && was_lower) {
            parts.push(String::new());
        }
        if let (Some(part), true) = (parts.last_mut(), it != '_') {
            part.extend(it.to_lowercase());
        }
        was_lower = it.is_lowercase();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    #[test]
    fn names_say_something() {
        let tree = [
            ("crates/a/src/util.rs", ""),
            ("crates/a/src/password/common.txt", ""),
            ("crates/a/src/services/mail.rs", ""),
            ("crates/service/src/lib.rs", ""),
        ];

        assert_eq!(said(files, &tree), ["1 `util` says nothing: name it after the noun inside"]);
        let with_folder = Tree { paths: ["crates/a/src/services".to_owned()].into(), ..Tree::of(&tree) };
        assert_eq!(files(&with_folder).len(), 1);
    }

    #[test]
    fn kernel_and_ui_know_no_domain_noun() {
        let text = "/// For a person.\nstruct PersonName { impersonal: bool }\nconst X: &str = \"agency\";\n#[cfg(test)]\nmod tests { struct Agency; }\n";

        let said = |path| said(kernel_nouns, &[(path, text)]);
        assert_eq!(said("crates/kernel/src/actor.rs")[0][..14], *"2 `PersonName`");
        assert_eq!(said("crates/kernel/src/actor.rs").len(), 1);
        assert!(said("crates/directory/src/model.rs").is_empty());
    }
}
