//! The list of breaches we live with for now. It may only shrink: what is no longer needed, or could be lower, is a complaint too.

use std::collections::BTreeMap;

use crate::breach::{Breach, total};

pub(crate) const PATH: &str = "crates/tidy/exceptions.txt";

struct Exception<'a> {
    line: usize,
    rule: &'a str,
    path: &'a str,
    number: usize,
}

/// What remains to be said once the exceptions are taken into account.
pub(crate) fn settle(breaches: Vec<Breach>, list: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut exceptions = BTreeMap::new();
    for (line, text) in (1..).zip(list.lines()).filter(|(_, it)| !it.trim().is_empty() && !it.starts_with('#')) {
        match read(line, text) {
            Some(exception) => drop(exceptions.insert((exception.rule, exception.path), exception)),
            None => complaints.push(format!("exceptions {PATH}:{line}  write: RULE PATH NUMBER # why it cannot be otherwise")),
        }
    }

    let mut grouped: BTreeMap<(&str, &str), Vec<&Breach>> = BTreeMap::new();
    for breach in &breaches {
        grouped.entry((breach.rule, &breach.path)).or_default().push(breach);
    }

    for (place, breaches) in &grouped {
        complaints.extend(weigh(breaches, exceptions.remove(place)));
    }
    complaints
        .extend(exceptions.into_values().map(|it| format!("exceptions {PATH}:{}  no longer needed: delete the line", it.line)));
    complaints
}

fn weigh(breaches: &[&Breach], exception: Option<Exception<'_>>) -> Vec<String> {
    let total = total(breaches);
    match exception {
        Some(it) if total < it.number => vec![format!("exceptions {PATH}:{}  lower the number to {total}", it.line)],
        Some(it) if total == it.number => Vec::new(),
        _ => breaches.iter().map(ToString::to_string).collect(),
    }
}

fn read(line: usize, text: &str) -> Option<Exception<'_>> {
    let (entry, reason) = text.split_once('#')?;
    let mut words = entry.split_whitespace();
    let exception = Exception { line, rule: words.next()?, path: words.next()?, number: words.next()?.parse().ok()? };
    (words.next().is_none() && !reason.trim().is_empty()).then_some(exception)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn too_long(size: usize) -> Breach {
        Breach::size("file-length", ("crates/a/src/x.rs", 1), size, format!("{size} lines"))
    }

    #[test]
    fn what_is_not_listed_is_said() {
        assert_eq!(settle(vec![too_long(310)], "# nothing\n"), ["file-length crates/a/src/x.rs:1  310 lines"]);
    }

    #[test]
    fn what_is_listed_is_tolerated_as_it_is() {
        let list = "file-length crates/a/src/x.rs 310 # one table\n";

        assert!(settle(vec![too_long(310)], list).is_empty());
        assert_eq!(settle(vec![too_long(311)], list), ["file-length crates/a/src/x.rs:1  311 lines"]);
    }

    #[test]
    fn the_list_may_only_shrink() {
        let list = "file-length crates/a/src/x.rs 310 # one table\n";

        assert_eq!(settle(vec![too_long(305)], list), ["exceptions crates/tidy/exceptions.txt:1  lower the number to 305"]);
        assert_eq!(settle(vec![], list), ["exceptions crates/tidy/exceptions.txt:1  no longer needed: delete the line"]);
    }

    #[test]
    fn several_in_one_file_are_counted() {
        let import = |line| Breach::once("walls", "crates/a/src/x.rs", line, "import".into());

        assert!(settle(vec![import(1), import(9)], "walls crates/a/src/x.rs 2 # until split\n").is_empty());
        assert_eq!(settle(vec![import(1), import(9)], "walls crates/a/src/x.rs 1 # until split\n").len(), 2);
    }

    #[test]
    fn an_exception_says_why() {
        assert!(settle(vec![too_long(310)], "file-length crates/a/src/x.rs 310\n")[0].contains("why it cannot be otherwise"));
    }
}
