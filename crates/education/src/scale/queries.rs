//! Statements that write very many made-up activities with their registrations at once.

pub(crate) const ALL: &[&str] = &[COUNT_ACTIVITIES, COUNT_REGISTRATIONS, ACTIVITIES, HOSTS, AUDIENCES, REGISTRATIONS];

pub(crate) const COUNT_ACTIVITIES: &str = "select count(*) as n from education_activity";
pub(crate) const COUNT_REGISTRATIONS: &str = "select count(*) as n from education_registration";
/// $1 rows of id, title, theme, form, start, end, zone, seats, taken, open to the public, secret, made at, made by.
pub(crate) const ACTIVITIES: &str = "
    insert into education_activity (id, title, theme, form, starts_at, ends_at, zone, seats, taken, drawn, is_open_to_public, code_secret,
           created_at, changed_at, published_at, created_by, published_by, mode, summary, meeting_link)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, cast(value ->> 4 as bigint), cast(value ->> 5 as bigint), value ->> 6,
           cast(value ->> 7 as bigint), cast(value ->> 8 as bigint), cast(value ->> 8 as bigint), cast(value ->> 9 as bigint), value ->> 10,
           cast(value ->> 11 as bigint), cast(value ->> 11 as bigint), cast(value ->> 11 as bigint), value ->> 12, value ->> 12, 'online',
           'Kegiatan rekaan untuk pengukuran.', 'https://rapat.contoh.go.id.example/' || (value ->> 0)
      from json_each($1)";
/// $1 rows of activity, agency, moment, by whom.
pub(crate) const HOSTS: &str = "
    insert into education_host (activity_id, agency_id, invited_at, accepted_at, invited_by, answered_by)
    select value ->> 0, value ->> 1, cast(value ->> 2 as bigint), cast(value ->> 2 as bigint), value ->> 3, value ->> 3 from json_each($1)";
/// $1 rows of activity, label.
pub(crate) const AUDIENCES: &str =
    "insert into education_audience (activity_id, label) select value ->> 0, value ->> 1 from json_each($1)";
/// $1 rows of id, activity, person, agency, name in lower case, number, moment, ticket.
pub(crate) const REGISTRATIONS: &str = "
    insert into education_registration (id, activity_id, person_id, agency_id, search_name, number, registered_at, seated_at, ticket)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, cast(value ->> 5 as bigint), cast(value ->> 6 as bigint),
           cast(value ->> 6 as bigint), value ->> 7
      from json_each($1)";
