//! Statements that change the tree of agencies, and what they look at before.

pub(crate) const ALL: &[&str] = &[GROW_TREE_FROM, STATE, COUNTS, STAFF, MOVE_STAFF, RESHAPE, TOUCH, CLOSE, ADOPT, ADD_EVENTS];

/// Whatever changes the tree begins with this: one after the other, and only upon the tree that was looked at. $1 its version.
pub(crate) const GROW_TREE_FROM: &str = "update directory_tree set version = version + 1 where id = 'tree' and version = $1";
pub(crate) const STATE: &str = "
    select a.version, t.version as tree_version from directory_agency a join directory_tree t on t.id = 'tree' where a.id = $1";
/// At the agency itself. $1 agency, $2 agency, $3 agency, $4 now.
pub(crate) const COUNTS: &str = "
    select (select count(*) from directory_person where agency_id = $1 and left_at is null) as people,
           (select count(*) from directory_agency where parent_id = $2 and ended_at is null) as below,
           (select count(*) from directory_duty
             where agency_id = $3 and ended_at is null and (ends_at is null or ends_at > $4)) as duties";
pub(crate) const STAFF: &str = "
    select id, identity_number, position from directory_person where agency_id = $1 and left_at is null order by id";
/// $1 rows of person and unit.
pub(crate) const MOVE_STAFF: &str = "
    update directory_person set agency_id = n.agency_id, version = version + 1
      from (select value ->> 0 as id, value ->> 1 as agency_id from json_each($1)) n
     where directory_person.id = n.id";
/// $1 name, $2 short name, $3 search name, $4 parent, $5 region, $6 agency.
pub(crate) const RESHAPE: &str = "
    update directory_agency set name = $1, short_name = $2, search_name = $3, parent_id = $4, region_id = $5, version = version + 1
     where id = $6";
pub(crate) const TOUCH: &str = "update directory_agency set version = version + 1 where id = $1";
/// $1 when, $2 successor, $3 agency.
pub(crate) const CLOSE: &str = "
    update directory_agency set ended_at = $1, successor_id = $2, version = version + 1 where id = $3";
/// Those that have not ended. $1 new parent, $2 old parent.
pub(crate) const ADOPT: &str = "
    update directory_agency set parent_id = $1, version = version + 1 where parent_id = $2 and ended_at is null returning id";
/// $1 rows of id, agency, kind, before, after; $2 legal basis, $3 since when, $4 by whom.
pub(crate) const ADD_EVENTS: &str = "
    insert into directory_agency_event (id, agency_id, kind, before, after, reason, happened_at, by_id)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, $2, $3, $4 from json_each($1)";
