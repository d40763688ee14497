//! What an activity is worth under the criteria of a rule. Pure.

use super::model::{Criterion, Reason, Verdict};
use crate::{
    activity::audience::{Label, regions_meet},
    obligation::rule::model::Criteria,
};

/// What is known of an activity when it is judged.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) is_cancelled: bool,
    pub(crate) is_over: bool,
    /// Different ministries and regional governments among the owners.
    pub(crate) institutions: i64,
    pub(crate) audience: Vec<String>,
    /// Absent while nobody has counted.
    pub(crate) present: Option<i64>,
    pub(crate) is_evaluated: bool,
}

/// Judges an activity. What can still come leaves it pending; what cannot makes it fail, with every reason named.
pub(crate) fn judge(criteria: &Criteria, region_id: &str, evidence: &Evidence) -> (Verdict, Vec<Reason>) {
    let plain = |criterion| Reason { criterion, has: 0, needs: 0 };
    let (mut lacking, mut waiting) = (Vec::new(), Vec::new());
    if evidence.is_cancelled {
        lacking.push(plain(Criterion::Cancelled));
    }
    if evidence.institutions < criteria.hosts {
        lacking.push(Reason { criterion: Criterion::Hosts, has: evidence.institutions, needs: criteria.hosts });
    }
    if criteria.is_open && !is_open_in(region_id, &evidence.audience) {
        lacking.push(plain(Criterion::Open));
    }
    if !evidence.is_over {
        waiting.push(plain(Criterion::Ahead));
    } else if criteria.present > 0 {
        match evidence.present {
            None => waiting.push(plain(Criterion::Uncounted)),
            Some(has) if has < criteria.present => {
                lacking.push(Reason { criterion: Criterion::Present, has, needs: criteria.present });
            }
            Some(_) => {}
        }
    }
    if evidence.is_over && criteria.is_evaluated && !evidence.is_evaluated {
        waiting.push(plain(Criterion::Evaluated));
    }
    match (lacking.is_empty(), waiting.is_empty()) {
        (false, _) => (Verdict::Fails, lacking),
        (true, false) => (Verdict::Pending, waiting),
        (true, true) => (Verdict::Counts, Vec::new()),
    }
}

/// Whether every civil servant of the region is invited: all of the nation, or of a region that holds it.
fn is_open_in(region_id: &str, audience: &[String]) -> bool {
    let labels = audience.iter().map(|it| Label::parse(it));
    labels
        .filter(|it| !it.is_public && it.agency.is_empty())
        .any(|it| it.region.len() <= region_id.len() && regions_meet(it.region, region_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: Criteria = Criteria { hosts: 2, is_open: true, present: 10, is_evaluated: true };

    fn evidence() -> Evidence {
        Evidence {
            is_cancelled: false,
            is_over: true,
            institutions: 2,
            audience: vec!["asn@76".to_owned()],
            present: Some(10),
            is_evaluated: true,
        }
    }

    #[track_caller]
    fn judged(evidence: Evidence) -> (Verdict, Vec<Criterion>) {
        let (verdict, reasons) = judge(&STRICT, "76.02", &evidence);
        (verdict, reasons.iter().map(|it| it.criterion).collect())
    }

    #[test]
    fn what_has_everything_counts() {
        assert_eq!(judged(evidence()), (Verdict::Counts, vec![]));
    }

    #[test]
    fn what_can_still_come_leaves_it_pending() {
        let ahead = Evidence { is_over: false, present: None, is_evaluated: false, ..evidence() };
        assert_eq!(judged(ahead), (Verdict::Pending, vec![Criterion::Ahead]));
        let uncounted = Evidence { present: None, is_evaluated: false, ..evidence() };
        assert_eq!(judged(uncounted), (Verdict::Pending, vec![Criterion::Uncounted, Criterion::Evaluated]));
    }

    #[test]
    fn what_cannot_come_any_more_fails_with_every_reason() {
        let poor =
            Evidence { is_cancelled: true, institutions: 1, present: Some(9), audience: vec!["agency:bps".into()], ..evidence() };
        let reasons = vec![Criterion::Cancelled, Criterion::Hosts, Criterion::Open, Criterion::Present];
        assert_eq!(judged(poor), (Verdict::Fails, reasons));
    }

    #[test]
    fn open_is_what_invites_everybody_of_the_region() {
        let open = |label: &str| is_open_in("76.02", &[label.to_owned()]);

        assert!(open("asn") && open("asn@76") && open("asn@76.02"));
        assert!(!open("asn@76.03") && !open("asn@73") && !open("public") && !open("agency:bps") && !open("agency:bps@76"));
        assert!(!is_open_in("76", &["asn@76.02".to_owned()]), "a part of the region is not the region");
    }
}
