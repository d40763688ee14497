//! Completes standings to rows that people read: names, regions, and the activities behind each, with a constant number of look-ups.

use std::collections::HashMap;

use directory::tree::Tree;
use kernel::{Ask, Outcome};
use ui::{Tongue, Zone};

use super::{
    model::{CreditRow, NodeRow, OfficeRow, Totals},
    queries::{self, Titled},
};
use crate::{activity, obligation::standing::model::Standing};

/// Rows of one rule and period, in their order.
pub(crate) async fn offices(
    (ask, tree): (&Ask, &Tree),
    (obligation_id, period): (&str, i64),
    standings: Vec<Standing>,
) -> Outcome<Vec<OfficeRow>> {
    let ids: Vec<String> = standings.iter().map(|it| it.agency_id.clone()).collect();
    let agencies = tree.agencies(&ids).await?;
    let mut credits = credits(ask, (obligation_id, period), &ids).await?;
    let row = |it: Standing| {
        let agency = agencies.get(&it.agency_id);
        OfficeRow {
            name: agency.map_or_else(|| it.agency_id.clone(), |it| it.short_name.clone()),
            region: agency.map(|it| it.region_name.clone()).unwrap_or_default(),
            state: it.state,
            counted: it.counted,
            pending: it.pending,
            many: it.many,
            activities: credits.remove(&it.agency_id).unwrap_or_default(),
            agency_id: it.agency_id,
        }
    };
    Ok(standings.into_iter().map(row).collect())
}

/// By office. What the visitor may not open has neither title nor address.
async fn credits(ask: &Ask, rule: (&str, i64), agencies: &[String]) -> Outcome<HashMap<String, Vec<CreditRow>>> {
    let t = ui::visit::tongue(&ask.visit);
    let found = queries::credits(ask.db(), rule, agencies).await?;
    let closed: Vec<String> = found.iter().filter(|it| !it.is_public).map(|it| it.credit.activity_id.clone()).collect();
    let audiences = activity::queries::audiences(ask.db(), &closed).await?;
    let may_read = |it: &Titled| {
        let labels = audiences.get(&it.credit.activity_id).map(Vec::as_slice).unwrap_or_default();
        it.is_public || ask.maybe_actor().is_some_and(|actor| actor.may_read(labels))
    };
    let mut by_office: HashMap<String, Vec<CreditRow>> = HashMap::new();
    for it in found {
        let is_readable = may_read(&it);
        let row = credit(it, is_readable, t);
        by_office.entry(row.0).or_default().push(row.1);
    }
    Ok(by_office)
}

fn credit(it: Titled, is_readable: bool, t: Tongue) -> (String, CreditRow) {
    let row = CreditRow {
        activity_id: is_readable.then_some(it.credit.activity_id),
        title: if is_readable { it.title } else { t.say("obligation-closed-activity").to_owned() },
        starts_at: it.starts_at,
        zone: Zone::parse(&it.zone).unwrap_or_default(),
        verdict: it.credit.verdict,
        reasons: it.credit.reasons,
    };
    (it.credit.agency_id, row)
}

/// Nodes of the tree by name.
pub(crate) async fn branches(tree: &Tree, nodes: Vec<(String, Totals)>, href: impl Fn(&str) -> String) -> Outcome<Vec<NodeRow>> {
    let ids: Vec<String> = nodes.iter().map(|it| it.0.clone()).collect();
    let agencies = tree.agencies(&ids).await?;
    let row = |(id, totals): (String, Totals)| NodeRow {
        name: agencies.get(&id).map_or_else(|| id.clone(), |it| it.short_name.clone()),
        href: href(&id),
        id,
        totals,
    };
    Ok(nodes.into_iter().map(row).collect())
}

/// Regions by name; their nodes begin with `@`.
pub(crate) async fn regions(tree: &Tree, nodes: Vec<(String, Totals)>, href: impl Fn(&str) -> String) -> Outcome<Vec<NodeRow>> {
    let code = |node: &str| node.trim_start_matches('@').to_owned();
    let ids: Vec<String> = nodes.iter().map(|it| code(&it.0)).collect();
    let regions = tree.regions(&ids).await?;
    let row = |(node, totals): (String, Totals)| {
        let id = code(&node);
        let name = regions.get(&id).map_or_else(|| id.clone(), |it| it.name.clone());
        NodeRow { name, href: href(&id), id, totals }
    };
    Ok(nodes.into_iter().map(row).collect())
}
