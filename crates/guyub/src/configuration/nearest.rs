//! Which known name somebody meant who wrote another.

use super::keys::KEYS;

/// The known name with the fewest letters to change, if these are few.
pub(crate) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let ranked = known.iter().map(|it| (distance(name, it), *it)).min()?;
    (ranked.0 <= 2 + name.len() / 5).then_some(ranked.1)
}

/// Variables that look like ours and are none, each with the name that was probably meant.
pub(crate) fn stray_variables(names: impl Iterator<Item = String>) -> Vec<(String, &'static str)> {
    let known: Vec<&'static str> = KEYS.iter().map(|it| it.environment).collect();
    let strays = names.filter(|it| it.starts_with("GUYUB_") && !known.contains(&it.as_str()));
    strays.filter_map(|it| nearest(&it, &known).map(|meant| (it, meant))).collect()
}

/// Letters to insert, delete or replace (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = before + usize::from(from != *to);
            before = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}
