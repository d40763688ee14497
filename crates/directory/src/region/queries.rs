//! What is asked of regions.

pub(crate) const ALL: &[&str] = &[REGIONS, PROVINCES, UPSERT];

/// $1 ids.
pub(crate) const REGIONS: &str = "
    select id, name, kind, zone, parent_id from directory_region where id in (select value ->> 0 from json_each($1))";
pub(crate) const PROVINCES: &str =
    "select id, name, kind, zone, parent_id from directory_region where parent_id is null order by name";
/// $1 rows of id, name, kind, parent, zone, search name; parents before children.
pub(crate) const UPSERT: &str = "
    insert into directory_region (id, name, kind, parent_id, zone, search_name)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each($1) where true order by key
    on conflict (id) do update set name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id,
           zone = excluded.zone, search_name = excluded.search_name";
