//! Statements about kept passwords.

pub(crate) const ALL: &[&str] = &[SET, OF_PERSON];

/// $1 person, $2 hash, $3 now.
pub(crate) const SET: &str = "
    insert into directory_credential (person_id, password_hash, set_at) values ($1, $2, $3)
    on conflict (person_id) do update set password_hash = excluded.password_hash, set_at = excluded.set_at";

pub(crate) const OF_PERSON: &str = "select password_hash from directory_credential where person_id = $1";
