//! Suggestions and where they come from, in an order that is always the same. No I/O.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;
use ui::Zone;

use crate::activity::model::Activity;

/// Who is in charge of an activity, for one of its owners.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Assignment {
    pub(crate) agency_id: String,
    pub(crate) person_id: String,
}

/// What a draft is to be made from, as in addresses: `templat:01j...` or `kegiatan:01j...`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) enum Source {
    Template(String),
    Activity(String),
}

impl Source {
    pub(crate) fn parse(code: &str) -> Option<Source> {
        match code.split_once(':')? {
            (_, "") => None,
            ("templat", id) => Some(Source::Template(id.to_owned())),
            ("kegiatan", id) => Some(Source::Activity(id.to_owned())),
            _ => None,
        }
    }

    pub(crate) fn code(&self) -> String {
        match self {
            Source::Template(id) => format!("templat:{id}"),
            Source::Activity(id) => format!("kegiatan:{id}"),
        }
    }
}

/// Something that an office could hold, and why, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Suggestion {
    pub(crate) source: Source,
    pub(crate) title: String,
    pub(crate) why: String,
}

pub(crate) const SHOWN: usize = 3;

/// One of each kind first, then the next of each, in the order of the kinds; nothing twice.
pub(crate) fn mixed(kinds: [Vec<Suggestion>; 3]) -> Vec<Suggestion> {
    let longest = kinds.iter().map(Vec::len).max().unwrap_or_default();
    let mut chosen: Vec<Suggestion> = Vec::new();
    for place in 0..longest {
        for it in kinds.iter().filter_map(|kind| kind.get(place)) {
            let is_known = chosen.iter().any(|other| other.source == it.source || other.title == it.title);
            if !is_known && chosen.len() < SHOWN {
                chosen.push(it.clone());
            }
        }
    }
    chosen
}

/// Themes that come up more than once among the coming, most often first, each with its earliest activity and how many there are.
pub(crate) fn overlapping(coming: &[Activity]) -> Vec<(&Activity, i64)> {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    coming.iter().for_each(|it| *counts.entry(it.theme.as_str()).or_default() += 1);
    let mut themes: Vec<(&Activity, i64)> = Vec::new();
    for it in coming {
        if !themes.iter().any(|(other, _)| other.theme == it.theme) {
            themes.push((it, counts.get(it.theme.as_str()).copied().unwrap_or_default()));
        }
    }
    themes.retain(|it| it.1 > 1);
    themes.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.starts_at.cmp(&b.0.starts_at)).then(a.0.id.cmp(&b.0.id)));
    themes
}

/// First and last moment of the quarter that is running on this clock.
pub(crate) fn quarter(now: i64, zone: Zone) -> (i64, i64) {
    let day = zone.civil(now).date();
    let first = jiff::civil::date(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
    let midnight = jiff::civil::Time::midnight();
    (zone.moment(first, midnight), zone.moment(first.saturating_add(jiff::Span::new().months(3)), midnight))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestion(id: &str) -> Suggestion {
        Suggestion { source: Source::Template(id.to_owned()), title: id.to_owned(), why: String::new() }
    }

    fn titles(kinds: [&[&str]; 3]) -> Vec<String> {
        let kinds = kinds.map(|it| it.iter().map(|it| suggestion(it)).collect());
        mixed(kinds).into_iter().map(|it| it.title).collect()
    }

    #[test]
    fn one_of_each_kind_comes_before_a_second_of_any() {
        assert_eq!(titles([&["a", "b"], &["c"], &["d", "e"]]), ["a", "c", "d"]);
        assert_eq!(titles([&[], &["c"], &["d", "e", "f"]]), ["c", "d", "e"]);
        assert_eq!(titles([&["a"], &["a"], &["b"]]), ["a", "b"], "nothing twice");
        assert!(titles([&[], &[], &[]]).is_empty());
    }

    #[test]
    fn sources_are_read_as_they_are_written() {
        for source in [Source::Template("01t".into()), Source::Activity("01a".into())] {
            assert_eq!(Source::parse(&source.code()), Some(source));
        }
        for wrong in ["", "templat:", "01t", "orang:1"] {
            assert_eq!(Source::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_quarter_is_the_one_on_that_clock() {
        // 31 December 2026, 23.30 WIB, is next year already in the east.
        let late = Zone::Wib.moment(jiff::civil::date(2026, 12, 31), jiff::civil::time(23, 30, 0, 0));
        let first = |year| move |zone: Zone| zone.moment(jiff::civil::date(year, 1, 1), jiff::civil::Time::midnight());

        assert_eq!(quarter(late, Zone::Wib).1, first(2027)(Zone::Wib));
        assert_eq!(quarter(late, Zone::Wit).0, first(2027)(Zone::Wit));
    }
}
