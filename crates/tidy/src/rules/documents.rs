//! Documents that can be followed: decisions are numbered without gaps, links lead somewhere.

use crate::{
    breach::Breach,
    source::{File, Tree},
};

const DECISIONS: &str = "docs/decisions/";

pub(super) fn decisions(tree: &Tree) -> Vec<Breach> {
    let files =
        tree.ending(".md").filter_map(|it| Some((it, it.path.strip_prefix(DECISIONS)?))).filter(|(_, name)| *name != "README.md");
    let mut before = Some(0);
    let mut breaches = Vec::new();
    for (file, name) in files {
        let number = name.split_once('-').filter(|it| it.0.len() == 4).and_then(|it| it.0.parse::<u32>().ok());
        if number.is_none() || number != before.map(|it| it + 1) {
            let advice = "NNNN-title.md follows the one before: no gap, no number twice";
            breaches.push(Breach::once("decisions", &file.path, 1, advice.into()));
        }
        before = number;
    }
    breaches
}

pub(super) fn links(tree: &Tree) -> Vec<Breach> {
    let documents = tree.ending(".md");
    documents
        .flat_map(|file| {
            let dead = targets(file).filter(|(_, target)| !exists(tree, &file.path, target));
            dead.map(|(line, target)| Breach::once("links", &file.path, line, format!("{target} does not exist")))
        })
        .collect()
}

/// Local files that a document links to, with their lines; code is left out.
fn targets(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut in_code = false;
    let prose = file.lines().filter(move |(_, text)| {
        let is_fence = text.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    });
    let spans = prose.flat_map(|(line, text)| text.split('`').step_by(2).map(move |it| (line, it)));
    let targets =
        spans.flat_map(|(line, text)| text.split("](").skip(1).filter_map(move |it| Some((line, it.split_once(')')?.0))));
    let local = targets.filter(|(_, it)| !it.contains("://") && !it.starts_with("mailto:") && !it.starts_with('#'));
    local.map(|(line, it)| (line, it.split(['#', ' ']).next().unwrap_or(it)))
}

fn exists(tree: &Tree, from: &str, target: &str) -> bool {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.trim_end_matches('/').split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.is_empty() || tree.paths.contains(&parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{super::said, *};

    #[test]
    fn decisions_are_numbered_without_gaps() {
        let first = ("docs/decisions/0001-rust.md", "");
        let gap = [first, ("docs/decisions/0003-later.md", ""), ("docs/decisions/0004-latest.md", "")];

        assert!(said(decisions, &[first, ("docs/decisions/0002-libraries.md", ""), ("docs/decisions/README.md", "")]).is_empty());
        assert_eq!(said(decisions, &gap), ["1 NNNN-title.md follows the one before: no gap, no number twice"]);
        assert_eq!(said(decisions, &[first, ("docs/decisions/0001-twice.md", "")]).len(), 1);
        assert_eq!(said(decisions, &[first, ("docs/decisions/second.md", "")]).len(), 1);
    }

    #[test]
    fn links_lead_somewhere() {
        let manual = ("docs/manual/start.md", "");
        let good = "[a](manual/start.md#top) [b](https://example.org) [c](#here) `[d](no.md)`\n```\n[e](no.md)\n```\n![f](../docs/manual/start.md \"title\")";

        assert!(said(links, &[manual, ("docs/operate.md", good)]).is_empty());
        assert_eq!(said(links, &[manual, ("docs/operate.md", "\n[a](start.md)")]), ["2 start.md does not exist"]);
    }
}
