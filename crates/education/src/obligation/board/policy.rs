//! Who sees what of a board. Pure.
//!
//! Everybody signed in sees totals, also by branch and region. Names of offices are seen by those who hold `pembina`, `pimpinan` or `admin` at the
//! node or above it; of a region only by those who hold it for the whole rule. Whoever coordinates or heads an office sees its own row.

use kernel::Actor;

use crate::obligation::rule::policy::RULERS;

/// How closely somebody may look at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    Totals,
    Names,
}

/// Duties whose own offices are shown.
pub(crate) const OWN: &[&str] = &["pengelola", "pimpinan"];

/// `lineage` is the node with all above it; for a region, the branch of the rule with all above it.
pub(crate) fn sight(actor: &Actor, lineage: &[String]) -> Sight {
    if actor.holds(RULERS, lineage) { Sight::Names } else { Sight::Totals }
}

/// Offices that are the actor's own.
pub(crate) fn own(actor: &Actor) -> Vec<String> {
    let held = actor.duties.iter().filter(|it| OWN.contains(&it.kind.as_str()) && it.node != "*");
    let mut nodes: Vec<String> = held.map(|it| it.node.clone()).collect();
    nodes.sort();
    nodes.dedup();
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy_table::holding;

    #[test]
    fn who_sees_names_where() {
        let office: Vec<String> = ["kppn", "kanwil", "kemenkeu", "*"].map(str::to_owned).to_vec();
        let ministry = &office[2..];
        let nation = &office[3..];
        // duty, where held, sees names: of the office's node, of the ministry, of the nation
        let table = [
            ("", "kppn", [false, false, false]),
            ("pengelola", "kppn", [false, false, false]),
            ("pengelola", "kemenkeu", [false, false, false]),
            ("pimpinan", "kppn", [true, false, false]),
            ("pimpinan", "kanwil", [true, false, false]),
            ("pimpinan", "bps", [false, false, false]),
            ("pembina", "kemenkeu", [true, true, false]),
            ("pembina", "*", [true, true, true]),
            ("admin", "*", [true, true, true]),
        ];

        for (kind, node, expected) in table {
            let actor = holding(kind, node);
            let seen = [&office[..], ministry, nation].map(|lineage| sight(&actor, lineage) == Sight::Names);
            assert_eq!(seen, expected, "{kind} at {node}");
        }
        assert_eq!(own(&holding("pengelola", "kppn")), ["kppn"]);
        assert_eq!(own(&holding("pimpinan", "kppn")), ["kppn"]);
        assert!(own(&holding("pembina", "kemenkeu")).is_empty() && own(&holding("pimpinan", "*")).is_empty());
    }
}
