//! What a person may read, as labels; the same for those who sign in and for audiences that are counted. Not what they may do.

/// Where a person stands: id, the unit with its ancestors, the unit's region with its province.
pub(crate) struct Standing<'a> {
    pub(crate) person_id: &'a str,
    pub(crate) lineage: &'a [String],
    pub(crate) regions: &'a [String],
}

/// `public`, `asn`, `asn@REGION`, `agency:CODE`, `agency:CODE@REGION`, `person:ID`. The nation (`*`) is `asn`, not an agency.
pub(crate) fn labels_for(standing: &Standing) -> Vec<String> {
    let mut labels = vec!["public".to_owned(), "asn".to_owned()];
    labels.extend(standing.regions.iter().map(|region| format!("asn@{region}")));
    for agency in standing.lineage.iter().filter(|it| *it != "*") {
        labels.push(format!("agency:{agency}"));
        labels.extend(standing.regions.iter().map(|region| format!("agency:{agency}@{region}")));
    }
    labels.push(format!("person:{}", standing.person_id));
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_reads_what_is_for_their_unit_its_ancestors_and_both_regions() {
        let lineage = ["bps.7602", "bps", "*"].map(str::to_owned);
        let regions = ["76.02", "76"].map(str::to_owned);

        let labels = labels_for(&Standing { person_id: "01j", lineage: &lineage, regions: &regions });

        let expected = [
            "public",
            "asn",
            "asn@76.02",
            "asn@76",
            "agency:bps.7602",
            "agency:bps.7602@76.02",
            "agency:bps.7602@76",
            "agency:bps",
            "agency:bps@76.02",
            "agency:bps@76",
            "person:01j",
        ];
        assert_eq!(labels, expected);
    }
}
