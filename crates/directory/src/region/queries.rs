//! What is asked of regions.

pub(crate) const ALL: &[&str] = &[REGIONS, ALL_REGIONS, PROVINCES, UPSERT, BELOW, AGENCIES, TREE_VERSION, AGENCY_COUNTS];

/// $1 ids.
pub(crate) const REGIONS: &str = "
    select id, name, kind, zone, parent_id from directory_region where id in (select value ->> 0 from json_each($1))";
pub(crate) const ALL_REGIONS: &str = "select id, name, kind, zone, parent_id from directory_region";
pub(crate) const PROVINCES: &str =
    "select id, name, kind, zone, parent_id from directory_region where parent_id is null order by name";
/// $1 rows of id, name, kind, parent, zone, search name; parents before children.
pub(crate) const UPSERT: &str = "
    insert into directory_region (id, name, kind, parent_id, zone, search_name)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each($1) where true order by key
    on conflict (id) do update set name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id,
           zone = excluded.zone, search_name = excluded.search_name";
/// $1 province.
pub(crate) const BELOW: &str = "
    select id, name, kind, zone, parent_id from directory_region where parent_id = $1 order by id";
/// $1 region, $2 short name and $3 id after which to begin, $4 how many.
pub(crate) const AGENCIES: &str = "
    select a.id, a.name, a.short_name, a.kind, a.region_id, r.name as region_name, r.zone, a.parent_id, a.ended_at, a.successor_id
      from directory_agency a join directory_region r on r.id = a.region_id
     where a.region_id = $1 and (a.short_name, a.id) > ($2, $3) and a.ended_at is null
     order by a.short_name, a.id limit $4";
pub(crate) const TREE_VERSION: &str = "select version from directory_tree where id = 'tree'";
pub(crate) const AGENCY_COUNTS: &str =
    "select region_id, count(*) as n from directory_agency where ended_at is null group by region_id";
