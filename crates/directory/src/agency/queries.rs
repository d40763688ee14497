//! What is asked of agencies and their tree.

pub(crate) const ALL: &[&str] = &[
    AGENCIES,
    LINEAGES,
    SEARCH,
    LIST,
    PLACE,
    CHILDREN,
    HISTORY,
    ADD,
    CHANGE,
    ADD_EVENTS,
    GROW_TREE,
    BELOW,
    OF_BRANCH,
    COUNT_OF_BRANCH,
    SUCCESSORS,
    ENDED_SINCE,
    END,
    FORGET_LINEAGE,
    DRAW_LINEAGE,
];

/// $1 ids.
pub(crate) const AGENCIES: &str = "
    select a.id, a.name, a.short_name, a.kind, a.region_id, r.name as region_name, r.zone, a.parent_id, a.ended_at, a.successor_id
      from directory_agency a join directory_region r on r.id = a.region_id
     where a.id in (select value ->> 0 from json_each($1))";
/// $1 ids; nearest first.
pub(crate) const LINEAGES: &str = "
    select agency_id, ancestor_id from directory_lineage
     where agency_id in (select value ->> 0 from json_each($1)) order by agency_id, distance";
/// $1 folded words, each of which must occur, $2 folded words as the beginning of a name, $3 how many.
pub(crate) const SEARCH: &str = "
    select a.id, a.name, a.short_name, a.kind, a.region_id, r.name as region_name, r.zone, a.parent_id, a.ended_at, a.successor_id
      from directory_agency a join directory_region r on r.id = a.region_id
     where a.ended_at is null
       and not exists (select 1 from json_each($1) w where a.search_name not like '%' || (w.value ->> 0) || '%')
     order by case when a.search_name like $2 || '%' then 0 else 1 end, a.short_name, a.id limit $3";
/// $1 search name and $2 id after which to begin, $3 and $4 kind, $5 to $7 province, $8 folded words, $9 how many.
pub(crate) const LIST: &str = "
    select a.id, a.name, a.short_name, a.kind, a.region_id, r.name as region_name, r.zone, a.parent_id, a.ended_at, a.successor_id
      from directory_agency a join directory_region r on r.id = a.region_id
     where (a.search_name, a.id) > ($1, $2) and a.ended_at is null
       and ($3 = '' or a.kind = $4) and ($5 = '' or a.region_id = $6 or r.parent_id = $7)
       and not exists (select 1 from json_each($8) w where a.search_name not like '%' || (w.value ->> 0) || '%')
     order by a.search_name, a.id limit $9";
/// Where an agency stands in lists.
pub(crate) const PLACE: &str = "select search_name, short_name from directory_agency where id = $1";
/// $1 parent, $2 short name and $3 id after which to begin, $4 how many.
pub(crate) const CHILDREN: &str = "
    select a.id, a.name, a.short_name, a.kind, a.region_id, r.name as region_name, r.zone, a.parent_id, a.ended_at, a.successor_id
      from directory_agency a join directory_region r on r.id = a.region_id
     where a.parent_id = $1 and (a.short_name, a.id) > ($2, $3) and a.ended_at is null
     order by a.short_name, a.id limit $4";
/// Latest first.
pub(crate) const HISTORY: &str = "
    select kind, before, after, reason, happened_at from directory_agency_event
     where agency_id = $1 and kind <> 'profile' order by happened_at desc, id desc limit 100";
/// $1 rows of id, parent, kind, name, short name, search name, region, office code, parents first; $2 since when.
pub(crate) const ADD: &str = "
    insert into directory_agency (id, parent_id, kind, name, short_name, search_name, region_id, office_code, valid_from)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, $2
      from json_each($1) order by key";
/// $1 rows as for ADD.
pub(crate) const CHANGE: &str = "
    update directory_agency set parent_id = n.parent_id, kind = n.kind, name = n.name, short_name = n.short_name,
           search_name = n.search_name, region_id = n.region_id, office_code = n.office_code, version = version + 1
      from (select value ->> 0 as id, value ->> 1 as parent_id, value ->> 2 as kind, value ->> 3 as name, value ->> 4 as short_name,
                   value ->> 5 as search_name, value ->> 6 as region_id, value ->> 7 as office_code from json_each($1)) n
     where directory_agency.id = n.id";
/// $1 rows of id, agency, kind, before, after; $2 now, $3 by whom.
pub(crate) const ADD_EVENTS: &str = "
    insert into directory_agency_event (id, agency_id, kind, before, after, happened_at, by_id)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, $2, $3 from json_each($1)";
/// Whatever changes the tree begins with this: it makes the changes of several nodes follow each other, and caches look again.
pub(crate) const GROW_TREE: &str = "update directory_tree set version = version + 1 where id = 'tree'";
/// These agencies and all below them. $1 ids.
pub(crate) const BELOW: &str =
    "select distinct agency_id from directory_lineage where ancestor_id in (select value ->> 0 from json_each($1))";
/// $1 ids.
pub(crate) const FORGET_LINEAGE: &str =
    "delete from directory_lineage where agency_id in (select value ->> 0 from json_each($1))";
/// $1 ids, whose parents are right already. Every lineage ends at the nation, `*`. An agency with a successor hangs below it, so that those
/// responsible there answer for what it still owns.
pub(crate) const DRAW_LINEAGE: &str = "
    with recursive up (agency_id, ancestor_id, distance) as (
        select id, id, cast(0 as bigint) from directory_agency where id in (select value ->> 0 from json_each($1))
        union all
        select up.agency_id, coalesce(a.successor_id, a.parent_id), up.distance + 1
          from up join directory_agency a on a.id = up.ancestor_id
         where coalesce(a.successor_id, a.parent_id) is not null and up.distance < 40)
    insert into directory_lineage (agency_id, ancestor_id, distance)
    select agency_id, ancestor_id, distance from up
    union all
    select agency_id, '*', max(distance) + 1 from up group by agency_id";

/// $1 node, $2 id after which to begin, $3 and $4 kinds as a list, $5 to $7 region, $8 how many. An empty list or region asks for nothing.
pub(crate) const OF_BRANCH: &str = "
    select a.id, a.name, a.short_name, a.kind, a.region_id, r.name as region_name, r.zone, a.parent_id, a.ended_at, a.successor_id
      from directory_lineage l join directory_agency a on a.id = l.agency_id join directory_region r on r.id = a.region_id
     where l.ancestor_id = $1 and l.agency_id > $2 and a.ended_at is null
       and ($3 = '[]' or a.kind in (select value ->> 0 from json_each($4)))
       and ($5 = '' or a.region_id = $6 or r.parent_id = $7)
     order by l.agency_id limit $8";
/// $1 node, $2 and $3 kinds as a list, $4 to $6 region.
pub(crate) const COUNT_OF_BRANCH: &str = "
    select count(*) as n
      from directory_lineage l join directory_agency a on a.id = l.agency_id join directory_region r on r.id = a.region_id
     where l.ancestor_id = $1 and a.ended_at is null
       and ($2 = '[]' or a.kind in (select value ->> 0 from json_each($3)))
       and ($4 = '' or a.region_id = $5 or r.parent_id = $6)";
/// Who stands for each of these now, through any number of mergers; nobody for those that ended without a successor. $1 ids.
pub(crate) const SUCCESSORS: &str = "
    with recursive onward (id, now_id, steps) as (
        select id, id, cast(0 as bigint) from directory_agency where id in (select value ->> 0 from json_each($1))
        union all
        select o.id, a.successor_id, o.steps + 1
          from onward o join directory_agency a on a.id = o.now_id
         where a.ended_at is not null and a.successor_id is not null and o.steps < 20)
    select o.id, o.now_id from onward o join directory_agency a on a.id = o.now_id where a.ended_at is null";
/// $1 moment.
pub(crate) const ENDED_SINCE: &str = "select id from directory_agency where ended_at >= $1 order by id";
/// $1 when, $2 who stands for it from then on, $3 id.
pub(crate) const END: &str =
    "update directory_agency set ended_at = $1, successor_id = $2, version = version + 1 where id = $3 and ended_at is null";
