//! Statements about leaving.

pub(crate) const ALL: &[&str] = &[LEAVE, LEAVE_PLACE];

/// $1 now, $2 who.
pub(crate) const LEAVE: &str =
    "update directory_person set left_at = $1, version = version + 1 where id = $2 and left_at is null";

pub(crate) const LEAVE_PLACE: &str = "update directory_placement set until = $1 where person_id = $2 and until is null";
