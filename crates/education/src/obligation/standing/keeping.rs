//! Keeps standings, the places where they are counted, the totals and the log together: one transaction, the same number of statements for one
//! office as for hundreds. Decides nothing.

use std::collections::{BTreeMap, HashMap};

use directory::lookup;
use kernel::{Db, Outcome, db::Tx};
use serde_json::json;

use super::{
    model::{Standing, State},
    queries::{self, Place},
};

/// Obligation, period and agency.
pub(super) type Key = (String, i64, String);

/// Adds to the counters of standings (more that count, more that may), and lets states and totals follow.
pub(super) async fn count(tx: &mut Tx, more: &BTreeMap<Key, (i64, i64)>, now: i64) -> Outcome<()> {
    let rows: Vec<_> = more.iter().map(|((rule, period, agency), by)| json!([rule, period, agency, by.0, by.1])).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let standings = queries::count(tx, rows).await?;
    settle(tx, standings, now).await
}

/// Puts standings, which must be held, into the state that their counters and the time ask for.
pub(super) async fn settle(tx: &mut Tx, standings: Vec<Standing>, now: i64) -> Outcome<()> {
    let due = standings.into_iter().map(|it| (it.due_state(now), it));
    let changed: Vec<(State, Standing)> = due.filter(|(due, it)| *due != it.state).collect();
    put(tx, &changed, now).await
}

/// Puts standings into these states.
pub(super) async fn put(tx: &mut Tx, changed: &[(State, Standing)], now: i64) -> Outcome<()> {
    if changed.is_empty() {
        return Ok(());
    }
    let row = |(state, it): &(State, Standing)| {
        json!([it.obligation_id, it.period, it.agency_id, it.state.name(), state.name(), kernel::id::fresh()])
    };
    let places = queries::set_states(tx, changed.iter().map(row).collect(), now).await?;
    let moves: HashMap<Key, (State, State)> = changed.iter().map(|(state, it)| (it.key(), (it.state, *state))).collect();
    let steps = places.iter().filter_map(|place| Some((place, moves.get(&place.key)?)));
    let totals = steps.flat_map(|(place, (before, after))| [(place, *before, -1), (place, *after, 1)]);
    queries::add_totals(tx, summed(totals)).await
}

/// Opens standings that are not there yet, at their places in the tree (up to the branch of the rule) and in the regions.
pub(super) async fn open(
    db: &Db,
    tx: &mut Tx,
    (standings, branch): (&[Standing], &HashMap<String, String>),
    now: i64,
) -> Outcome<()> {
    let keys = queries::add_standings(tx, standings, now).await?;
    if keys.is_empty() {
        return Ok(());
    }
    let agencies: Vec<String> = keys.iter().map(|it| it.2.clone()).collect();
    let lineages = lookup::lineages(db, &agencies).await?;
    let region_of: HashMap<Key, &str> = standings.iter().map(|it| (it.key(), it.region_id.as_str())).collect();
    let place = |key: &Key| {
        let lineage = lineages.get(&key.2).map(Vec::as_slice).unwrap_or_default();
        let top = branch.get(&key.0).map(String::as_str).unwrap_or("*");
        let region = region_of.get(key).copied().unwrap_or_default();
        let nodes = up_to(lineage, top).into_iter().chain(regions_above(region));
        nodes.map(|(node, parent)| Place { key: key.clone(), node, parent }).collect::<Vec<_>>()
    };
    let places: Vec<Place> = keys.iter().flat_map(place).collect();
    queries::add_places(tx, &places, &keys, now).await?;
    queries::add_totals(tx, summed(places.iter().map(|it| (it, State::None, 1)))).await
}

/// Nodes with the one above each, from the office to the top; the top has nothing above. An office that came from outside the branch
/// (a successor) stands directly below the top.
fn up_to(lineage: &[String], top: &str) -> Vec<(String, String)> {
    let end = lineage.iter().position(|it| it == top);
    let mut nodes: Vec<String> = match end {
        Some(end) => lineage[..=end].to_vec(),
        None => lineage.first().cloned().into_iter().chain([top.to_owned()]).collect(),
    };
    let above: Vec<String> = nodes.iter().skip(1).cloned().chain([String::new()]).collect();
    nodes.drain(..).zip(above).collect()
}

/// `@76.02` below `@76` below `@`.
fn regions_above(region_id: &str) -> Vec<(String, String)> {
    match region_id.split_once('.') {
        Some((province, _)) => {
            vec![(format!("@{region_id}"), format!("@{province}")), (format!("@{province}"), "@".to_owned())]
        }
        None => vec![(format!("@{region_id}"), "@".to_owned())],
    }
}

/// Rows for totals, each node and state once and in their order, so that two transactions wait for each other instead of for ever. The top is
/// written even where it stays the same, as its version stands for all below.
fn summed<'a>(steps: impl Iterator<Item = (&'a Place, State, i64)>) -> Vec<serde_json::Value> {
    let mut sums: BTreeMap<(&str, i64, &str, &str), (&str, i64)> = BTreeMap::new();
    for (place, state, by) in steps {
        let sum = sums.entry((&place.key.0, place.key.1, &place.node, state.name())).or_insert((&place.parent, 0));
        sum.1 += by;
    }
    let rows = sums.into_iter().filter(|(_, (parent, by))| *by != 0 || parent.is_empty());
    rows.map(|((rule, period, node, state), (parent, by))| json!([rule, period, node, state, parent, by])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_counted_from_itself_up_to_the_branch() {
        let lineage = ["kantor", "kanwil", "kementerian", "*"].map(str::to_owned);
        let pairs = |top| up_to(&lineage, top).into_iter().map(|(node, above)| format!("{node}<{above}")).collect::<Vec<_>>();

        assert_eq!(pairs("*"), ["kantor<kanwil", "kanwil<kementerian", "kementerian<*", "*<"]);
        assert_eq!(pairs("kanwil"), ["kantor<kanwil", "kanwil<"]);
        assert_eq!(pairs("lain"), ["kantor<lain", "lain<"], "a successor from outside stands at the top");
        assert_eq!(regions_above("76.02"), [("@76.02".into(), "@76".into()), ("@76".into(), "@".into())]);
    }

    #[test]
    fn the_top_is_written_even_where_what_changed_below_it_cancels_out() {
        let at = |office: &str, node: &str, parent: &str| Place {
            key: ("aturan".to_owned(), 1, office.to_owned()),
            node: node.to_owned(),
            parent: parent.to_owned(),
        };
        let [kppn, its_top] = [at("kppn", "kemenkeu", "*"), at("kppn", "*", "")];
        let [bps, top] = [at("bps-sulbar", "bps", "*"), at("bps-sulbar", "*", "")];
        let up = [&kppn, &its_top].into_iter().flat_map(|it| [(it, State::None, -1), (it, State::Underway, 1)]);
        let down = [&bps, &top].into_iter().flat_map(|it| [(it, State::Underway, -1), (it, State::None, 1)]);

        let rows = summed(up.chain(down));

        let by = |node: &str| rows.iter().filter(|it| it[2] == node).map(|it| it[5].as_i64()).collect::<Vec<_>>();
        assert_eq!((by("*"), by("kemenkeu"), by("bps")), (vec![Some(0); 2], vec![Some(-1), Some(1)], vec![Some(1), Some(-1)]));
    }
}
