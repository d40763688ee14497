//! Statements of the way in: whose cookie or token it is, and what that person may read and do.

pub(crate) const ALL: &[&str] = &[BY_SESSION, BY_TOKEN, STANDING, DUTIES, SEE_SESSIONS, SEE_TOKENS];

/// $1 fingerprints.
pub(crate) const BY_SESSION: &str = "
    select s.fingerprint, s.id, s.person_id, s.seen_at, p.version, t.version as tree_version
      from directory_session s
      join directory_person p on p.id = s.person_id
      join directory_tree t on t.id = 'tree'
     where s.fingerprint in (select value ->> 0 from json_each($1)) and s.ended_at is null and s.ends_at > $2 and s.seen_at > $3 and p.left_at is null";

pub(crate) const BY_TOKEN: &str = "
    select k.id, k.person_id, k.scopes, k.seen_at, p.version, t.version as tree_version
      from directory_token k
      join directory_person p on p.id = k.person_id
      join directory_tree t on t.id = 'tree'
     where k.fingerprint = $1 and k.ended_at is null and k.ends_at > $2 and p.left_at is null";

/// $1 ids of people.
pub(crate) const STANDING: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.agency_id, r.id as region_id, r.parent_id as province_id, r.zone
      from directory_person p
      join directory_agency a on a.id = p.agency_id
      join directory_region r on r.id = a.region_id
     where p.id in (select value ->> 0 from json_each($1)) and p.left_at is null";

/// $1 ids of people, $2 and $3 now. A delegated duty counts only while the one it comes from does.
pub(crate) const DUTIES: &str = "
    select d.person_id, d.kind, d.agency_id, d.ends_at, s.ends_at as source_ends_at
      from directory_duty d
      left join directory_duty s on s.id = d.delegated_from
      left join directory_person sp on sp.id = s.person_id
     where d.person_id in (select value ->> 0 from json_each($1)) and d.ended_at is null and (d.ends_at is null or d.ends_at > $2)
       and (d.delegated_from is null
            or (s.ended_at is null and (s.ends_at is null or s.ends_at > $3) and sp.left_at is null))
     order by d.person_id, d.kind, d.agency_id";

pub(crate) const SEE_SESSIONS: &str = "
    update directory_session set seen_at = $1
     where id in (select value ->> 0 from json_each($2)) and seen_at <= $3";

pub(crate) const SEE_TOKENS: &str = "
    update directory_token set seen_at = $1
     where id in (select value ->> 0 from json_each($2)) and (seen_at is null or seen_at <= $3)";
