//! Certificates of an activity of the demonstration that is over: designed, issued, one of them withdrawn. Not test data.

use kernel::{Actor, App, Outcome};
use store::Kind;

use crate::{
    activity::{load, policy},
    attendance,
    certificate::{
        self, crest, design, issuing,
        model::{Certificate, Design, Signatory},
        queries::{self, Withdrawing},
    },
    change::By,
    material::shelf,
};

/// Made up; of no office.
const CREST: &[u8] = include_bytes!("crest.png");

/// To all who were there. One of the others, whom no visitor is, got theirs by mistake.
pub(super) async fn issue(app: &App, activity_id: &str, (by, others): (&Actor, &[String])) -> Outcome<()> {
    put_crest(app, activity_id, by).await?;
    let issued = to_all(app, activity_id, by).await?;
    let is_other = |it: &Certificate| it.person_id.as_ref().is_some_and(|id| others.contains(id));
    let Some(last) = issued.into_iter().filter(is_other).max_by_key(|it| it.sequence) else {
        return Ok(());
    };
    withdraw(app, last, by).await
}

/// Of the first owner, who uses it ever after.
async fn put_crest(app: &App, activity_id: &str, by: &Actor) -> Outcome<()> {
    let editable = policy::editable(by, load::hosted(app.db(), activity_id).await?)?;
    let proof = certificate::policy::designable(editable, app.now())?;
    let file = shelf::keep_made(app, CREST, Kind::Png).await?;
    let by = By::owner(by, proof.hosted(), app.now());
    let mut tx = app.db().begin().await?;
    crest::queries::set(&mut tx, &proof, (by.agency_id, &file.hash), by).await?;
    tx.commit().await
}

/// As their organiser would issue them by hand, without waiting for the job.
pub(crate) async fn to_all(app: &App, activity_id: &str, by: &Actor) -> Outcome<Vec<Certificate>> {
    let editable = policy::editable(by, load::hosted(app.db(), activity_id).await?)?;
    let design = design(app, editable.hosted()).await?;
    let designable = certificate::policy::designable(editable, app.now())?;
    let mut tx = app.db().begin().await?;
    design::queries::save(&mut tx, &designable, &design, &by.id).await?;
    tx.commit().await?;
    let editable = policy::editable(by, load::hosted(app.db(), activity_id).await?)?;
    let counted = attendance::queries::totals(app.db(), activity_id).await?;
    let issuable = certificate::policy::issuable(editable, Some(design), counted, app.now())?;
    let total = queries::count_entitled(app.db(), activity_id).await?;
    let batch_id = kernel::id::fresh();
    let mut tx = app.db().begin().await?;
    queries::ask(&mut tx, &issuable, &batch_id, (&by.id, app.now()), total).await?;
    tx.commit().await?;
    issuing::go_on(app, &batch_id).await?;
    queries::of_activity(app.db(), activity_id, (0, ""), total).await
}

async fn design(app: &App, hosted: &policy::Hosted) -> Outcome<Design> {
    let signatory = Signatory {
        position: "Kepala KPPN Mamuju".to_owned(),
        name: "Contoh Kepala Kantor, S.E., M.M.".to_owned(),
        number: "NIP 197001011995031001".to_owned(),
    };
    let started = design::current(app, hosted).await?;
    Ok(Design { signatories: vec![signatory], with_agenda: true, changed_at: app.now(), ..started })
}

async fn withdraw(app: &App, certificate: Certificate, by: &Actor) -> Outcome<()> {
    let editable = policy::editable(by, load::hosted(app.db(), &certificate.activity_id).await?)?;
    let proof = certificate::policy::withdrawable(editable, certificate)?;
    let withdrawing = Withdrawing { by: &by.id, now: app.now(), reason: "Nama tertukar dengan peserta lain (contoh)" };
    let mut tx = app.db().begin().await?;
    queries::withdraw(&mut tx, &proof, &withdrawing).await?;
    tx.commit().await
}
