//! What filling an installation with made-up activities needs, and what counts what came of it.

pub(crate) const ALL: &[&str] = &[
    ANALYZE,
    VERSION,
    HOSTS,
    AGENDA,
    SPEAKERS,
    COUNT,
    ADD_ACTIVITIES,
    ADD_HOSTS,
    ADD_AUDIENCES,
    ADD_AGENDA,
    ADD_SPEAKERS,
    ADD_REGISTRATIONS,
    ADD_ATTENDANCE,
    EVALUATIONS,
];

pub(super) const ANALYZE: &str = "analyze";
pub(super) const VERSION: &str = "select version from education_activity where id = $1";
pub(super) const HOSTS: &str = "select agency_id, invited_at, accepted_at, message from education_host where activity_id = $1";
pub(super) const AGENDA: &str =
    "select starts_at, title, speaker from education_agenda_item where activity_id = $1 order by position";
pub(super) const SPEAKERS: &str =
    "select name, affiliation, role from education_speaker where activity_id = $1 order by position";

/// $1 activity.
pub(super) const COUNT: &str = "
    select a.taken, a.waiting,
           count(r.seated_at) as seated_rows, count(r.id) - count(r.seated_at) as waiting_rows,
           coalesce(min(case when r.seated_at is null then r.number end), 0) as first_number,
           coalesce(max(r.number), 0) as last_number, count(distinct r.person_id) as different_people
      from education_activity a
      left join education_registration r on r.activity_id = a.id and r.cancelled_at is null
     where a.id = $1 group by a.id, a.taken, a.waiting";

/// $1 when, $2 activity: everybody with a seat was present.
pub(super) const ADD_ATTENDANCE: &str = "
    insert into education_attendance (registration_id, activity_id, minutes, share, checkpoints, is_present, because, rule, counted_at)
    select r.id, r.activity_id, 120, 1000, 0, 1, 'manual', '1', $1 from education_registration r
     where r.activity_id = $2 and r.seated_at is not null";
/// $1 activity.
pub(super) const EVALUATIONS: &str = "
    select count(*) as tokens, (select count(*) from education_evaluation_sealed s where s.activity_id = $1) as waiting
      from education_evaluation_token t where t.activity_id = $2";

/// $1 rows of id, title, summary, theme, form, start, end, zone, secret, by whom, when, seats, taken, waiting.
pub(super) const ADD_ACTIVITIES: &str = "
    insert into education_activity (id, title, summary, theme, form, mode, starts_at, ends_at, zone, meeting_link, contact, code_secret,
           created_by, created_at, changed_at, published_at, published_by, seats, taken, waiting, drawn)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, 'online', cast(value ->> 5 as bigint),
           cast(value ->> 6 as bigint), value ->> 7, 'https://rapat.example/kelas', 'Panitia', value ->> 8, value ->> 9,
           cast(value ->> 10 as bigint), cast(value ->> 10 as bigint), cast(value ->> 10 as bigint), value ->> 9,
           cast(value ->> 11 as bigint), cast(value ->> 12 as bigint), cast(value ->> 13 as bigint),
           cast(value ->> 12 as bigint) + cast(value ->> 13 as bigint)
      from json_each($1)";
/// $1 rows of activity, agency, when, by whom.
pub(super) const ADD_HOSTS: &str = "
    insert into education_host (activity_id, agency_id, invited_at, invited_by, accepted_at, answered_by)
    select value ->> 0, value ->> 1, cast(value ->> 2 as bigint), value ->> 3, cast(value ->> 2 as bigint), value ->> 3
      from json_each($1)";
/// $1 rows of activity, label.
pub(super) const ADD_AUDIENCES: &str =
    "insert into education_audience (activity_id, label) select value ->> 0, value ->> 1 from json_each($1)";
/// $1 rows of activity, position, start, title.
pub(super) const ADD_AGENDA: &str = "
    insert into education_agenda_item (activity_id, position, starts_at, title)
    select value ->> 0, cast(value ->> 1 as bigint), cast(value ->> 2 as bigint), value ->> 3 from json_each($1)";
/// $1 rows of activity, position, name, affiliation.
pub(super) const ADD_SPEAKERS: &str = "
    insert into education_speaker (activity_id, position, name, affiliation, role)
    select value ->> 0, cast(value ->> 1 as bigint), value ->> 2, value ->> 3, 'narasumber' from json_each($1)";
/// $1 when, $2 rows of id, activity, person, number, when seated, ticket.
pub(super) const ADD_REGISTRATIONS: &str = "
    insert into education_registration (id, activity_id, person_id, number, registered_at, seated_at, ticket)
    select value ->> 0, value ->> 1, value ->> 2, cast(value ->> 3 as bigint), $1, cast(value ->> 4 as bigint), value ->> 5
      from json_each($2)";
