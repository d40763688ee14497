//! Statements about sessions.

pub(crate) const ALL: &[&str] = &[START, END_ONE, END_OTHERS, END_ALL, OF_PERSON];

pub(crate) const START: &str = "
    insert into directory_session (id, fingerprint, person_id, started_at, seen_at, ends_at, agent, network)
    values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// $1 now, $2 id, $3 whose: nobody ends the session of another.
pub(crate) const END_ONE: &str =
    "update directory_session set ended_at = $1 where id = $2 and person_id = $3 and ended_at is null";

/// $1 now, $2 whose, $3 the one that stays.
pub(crate) const END_OTHERS: &str =
    "update directory_session set ended_at = $1 where person_id = $2 and id <> $3 and ended_at is null";

pub(crate) const END_ALL: &str = "update directory_session set ended_at = $1 where person_id = $2 and ended_at is null";

/// $1 whose, $2 now, $3 the earliest sign of life that still counts.
pub(crate) const OF_PERSON: &str = "
    select id, started_at, seen_at, agent, network from directory_session
     where person_id = $1 and ended_at is null and ends_at > $2 and seen_at > $3
     order by seen_at desc, id desc limit 100";
