//! Keeps the counts of people and of confirmations by unit and, up the tree, by node: a few rows for each change, never a count of everybody.

use std::collections::{BTreeMap, HashMap};

use directory::lookup;
use kernel::{App, Outcome, db::Tx};
use serde_json::json;

use super::queries::{self, Reader, Unit};
use crate::warning::policy::Confirmable;

/// People and confirmations to add, by warning and unit.
pub(crate) type Steps = BTreeMap<(String, String), (i64, i64)>;

/// Lines up the tree by unit, as `lookup::lineages` answers. They are read before the transaction begins: hundreds who confirm at once would
/// hold every connection, each waiting for one more.
type Lines = HashMap<String, Vec<String>>;

/// Units of one transaction when the tree has changed.
const AT_ONCE: i64 = 200;

fn add(steps: &mut Steps, (warning_id, unit_id): (&str, &str), (people, confirmed): (i64, i64)) {
    let step = steps.entry((warning_id.to_owned(), unit_id.to_owned())).or_default();
    step.0 += people;
    step.1 += confirmed;
}

/// What one reader counts.
fn worth(reader: &Reader) -> (i64, i64) {
    if reader.is_gone { (0, 0) } else { (1, i64::from(reader.has_confirmed)) }
}

/// Two statements, whatever the number of units. Those that are counted already stay on their line.
async fn keep(lines: &Lines, tx: &mut Tx, mut steps: Steps) -> Outcome<()> {
    steps.retain(|_, step| *step != (0, 0));
    if steps.is_empty() {
        return Ok(());
    }
    let drawn = |unit: &String| lines.get(unit).map_or_else(|| unit.clone(), |it| it.join(","));
    let rows = steps.iter().map(|((warning, unit), step)| json!([warning, unit, drawn(unit), step.0, step.1])).collect();
    let counted_in = queries::add_units(tx, rows).await?;
    let along = steps.iter().filter_map(|(key, step)| Some((key.0.as_str(), counted_in.get(key)?.as_str(), *step)));
    queries::add_totals(tx, up_the_tree(along)).await
}

/// Somebody counted in another unit of the warnings that are for them there, and no longer in the others.
pub(crate) async fn relocate(
    app: &App,
    tx: &mut Tx,
    (person_id, labels): (&str, &[String]),
    (from, to): (&str, &str),
) -> Outcome<()> {
    let lines = lookup::lineages(app.db(), &[to.to_owned()]).await?;
    let mut steps = Steps::new();
    for (warning_id, it) in queries::relocate(tx, (person_id, labels), (from, to), app.now()).await? {
        add(&mut steps, (&warning_id, from), (-1, -i64::from(it.has_confirmed)));
        add(&mut steps, (&warning_id, to), worth(&it));
    }
    keep(&lines, tx, steps).await
}

/// The reader's confirmation, counted once; answers whether this one was it. `lines` has their unit.
pub(crate) async fn confirm(lines: &Lines, tx: &mut Tx, proof: &Confirmable, now: i64) -> Outcome<bool> {
    let warning_id = &proof.warning().id;
    let mut steps = Steps::new();
    let newcomer = [(proof.person_id().to_owned(), proof.unit_id().to_owned())];
    for it in queries::add(tx, warning_id, &newcomer, now).await? {
        add(&mut steps, (warning_id, &it.unit_id), worth(&it));
    }
    let confirmed = queries::confirm(tx, proof, now).await?;
    if let Some(it) = confirmed.as_ref().filter(|it| !it.is_gone) {
        add(&mut steps, (warning_id, &it.unit_id), (0, 1));
    }
    keep(lines, tx, steps).await?;
    Ok(confirmed.is_some())
}

/// Counts the units of a warning where they stand in the tree now.
pub(crate) async fn follow_tree(app: &App, warning_id: &str) -> Outcome<()> {
    let mut after = String::new();
    loop {
        let units = queries::units(app.db(), warning_id, &after, AT_ONCE).await?;
        let Some(last) = units.last() else { return Ok(()) };
        after.clone_from(&last.unit_id);
        let ids: Vec<String> = units.iter().map(|it| it.unit_id.clone()).collect();
        let lineages = lookup::lineages(app.db(), &ids).await?;
        let drawn = |it: &Unit| lineages.get(&it.unit_id).map(|it| it.join(","));
        let placed = units.into_iter().filter_map(|it| drawn(&it).map(|line| (it, line)));
        let moved: Vec<(Unit, String)> = placed.filter(|(it, line)| it.lineage != *line).collect();
        redraw(app, warning_id, &moved).await?;
    }
}

async fn redraw(app: &App, warning_id: &str, moved: &[(Unit, String)]) -> Outcome<()> {
    if moved.is_empty() {
        return Ok(());
    }
    let mut tx = app.db().begin().await?;
    let drawn = queries::redraw(&mut tx, warning_id, moved).await?;
    let before = |it: &Unit| moved.iter().find(|(was, _)| was.unit_id == it.unit_id).map(|it| it.0.lineage.as_str());
    let taken = drawn.iter().filter_map(|it| Some((warning_id, before(it)?, (-it.people, -it.confirmed))));
    let given = drawn.iter().map(|it| (warning_id, it.lineage.as_str(), (it.people, it.confirmed)));
    queries::add_totals(&mut tx, up_the_tree(taken.chain(given))).await?;
    tx.commit().await
}

/// Rows for every node on these lines, summed and in the order of the nodes: two that count at once never wait for each other in a circle.
fn up_the_tree<'a>(steps: impl Iterator<Item = (&'a str, &'a str, (i64, i64))>) -> Vec<serde_json::Value> {
    let mut totals: BTreeMap<(&str, &str), (&str, i64, i64)> = BTreeMap::new();
    for (warning, lineage, (people, confirmed)) in steps {
        let nodes: Vec<&str> = lineage.split(',').collect();
        for (at, node) in nodes.iter().enumerate() {
            let total = totals.entry((warning, node)).or_default();
            *total = (nodes.get(at + 1).copied().unwrap_or_default(), total.1 + people, total.2 + confirmed);
        }
    }
    let row = |((warning, node), (parent, people, confirmed))| json!([warning, node, parent, people, confirmed]);
    totals.into_iter().map(row).collect()
}

/// Puts people where they are now; answers those who are asked for the first time. `lines` has their units.
pub(crate) async fn settle(
    lines: &Lines,
    tx: &mut Tx,
    (warning_id, known): (&str, &HashMap<String, Reader>),
    (people, now): (&[(String, String)], i64),
) -> Outcome<Vec<String>> {
    let mut steps = Steps::new();
    let new: Vec<(String, String)> = people.iter().filter(|it| !known.contains_key(&it.0)).cloned().collect();
    let added = queries::add(tx, warning_id, &new, now).await?;
    added.iter().for_each(|it| add(&mut steps, (warning_id, &it.unit_id), worth(it)));
    let elsewhere = people.iter().filter_map(|it| Some((known.get(&it.0)?, &it.1)));
    let moved: Vec<(&Reader, &String)> = elsewhere.filter(|(was, unit)| was.is_gone || was.unit_id != **unit).collect();
    for it in queries::place(tx, warning_id, &moved).await? {
        let Some((was, _)) = moved.iter().find(|(was, _)| was.person_id == it.person_id) else { continue };
        let (people, confirmed) = worth(&Reader { is_gone: was.is_gone, ..it.clone() });
        add(&mut steps, (warning_id, &was.unit_id), (-people, -confirmed));
        add(&mut steps, (warning_id, &it.unit_id), worth(&it));
    }
    keep(lines, tx, steps).await?;
    Ok(added.into_iter().map(|it| it.person_id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_node_on_the_way_up_gets_the_sum_and_knows_the_one_above() {
        let steps = [("w", "b,a,*", (2, 1)), ("w", "c,a,*", (3, 0)), ("w", "a,*", (-1, 0))];

        let rows = up_the_tree(steps.into_iter());

        let expected = [
            json!(["w", "*", "", 4, 1]),
            json!(["w", "a", "*", 4, 1]),
            json!(["w", "b", "a", 2, 1]),
            json!(["w", "c", "a", 3, 0]),
        ];
        assert_eq!(rows, expected);
    }
}
