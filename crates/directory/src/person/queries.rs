//! What is asked of people, their places and their duties.

pub(crate) const ALL: &[&str] = &[
    PEOPLE,
    PEOPLE_BY_NUMBER,
    STANDINGS,
    DUTY_HOLDERS,
    HOLDERS_AT,
    REACHED,
    ADD,
    PLACE,
    CHANGE,
    LEAVE_PLACE,
    GIVE_DUTY,
    OF_UNIT,
    BELOW_UNIT,
    NUMBERED,
    PLACE_IN_LIST,
    ONE,
    PLACEMENTS,
    MOVE,
    DISMISS,
];

/// $1 ids.
pub(crate) const PEOPLE: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.mail, p.position, p.agency_id,
           a.short_name as agency_name, r.zone, a.region_id
      from directory_person p join directory_agency a on a.id = p.agency_id join directory_region r on r.id = a.region_id
     where p.id in (select value ->> 0 from json_each($1))";
/// $1 service numbers without spaces.
pub(crate) const PEOPLE_BY_NUMBER: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.mail, p.position, p.agency_id,
           a.short_name as agency_name, r.zone, a.region_id
      from directory_person p join directory_agency a on a.id = p.agency_id join directory_region r on r.id = a.region_id
     where p.identity_number in (select value ->> 0 from json_each($1))";
/// What labels are made of. $1 ids.
pub(crate) const STANDINGS: &str = "
    select p.id, a.region_id, r.parent_id as province_id,
           (select string_agg(l.ancestor_id, ',') from directory_lineage l where l.agency_id = p.agency_id) as lineage
      from directory_person p join directory_agency a on a.id = p.agency_id join directory_region r on r.id = a.region_id
     where p.left_at is null and p.id in (select value ->> 0 from json_each($1))";
/// $1 now, $2 now, $3 kinds, $4 agency; those of the agency itself first, then of the nodes above it.
/// A delegated duty counts only while the one it comes from does.
pub(crate) const DUTY_HOLDERS: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.mail, p.position, p.agency_id,
           a.short_name as agency_name, r.zone, a.region_id, l.distance
      from directory_duty d join directory_lineage l on l.ancestor_id = d.agency_id
      join directory_person p on p.id = d.person_id
      join directory_agency a on a.id = p.agency_id join directory_region r on r.id = a.region_id
      left join directory_duty s on s.id = d.delegated_from left join directory_person sp on sp.id = s.person_id
     where d.ended_at is null and (d.ends_at is null or d.ends_at > $1) and p.left_at is null
       and (d.delegated_from is null or (s.ended_at is null and (s.ends_at is null or s.ends_at > $2) and sp.left_at is null))
       and d.kind in (select value ->> 0 from json_each($3)) and l.agency_id = $4
     order by l.distance, d.given_at, d.id";
/// As DUTY_HOLDERS, but only those of the agencies themselves. $1 now, $2 now, $3 kinds, $4 agencies.
pub(crate) const HOLDERS_AT: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.mail, p.position, p.agency_id,
           a.short_name as agency_name, r.zone, a.region_id, d.agency_id as held_at, d.kind as held_as
      from directory_duty d join directory_person p on p.id = d.person_id
      join directory_agency a on a.id = p.agency_id join directory_region r on r.id = a.region_id
      left join directory_duty s on s.id = d.delegated_from left join directory_person sp on sp.id = s.person_id
     where d.ended_at is null and (d.ends_at is null or d.ends_at > $1) and p.left_at is null
       and (d.delegated_from is null or (s.ended_at is null and (s.ends_at is null or s.ends_at > $2) and sp.left_at is null))
       and d.kind in (select value ->> 0 from json_each($3)) and d.agency_id in (select value ->> 0 from json_each($4))
     order by d.agency_id, d.given_at, d.id";
/// In service and in one of these audiences. $1 id after which to begin, $2 rows of node and region (empty: anywhere), $3 how many.
pub(crate) const REACHED: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.mail, p.position, p.agency_id,
           a.short_name as agency_name, r.zone, a.region_id
      from directory_person p join directory_agency a on a.id = p.agency_id join directory_region r on r.id = a.region_id
     where p.id > $1 and p.left_at is null
       and exists (select 1 from json_each($2) g join directory_lineage l on l.agency_id = p.agency_id and l.ancestor_id = g.value ->> 0
                    where g.value ->> 1 = '' or g.value ->> 1 = a.region_id or g.value ->> 1 = r.parent_id)
     order by p.id limit $3";
/// $1 rows of id, identity kind, number, title before, name, title after, search name, position, agency, mail, phone; $2 now.
pub(crate) const ADD: &str = "
    insert into directory_person (id, identity_kind, identity_number, title_before, name, title_after, search_name, position,
           agency_id, mail, phone, created_at)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
           value ->> 8, value ->> 9, value ->> 10, $2
      from json_each($1)";
/// $1 rows of id, person, agency, position; $2 since, $3 by whom.
pub(crate) const PLACE: &str = "
    insert into directory_placement (id, person_id, agency_id, position, since, by_id)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, $2, $3 from json_each($1)";
/// $1 rows of id, title before, name, title after, search name, position, agency, mail, phone. Who had left is back.
pub(crate) const CHANGE: &str = "
    update directory_person set title_before = n.title_before, name = n.name, title_after = n.title_after, search_name = n.search_name,
           position = n.position, agency_id = n.agency_id, mail = n.mail, phone = n.phone, left_at = null, version = version + 1
      from (select value ->> 0 as id, value ->> 1 as title_before, value ->> 2 as name, value ->> 3 as title_after,
                   value ->> 4 as search_name, value ->> 5 as position, value ->> 6 as agency_id, value ->> 7 as mail,
                   value ->> 8 as phone from json_each($1)) n
     where directory_person.id = n.id";
/// $1 now, $2 people.
pub(crate) const LEAVE_PLACE: &str = "
    update directory_placement set until = $1
     where until is null and person_id in (select value ->> 0 from json_each($2))";
pub(crate) const GIVE_DUTY: &str =
    "insert into directory_duty (id, person_id, kind, agency_id, given_at) values ($1, $2, $3, $4, $5)";

/// $1 unit, $2 search name and $3 id after which to begin, $4 how many.
pub(crate) const OF_UNIT: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.position, p.agency_id, a.short_name as agency_name
      from directory_person p join directory_agency a on a.id = p.agency_id
     where p.agency_id = $1 and (p.search_name, p.id) > ($2, $3) and p.left_at is null
     order by p.search_name, p.id limit $4";
/// $1 unit, $2 parts of the name, $3 search name and $4 id after which to begin, $5 how many.
pub(crate) const BELOW_UNIT: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.position, p.agency_id, a.short_name as agency_name
      from directory_lineage l join directory_person p on p.agency_id = l.agency_id join directory_agency a on a.id = p.agency_id
     where l.ancestor_id = $1 and p.left_at is null
       and not exists (select 1 from json_each($2) w where p.search_name not like '%' || (w.value ->> 0) || '%')
       and (p.search_name, p.id) > ($3, $4)
     order by p.search_name, p.id limit $5";
/// In the unit or below it. $1 unit, $2 number.
pub(crate) const NUMBERED: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.position, p.agency_id, a.short_name as agency_name
      from directory_person p join directory_agency a on a.id = p.agency_id
      join directory_lineage l on l.agency_id = p.agency_id and l.ancestor_id = $1
     where p.identity_number = $2 and p.left_at is null";
pub(crate) const PLACE_IN_LIST: &str = "select search_name from directory_person where id = $1";
pub(crate) const ONE: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.identity_number, p.identity_kind, p.position, p.agency_id,
           a.short_name as agency_name, a.name as agency_long_name, p.mail, p.phone, p.left_at, p.version
      from directory_person p join directory_agency a on a.id = p.agency_id
     where p.id = $1";
/// Latest first.
pub(crate) const PLACEMENTS: &str = "
    select m.agency_id, a.short_name as agency_name, m.position, m.since, m.until
      from directory_placement m join directory_agency a on a.id = m.agency_id
     where m.person_id = $1 order by m.since desc, m.id desc limit 100";
/// Upon the version that was seen. $1 unit, $2 position, $3 person, $4 version.
pub(crate) const MOVE: &str = "
    update directory_person set agency_id = $1, position = $2, left_at = null, version = version + 1
     where id = $3 and version = $4";
/// $1 when, $2 person, $3 version.
pub(crate) const DISMISS: &str = "
    update directory_person set left_at = $1, version = version + 1 where id = $2 and version = $3 and left_at is null";
