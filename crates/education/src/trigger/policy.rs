//! Who may put somebody in charge of an office's activity, and who may be put. Pure; verdicts are values that only this file makes.

use kernel::{Actor, Failure, Outcome};

use crate::activity::policy::{Draftable, Editable, draftable};

const HEADS: &[&str] = &["pimpinan"];

/// Proof that the actor heads the office.
#[derive(Debug)]
pub(crate) struct Headed {
    office: String,
    draftable: Draftable,
}
/// Proof that this person, who works in the office, may be put in charge by its head.
#[derive(Debug)]
pub(crate) struct Entrustable {
    headed: Headed,
    person_id: String,
}

/// `lineage` is the office with all above it.
pub(crate) fn headed(actor: &Actor, office: &str, lineage: &[String]) -> Outcome<Headed> {
    if !actor.holds(HEADS, lineage) {
        return Err(Failure::Forbidden("trigger-only-heads"));
    }
    Ok(Headed { office: office.to_owned(), draftable: draftable(actor, office, lineage)? })
}

/// `labels` are those that the person holds; none when they left. A key says what is wrong.
pub(crate) fn entrustable(headed: Headed, person_id: &str, labels: &[String]) -> Result<Entrustable, &'static str> {
    if labels.contains(&format!("agency:{}", headed.office)) {
        Ok(Entrustable { headed, person_id: person_id.to_owned() })
    } else {
        Err("trigger-person-elsewhere")
    }
}

/// The owner for which the actor heads the activity, to be asked again who is in charge.
pub(crate) fn owned_office<'a>(actor: &Actor, proof: &'a Editable) -> Outcome<&'a str> {
    let hosted = proof.hosted();
    let heads = |id: &str| hosted.lineages.get(id).is_some_and(|line| actor.holds(HEADS, line));
    let office = hosted.owners().find(|it| heads(&it.agency_id)).map(|it| it.agency_id.as_str());
    office.ok_or(Failure::Forbidden("trigger-only-heads"))
}

impl Headed {
    pub(crate) fn office(&self) -> &str {
        &self.office
    }
}

impl Entrustable {
    pub(crate) fn office(&self) -> &str {
        &self.headed.office
    }

    pub(crate) fn draftable(&self) -> &Draftable {
        &self.headed.draftable
    }

    pub(crate) fn person_id(&self) -> &str {
        &self.person_id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy_table::holding;

    #[test]
    fn only_heads_entrust_and_only_people_of_the_office_are_entrusted() {
        let lineage = ["kppn", "kemenkeu", "*"].map(str::to_owned);
        let table = [("", 403), ("pengelola", 403), ("pembina", 403), ("pimpinan", 200)];

        for (kind, expected) in table {
            let status = headed(&holding(kind, "kppn"), "kppn", &lineage).map_or_else(|it| it.status().as_u16(), |_| 200);
            assert_eq!(status, expected, "{kind}");
        }
        let head = || headed(&holding("pimpinan", "kemenkeu"), "kppn", &lineage).expect("heads of what is above too");
        assert!(entrustable(head(), "01j", &["asn".to_owned(), "agency:kppn".to_owned()]).is_ok());
        assert!(entrustable(head(), "01j", &["asn".to_owned(), "agency:bps".to_owned()]).is_err());
        assert!(entrustable(head(), "01j", &[]).is_err(), "who left holds no label");
    }
}
