//! A row of the attendance list, complete: seat, name, count, kinds of evidence. One query each, whatever the number of rows.

use kernel::{Db, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Tongue;

use super::queries;
use crate::attendance::{
    model::{Count, Kind, Seat},
    named::{Named, Numbers, named},
};

/// Which rows are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Filter {
    All,
    Present,
    Absent,
    NotCounted,
}

/// A seat with what its ledger counted to, if it was counted.
pub(super) struct Counted {
    pub(super) seat: Seat,
    pub(super) count: Option<Count>,
    pub(super) counted_at: Option<i64>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct RollRow {
    pub(crate) registration_id: String,
    /// The registration's; the list is in this order.
    pub(crate) number: i64,
    #[serde(flatten)]
    pub(crate) person: Named,
    /// Absent until it was counted.
    pub(crate) count: Option<Count>,
    pub(crate) counted_at: Option<i64>,
    pub(crate) evidence: Vec<Kind>,
}

/// What rows are read for: whose activity, and how its service numbers are shown.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) db: &'a Db,
    pub(super) activity_id: &'a str,
    pub(super) numbers: Numbers,
}

impl Reading<'_> {
    /// At most so many rows after a number.
    pub(super) async fn rows(self, filter: Filter, page: (i64, i64)) -> Outcome<Vec<RollRow>> {
        let counted = queries::roll(self.db, self.activity_id, filter, page).await?;
        self.complete(counted).await
    }

    pub(super) async fn one(self, registration_id: &str) -> Outcome<Vec<RollRow>> {
        let counted = queries::one(self.db, self.activity_id, registration_id).await?;
        self.complete(vec![counted]).await
    }

    async fn complete(self, counted: Vec<Counted>) -> Outcome<Vec<RollRow>> {
        let ids: Vec<String> = counted.iter().map(|it| it.seat.registration_id.clone()).collect();
        let mut kinds = queries::kinds(self.db, self.activity_id, &ids).await?;
        let (seats, counts): (Vec<Seat>, Vec<_>) = counted.into_iter().map(|it| (it.seat, (it.count, it.counted_at))).unzip();
        let people = named(self.db, &seats, self.numbers).await?;
        let rows = seats.into_iter().zip(people).zip(counts);
        Ok(rows
            .map(|((seat, person), (count, counted_at))| RollRow {
                evidence: kinds.remove(&seat.registration_id).unwrap_or_default(),
                registration_id: seat.registration_id,
                number: seat.number,
                person,
                count,
                counted_at,
            })
            .collect())
    }
}

impl Filter {
    pub(super) const ALL: [Filter; 4] = [Filter::All, Filter::Present, Filter::Absent, Filter::NotCounted];

    /// As it stands in addresses; all is nothing.
    pub(super) fn name(self) -> &'static str {
        match self {
            Filter::All => "",
            Filter::Present => "hadir",
            Filter::Absent => "tidak-hadir",
            Filter::NotCounted => "belum-dihitung",
        }
    }

    pub(super) fn parse(name: &str) -> Filter {
        Filter::ALL.into_iter().find(|it| it.name() == name).unwrap_or(Filter::All)
    }

    /// Fluent key.
    pub(super) fn key(self) -> &'static str {
        match self {
            Filter::All => "attendance-filter-all",
            Filter::Present => "attendance-is-present",
            Filter::Absent => "attendance-is-absent",
            Filter::NotCounted => "attendance-not-counted",
        }
    }
}

impl RollRow {
    /// "Hadir", "Tidak hadir" or "Belum dihitung".
    pub(super) fn verdict<'t>(&self, t: &'t Tongue) -> &'t str {
        match &self.count {
            Some(count) if count.is_present => t.say("attendance-is-present"),
            Some(_) => t.say("attendance-is-absent"),
            None => t.say("attendance-not-counted"),
        }
    }

    /// The kinds of evidence, in words.
    pub(super) fn kinds(&self, t: &Tongue) -> String {
        self.evidence.iter().map(|it| t.say(it.key())).collect::<Vec<_>>().join(", ")
    }
}
