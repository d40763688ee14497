//! Changes as people read them: who, for which agency, when, what from and to.

use std::collections::HashMap;

use directory::lookup::{self, Agency, Person};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Tongue, Zone};

use super::{Change, Difference};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct ChangeRow {
    pub(crate) happened_at: i64,
    pub(crate) person: String,
    pub(crate) agency: String,
    pub(crate) kind: String,
    pub(crate) differences: Vec<Difference>,
}

/// With two look-ups, whatever the number of changes.
pub(crate) async fn rows(ask: &Ask, t: Tongue, changes: Vec<Change>) -> Outcome<Vec<ChangeRow>> {
    let people: Vec<String> = changes.iter().map(|it| it.by_id.clone()).collect();
    let agencies: Vec<String> = changes.iter().map(|it| it.by_agency_id.clone()).collect();
    let people = lookup::people(ask.db(), &people).await?;
    let agencies = lookup::agencies(ask.db(), &agencies).await?;
    let zone = ask.maybe_actor().and_then(|it| Zone::parse(&it.zone)).unwrap_or_default();
    Ok(changes.into_iter().map(|it| row(it, (t, zone), &people, &agencies)).collect())
}

fn row(it: Change, (t, zone): (Tongue, Zone), people: &HashMap<String, Person>, agencies: &HashMap<String, Agency>) -> ChangeRow {
    ChangeRow {
        happened_at: it.happened_at,
        person: people.get(&it.by_id).map(|it| it.full_name.clone()).unwrap_or_default(),
        agency: agencies.get(&it.by_agency_id).map(|it| it.short_name.clone()).unwrap_or_default(),
        kind: it.kind,
        differences: it.differences.into_iter().map(|it| shown(it, t, zone)).collect(),
    }
}

/// Times in words; codes by their name.
fn shown(it: Difference, t: Tongue, zone: Zone) -> Difference {
    let say = |value: &str| match it.field.as_str() {
        "starts_at" | "ends_at" | "registration_closes_at" | "evaluation_closes_at" => {
            value.parse::<i64>().map(|at| t.moment(at, zone)).unwrap_or_default()
        }
        "minimum_share" => value.parse::<i64>().map(|it| format!("{}%", it / 10)).unwrap_or_default(),
        "theme" | "form" | "mode" | "listed" | "openness" => t.name(&it.field, value),
        _ => value.to_owned(),
    };
    Difference { before: say(&it.before), after: say(&it.after), field: it.field }
}
