//! The design that an activity has, or the one that organisers start with. Reads only.

use directory::lookup;
use kernel::{App, Outcome};

use super::queries;
use crate::{
    activity::policy::Hosted,
    certificate::{
        model::{Design, Signatory},
        paper::OFFICIAL,
    },
    learning::rules,
};

const PATTERN: &str = "{urut}/SERT/{instansi}/{bulan-romawi}/{tahun}";
/// Kinds of region stand before names, not in addresses of letters.
const KINDS: [&str; 3] = ["Kabupaten ", "Kota ", "Provinsi "];

/// Version 0: nobody has saved it yet.
pub(crate) async fn current(app: &App, hosted: &Hosted) -> Outcome<Design> {
    match queries::design(app.db(), &hosted.activity.id).await? {
        Some(design) => Ok(design),
        None => fresh(app, hosted).await,
    }
}

async fn fresh(app: &App, hosted: &Hosted) -> Outcome<Design> {
    let activity = &hosted.activity;
    let owners: Vec<String> = hosted.owners().map(|it| it.agency_id.clone()).collect();
    let agencies = lookup::agencies(app.db(), &owners).await?;
    let region = owners.first().and_then(|it| agencies.get(it)).map(|it| it.region_name.as_str()).unwrap_or_default();
    Ok(Design {
        activity_id: activity.id.clone(),
        template: OFFICIAL.to_owned(),
        heading: "Sertifikat".to_owned(),
        number_pattern: PATTERN.to_owned(),
        place: place(region).to_owned(),
        signed_on: Some(activity.zone.start_of_day(activity.ends_at)),
        minutes_per_jp: rules::rules_of(activity).minutes_per_hour,
        jp: rules::hours_of(activity),
        form: activity.form.clone(),
        signatories: heads(app, &owners).await?,
        with_agenda: false,
        changed_at: 0,
        version: 0,
    })
}

/// As it stands in the address of a letter.
pub(crate) fn place(region: &str) -> &str {
    KINDS.iter().find_map(|it| region.strip_prefix(it)).unwrap_or(region)
}

/// The head of the first owner, if the directory knows one.
pub(crate) async fn heads(app: &App, owners: &[String]) -> Outcome<Vec<Signatory>> {
    let Some(first) = owners.first() else {
        return Ok(Vec::new());
    };
    let heads = lookup::nearest_duty_holders(app, &["pimpinan"], first).await?;
    let signatory = |it: lookup::Person| Signatory {
        position: it.position,
        name: it.full_name,
        number: it.nip.map(|nip| format!("NIP {nip}")).unwrap_or_default(),
    };
    Ok(heads.into_iter().take(1).map(signatory).collect())
}
