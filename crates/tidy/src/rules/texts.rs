//! Fluent texts: both languages say the same things with the same gaps, nothing asked for is missing, nothing kept is unused.

use std::collections::{BTreeMap, BTreeSet};

use super::templates::quoted;
use crate::{
    breach::Breach,
    source::{File, RustFile, Tree},
};

/// Calls whose first argument is a key.
const ASKING: &[&str] = &[".say(", ".fill(", "Word::new(", "Forbidden(", "Conflict("];

struct Message<'a> {
    line: usize,
    body: String,
    key: &'a str,
}

pub(super) fn both_languages(tree: &Tree) -> Vec<Breach> {
    let pairs = tree.files.iter().filter_map(|it| Some((it, other_language(tree, it)?)));
    pairs
        .flat_map(|(file, other)| {
            let others: BTreeMap<&str, BTreeSet<String>> = other.iter().map(|it| (it.key, gaps(&it.body))).collect();
            let unequal = messages(file).into_iter().filter(move |it| others.get(it.key) != Some(&gaps(&it.body)));
            unequal.map(|it| {
                let advice = format!("`{}` is missing in the other language, or has other gaps there", it.key);
                Breach::once("text-languages", &file.path, it.line, advice)
            })
        })
        .collect()
}

pub(super) fn known(tree: &Tree) -> Vec<Breach> {
    let keys: BTreeSet<&str> = texts(tree).flat_map(messages).map(|it| it.key).collect();
    let by_code = tree.product().flat_map(|file| asked_by_code(file).map(move |(line, key)| (file.path.as_str(), line, key)));
    let by_pages = tree.templates().flat_map(|file| asked_by_page(file).map(move |(line, key)| (file.path.as_str(), line, key)));
    let unknown = by_code.chain(by_pages).filter(|(_, _, key)| is_key(key) && !keys.contains(key));
    unknown.map(|(path, line, key)| Breach::once("text-known", path, line, format!("`{key}` is in no id.ftl"))).collect()
}

/// A key is used when it stands in quotes anywhere that ships, or when a beginning of it does: `state-` of `state-{name}`,
/// or `state` as the first argument of a call, as in `t.name("state", name)`.
pub(super) fn used(tree: &Tree) -> Vec<Breach> {
    let by_code =
        tree.product().flat_map(|file| file.literals.iter().filter(|it| !file.is_test(it.offset)).map(|it| it.value.as_str()));
    let named: BTreeSet<&str> = by_code.chain(tree.templates().flat_map(|it| quoted(&it.text))).map(constant_part).collect();
    let kinds: BTreeSet<&str> = tree.product().flat_map(first_arguments).chain(tree.templates().flat_map(first_quoted)).collect();
    let begins = |key: &str| key.match_indices('-').any(|(at, _)| named.contains(&key[..=at]) || kinds.contains(&key[..at]));
    let unused = texts(tree).flat_map(|file| {
        let all = messages(file);
        let referred: BTreeSet<String> = all.iter().flat_map(|it| references(&it.body)).collect();
        let is_used = |key: &str| named.contains(key) || begins(key) || referred.contains(key);
        all.into_iter().filter(|it| !is_used(it.key)).map(move |it| (file, it)).collect::<Vec<_>>()
    });
    unused
        .map(|(file, it)| Breach::once("text-used", &file.path, it.line, format!("nobody says `{}`: delete it", it.key)))
        .collect()
}

fn first_arguments(file: &RustFile) -> impl Iterator<Item = &str> {
    let first = file.literals.iter().filter(|it| !file.is_test(it.offset) && file.code[..it.offset].trim_end().ends_with('('));
    first.map(|it| it.value.as_str())
}

fn first_quoted(file: &File) -> impl Iterator<Item = &str> {
    ['"', '\''].into_iter().flat_map(move |quote| {
        let calls = file.text.match_indices('(').filter_map(move |(at, _)| file.text[at + 1..].strip_prefix(quote));
        calls.filter_map(move |it| it.split(quote).next())
    })
}

/// `id.ftl`, or one of several such as `import.id.ftl`.
fn texts(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.ending("id.ftl").filter(|it| it.path.contains("/text/"))
}

/// The messages of `en.ftl` for `id.ftl` and the other way round; a missing file has none.
fn other_language<'a>(tree: &'a Tree, file: &File) -> Option<Vec<Message<'a>>> {
    let swapped =
        |own: &str, other: &str| Some(format!("{}{other}", file.path.strip_suffix(own)?)).filter(|it| it.contains("/text/"));
    let path = swapped("id.ftl", "en.ftl").or(swapped("en.ftl", "id.ftl"))?;
    Some(tree.files.iter().find(|it| it.path == path).map(messages).unwrap_or_default())
}

fn messages(file: &File) -> Vec<Message<'_>> {
    let mut messages: Vec<Message<'_>> = Vec::new();
    for (line, text) in file.lines().filter(|(_, it)| !it.starts_with('#')) {
        let named = text.split_once('=').filter(|it| is_key(it.0.trim_end().trim_start_matches('-')));
        match (named, messages.last_mut()) {
            (Some((key, body)), _) => messages.push(Message { line, key: key.trim_end(), body: body.to_owned() }),
            (None, Some(message)) => message.body += &format!("\n{text}"),
            (None, None) => {}
        }
    }
    messages
}

/// The names of `{ $gaps }`.
fn gaps(body: &str) -> BTreeSet<String> {
    let named = body.split('$').skip(1);
    let name = |it: &str| it.chars().take_while(|it| it.is_alphanumeric() || matches!(it, '_' | '-')).collect();
    named.map(name).collect()
}

/// Other messages and terms inside `{ }`.
fn references(body: &str) -> Vec<String> {
    let inside = body.split('{').skip(1).filter_map(|it| it.split(['}', '.', '(']).next());
    inside.map(|it| it.trim().to_owned()).collect()
}

fn asked_by_code(file: &RustFile) -> impl Iterator<Item = (usize, &str)> {
    let asked = file.literals.iter().filter(|it| {
        let before = file.code[..it.offset].trim_end();
        !file.is_test(it.offset) && ASKING.iter().any(|call| before.ends_with(call))
    });
    asked.map(|it| (file.line_of(it.offset), it.value.as_str()))
}

fn asked_by_page(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let calls = ASKING.iter().flat_map(|call| file.text.match_indices(call).map(|(at, call)| at + call.len()));
    calls.filter_map(|at| {
        let argument = file.text[at..].trim_start();
        let quote = argument.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        Some((file.line_of(at), argument[1..].split(quote).next()?))
    })
}

fn is_key(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_lowercase())
        && text.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_'))
}

/// `state-` for `state-{name}`.
fn constant_part(text: &str) -> &str {
    text.split('{').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Rule, said},
        *,
    };

    const PAGE: (&str, &str) = (
        "crates/a/src/templates/x.html",
        "<p title=\"{{ t.say(\"seats\") }}\">{{ t.fill('left', 'n', 3) }}{{ t.say(state) }}</p>",
    );
    const CODE: (&str, &str) =
        ("crates/a/src/pages.rs", "let key = format!(\"state-{name}\"); Word::new(\"sorry\"); t.name(\"mode\", mode)");
    const TEXT: &str =
        "seats = Kursi\nleft = { $n } tersisa\nstate-draft = Konsep\nmode-online = Daring\nsorry = Maaf, { seats }\n";

    fn about(rule: Rule, id: &str, en: &str) -> Vec<String> {
        said(rule, &[PAGE, CODE, ("crates/a/src/text/id.ftl", id), ("crates/a/src/text/en.ftl", en)])
    }

    #[test]
    fn good_texts_are_left_alone() {
        for rule in [both_languages, known, used] as [Rule; 3] {
            assert_eq!(about(rule, TEXT, TEXT), Vec::<String>::new());
        }
    }

    #[test]
    fn languages_have_the_same_keys_and_gaps() {
        assert_eq!(
            about(both_languages, TEXT, &TEXT.replace("seats = Kursi\n", "")),
            ["1 `seats` is missing in the other language, or has other gaps there"]
        );
        assert_eq!(about(both_languages, TEXT, &TEXT.replace("$n", "$count")).len(), 2);
    }

    #[test]
    fn what_is_asked_for_is_known() {
        let without = TEXT.replace("left =", "left-over =").replace("sorry =", "pardon =");

        assert_eq!(about(known, &without, &without), ["1 `sorry` is in no id.ftl", "1 `left` is in no id.ftl"]);
    }

    #[test]
    fn what_is_kept_is_used() {
        let more = format!("{TEXT}\n# Old.\nforgotten =\n    Lama\n");

        assert_eq!(about(used, &more, &more), ["8 nobody says `forgotten`: delete it"]);
    }
}
