//! For whom an activity is: a set of labels, met by those of an actor. No I/O.

use std::collections::HashMap;

/// `asn`, `asn@76`, `agency:bps`, `agency:bps@76.02`, or `public`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label<'a> {
    /// Empty for every civil servant.
    pub(crate) agency: &'a str,
    /// Empty for all of Indonesia.
    pub(crate) region: &'a str,
    pub(crate) is_public: bool,
}

impl<'a> Label<'a> {
    pub(crate) fn parse(label: &'a str) -> Label<'a> {
        let (group, region) = label.split_once('@').unwrap_or((label, ""));
        Label { agency: group.strip_prefix("agency:").unwrap_or_default(), region, is_public: label == "public" }
    }
}

/// The labels for these agencies (none: every civil servant) in these regions (none: everywhere).
pub(crate) fn labels(agencies: &[String], regions: &[String], is_open_to_public: bool) -> Vec<String> {
    let groups: Vec<String> =
        if agencies.is_empty() { vec!["asn".to_owned()] } else { agencies.iter().map(|it| format!("agency:{it}")).collect() };
    let mut labels: Vec<String> = groups
        .iter()
        .flat_map(|group| {
            let everywhere = regions.is_empty().then(|| group.clone());
            everywhere.into_iter().chain(regions.iter().map(move |region| format!("{group}@{region}")))
        })
        .collect();
    labels.extend(is_open_to_public.then(|| "public".to_owned()));
    labels.sort();
    labels.dedup();
    labels
}

/// Whether somebody may belong to both audiences. `lineages` holds the ancestors of every agency named in them.
pub(crate) fn meet(one: &[String], other: &[String], lineages: &HashMap<String, Vec<String>>) -> bool {
    one.iter().any(|a| other.iter().any(|b| labels_meet(&Label::parse(a), &Label::parse(b), lineages)))
}

fn labels_meet(a: &Label<'_>, b: &Label<'_>, lineages: &HashMap<String, Vec<String>>) -> bool {
    if a.is_public || b.is_public {
        return a.is_public && b.is_public;
    }
    let above = |low: &str, high: &str| lineages.get(low).is_some_and(|it| it.iter().any(|node| node == high));
    let agencies = a.agency.is_empty() || b.agency.is_empty() || above(a.agency, b.agency) || above(b.agency, a.agency);
    agencies && regions_meet(a.region, b.region)
}

/// Codes nest: `76.02` lies in `76`.
pub(crate) fn regions_meet(a: &str, b: &str) -> bool {
    let within = |low: &str, high: &str| {
        high.is_empty() || low == high || low.strip_prefix(high).is_some_and(|rest| rest.starts_with('.'))
    };
    within(a, b) || within(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(labels: &[&str]) -> Vec<String> {
        labels.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn regions_and_agencies_multiply() {
        assert_eq!(labels(&[], &[], false), ["asn"]);
        assert_eq!(labels(&[], &owned(&["76", "73"]), true), ["asn@73", "asn@76", "public"]);
        assert_eq!(labels(&owned(&["bps"]), &owned(&["76"]), false), ["agency:bps@76"]);
    }

    #[test]
    fn audiences_meet_when_someone_may_be_in_both() {
        let lineages = HashMap::from([("bps.sulbar".to_owned(), owned(&["bps.sulbar", "bps", "*"]))]);
        let meets = |a: &[&str], b: &[&str]| meet(&owned(a), &owned(b), &lineages);

        assert!(meets(&["asn@76"], &["asn@76.02"]));
        assert!(meets(&["asn"], &["agency:bps@73"]));
        assert!(meets(&["agency:bps"], &["agency:bps.sulbar@76"]));
        assert!(!meets(&["asn@76"], &["asn@73"]));
        assert!(!meets(&["asn@7"], &["asn@76"]), "codes nest by their parts, not by their letters");
        assert!(!meets(&["agency:bnn"], &["agency:bps.sulbar"]));
        assert!(!meets(&["public"], &["asn"]));
    }
}
