//! Statements of signing in: the account behind a number or mail, and how often it was tried.

pub(crate) const ALL: &[&str] = &[BY_NUMBER, BY_MAIL, TRY, TRIED, FORGET, FORGET_OLD];

pub(crate) const BY_NUMBER: &str = "
    select p.id, c.password_hash from directory_person p left join directory_credential c on c.person_id = p.id
     where p.identity_number = $1 and p.left_at is null";

pub(crate) const BY_MAIL: &str = "
    select p.id, c.password_hash from directory_person p left join directory_credential c on c.person_id = p.id
     where p.mail = $1 and p.left_at is null";

/// Takes a try before the password is looked at, so that a burst cannot outrun the count; touches no row while the wait
/// (`model::wait_after`) lasts. $1 account, $2 now.
pub(crate) const TRY: &str = "
    insert into directory_sign_in_failure (account, failures, last_at) values ($1, 1, $2)
    on conflict (account) do update
       set failures = directory_sign_in_failure.failures + 1, last_at = excluded.last_at
     where directory_sign_in_failure.failures < 5
        or excluded.last_at - directory_sign_in_failure.last_at >=
           case when directory_sign_in_failure.failures >= 10 then 900000
                else 30000 * (directory_sign_in_failure.failures - 4) * (directory_sign_in_failure.failures - 4) end";

pub(crate) const TRIED: &str = "select failures, last_at from directory_sign_in_failure where account = $1";

pub(crate) const FORGET: &str = "delete from directory_sign_in_failure where account = $1";

/// A day without a try ends the row.
pub(crate) const FORGET_OLD: &str = "delete from directory_sign_in_failure where last_at < $1";
