//! Makes a draft with everything that a template or another activity gives: one transaction, of the caller. Decides nothing.

use directory::lookup::{self, Agency};
use kernel::{App, Outcome, db::Tx};
use ui::Zone;

use super::{
    model::Content,
    queries::{self, Signing},
    task,
};
use crate::{
    activity::{actions, policy::Draftable, queries::Maker},
    certificate::design::starting,
};

/// Whose draft it is to be, and when it starts on their clock.
pub(crate) struct Occasion {
    pub(crate) agency: Agency,
    pub(crate) zone: Zone,
    pub(crate) starts_at: i64,
    signing: Signing,
}

impl Occasion {
    pub(crate) async fn of(app: &App, agency_id: &str, (starts_at, by): (i64, &str)) -> Outcome<Occasion> {
        let agency = lookup::agency(app.db(), agency_id).await?;
        let zone = Zone::parse(&agency.zone).unwrap_or_default();
        let signatories = starting::heads(app, std::slice::from_ref(&agency.id)).await?;
        let signing =
            Signing { place: starting::place(&agency.region_name).to_owned(), signatories, now: app.now(), by: by.to_owned() };
        Ok(Occasion { agency, zone, starts_at, signing })
    }

    fn province(&self) -> &str {
        self.agency.region_id.split('.').next().unwrap_or_default()
    }
}

/// Answers the id of the draft.
pub(crate) async fn draft(tx: &mut Tx, proof: &Draftable, content: &Content, occasion: &Occasion) -> Outcome<String> {
    let draft = content.draft(occasion.province(), (occasion.starts_at, occasion.zone));
    let Signing { now, by, .. } = &occasion.signing;
    let maker = Maker { person_id: by, proof, now: *now, cloned_from: None };
    let id = actions::insert(tx, &draft, &maker).await?;
    if let Some(look) = &content.evaluation {
        queries::set_evaluation(tx, proof, &id, look).await?;
    }
    if let Some(look) = &content.certificate {
        queries::set_certificate(tx, proof, (&id, look), &occasion.signing).await?;
    }
    task::queries::add(tx, &id, &content.tasks).await?;
    Ok(id)
}
