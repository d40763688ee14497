//! Statements about personal tokens.

pub(crate) const ALL: &[&str] = &[ADD, END, OF_PERSON];

pub(crate) const ADD: &str = "
    insert into directory_token (id, fingerprint, person_id, name, scopes, made_at, ends_at)
    values ($1, $2, $3, $4, $5, $6, $7)";

/// $1 now, $2 id, $3 whose: nobody ends the token of another.
pub(crate) const END: &str = "update directory_token set ended_at = $1 where id = $2 and person_id = $3 and ended_at is null";

/// $1 whose, $2 now.
pub(crate) const OF_PERSON: &str = "
    select id, name, scopes, made_at, seen_at, ends_at from directory_token
     where person_id = $1 and ended_at is null and ends_at > $2
     order by made_at desc, id desc limit 100";
