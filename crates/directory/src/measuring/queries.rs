//! What filling an installation with made-up people needs beyond the statements of people themselves.

pub(crate) const ALL: &[&str] = &[UNITS, START_SESSIONS];

pub(crate) const UNITS: &str = "select id from directory_agency where ended_at is null order by id";
/// $1 started, $2 seen, $3 ends, $4 rows of id, fingerprint, person.
pub(crate) const START_SESSIONS: &str = "
    insert into directory_session (id, fingerprint, person_id, started_at, seen_at, ends_at, agent, network)
    select value ->> 0, value ->> 1, value ->> 2, $1, $2, $3, '', '' from json_each($4)";
