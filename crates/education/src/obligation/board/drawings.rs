//! What a board draws and where its files are. Reads nothing.

use ui::{
    Markup, Tongue, address,
    chart::{Bar, BarChart},
};

use super::{pages::BoardPage, shown::PeriodRow};

impl BoardPage {
    /// The same board as a file.
    pub(super) fn file(&self, kind: &str) -> String {
        let path = format!("/kewajiban/{}/papan.{kind}", self.rule.id);
        let pairs = [
            ("periode", &self.period),
            ("simpul", &self.wanted.simpul),
            ("wilayah", &self.wanted.wilayah),
            ("status", &self.wanted.status),
            ("pada", &self.as_of),
        ];
        pairs.into_iter().fold(path, |path, (name, value)| address::with(&path, name, value))
    }
}

/// The share of offices that did what they owed, once there is more than one period to compare.
pub(super) fn chart(t: Tongue, trend: &[PeriodRow]) -> Option<Markup> {
    let bar = |it: &PeriodRow| {
        let (year, place) = it.period.split_once('-').unwrap_or_default();
        let (size, said) = (it.totals.share() * 100.0, t.percent((it.totals.share() * 100.0).round() / 100.0));
        Bar { label: place.to_uppercase(), below: year.to_owned(), size, said, target: 100.0 }
    };
    let description = trend.last().map(|it| it.totals.said(&t)).unwrap_or_default();
    let heads = [t.say("obligation-periods").to_owned(), t.say("obligation-share").to_owned()];
    let bars = trend.iter().map(bar).collect();
    let chart = BarChart { id: "tren", title: t.say("obligation-trend").to_owned(), description, heads, bars };
    (trend.len() > 1).then(|| chart.svg(t))
}
