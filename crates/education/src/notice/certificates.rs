//! Telling those who were given a certificate: a hundred at once, as they were issued.

use kernel::{App, Failure, Outcome, db::Tx, outbox, outbox::Hearing};

use super::{
    bundle::Bundle,
    letter::Writer,
    model::{Details, Kind, News},
    queries, recipient,
};
use crate::{
    activity,
    certificate::{self, model::Certificate},
    published::CertificatesIssued,
};

pub(super) fn issued<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move { tell(app, tx, outbox::read(body)?).await })
}

async fn tell(app: &App, tx: &mut Tx, fact: CertificatesIssued) -> Outcome<()> {
    let activity = match activity::queries::find(app.db(), &fact.activity_id).await {
        Err(Failure::NotFound) => return Ok(()),
        found => found?,
    };
    let standing = certificate::queries::standing(app.db(), &fact.certificate_ids).await?;
    let registrations: Vec<String> = standing.iter().filter_map(|it| it.registration_id.clone()).collect();
    let entries = queries::entries(app.db(), &activity.id, &registrations).await?;
    let mut recipients = recipient::of_entries(app.db(), &activity, entries).await?;
    // Who served without registering.
    let served = standing.iter().filter(|it| it.registration_id.is_none()).filter_map(|it| it.person_id.clone());
    recipients.extend(recipient::of_people(app.db(), &activity, &served.collect::<Vec<_>>()).await?);
    let writer = Writer::about(app, &activity).await?;
    let mut bundle = Bundle::new(&writer);
    for to in &recipients {
        let id = standing.iter().find(|it| of_whom(it) == Some(to.key())).map(|it| it.id.as_str());
        let key = format!("{}:{}", Kind::CertificateIssued.name(), id.unwrap_or_default());
        bundle.tell(to, News { kind: Kind::CertificateIssued, key, details: Details::default() });
    }
    bundle.keep(tx, app.now()).await
}

/// What of a recipient's key it is found by.
fn of_whom(it: &Certificate) -> Option<&str> {
    it.registration_id.as_deref().or(it.person_id.as_deref())
}
