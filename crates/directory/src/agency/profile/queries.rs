//! Statements about profiles.

pub(crate) const ALL: &[&str] = &[PROFILE, BEGIN, SAVE, NOTE];

pub(crate) const PROFILE: &str = "
    select duties, services, products, contact_name, contact_mail, contact_phone, website, version, changed_at
      from directory_profile where agency_id = $1";
/// $1 agency, $2 now.
pub(crate) const BEGIN: &str = "
    insert into directory_profile (agency_id, version, changed_at) values ($1, 0, $2) on conflict (agency_id) do nothing";
/// Only upon the version that was seen. $1 duties, $2 services, $3 products, $4 name, $5 mail, $6 phone, $7 website, $8 now, $9 by whom,
/// $10 agency, $11 version.
pub(crate) const SAVE: &str = "
    update directory_profile set duties = $1, services = $2, products = $3, contact_name = $4, contact_mail = $5,
           contact_phone = $6, website = $7, changed_at = $8, changed_by = $9, version = version + 1
     where agency_id = $10 and version = $11";
/// $1 id, $2 agency, $3 before, $4 after, $5 now, $6 by whom.
pub(crate) const NOTE: &str = "
    insert into directory_agency_event (id, agency_id, kind, before, after, happened_at, by_id)
    values ($1, $2, 'profile', $3, $4, $5, $6)";
