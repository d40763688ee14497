//! Statements about duties.

pub(crate) const ALL: &[&str] = &[
    ONE,
    OF_PERSON,
    AT,
    VACANT,
    SAME,
    ADD,
    EXPIRE,
    END,
    END_LOANS,
    END_MOVED,
    END_LEFT,
    END_SESSIONS,
    END_TOKENS,
    RENEW,
    COORDINATORS,
    COORDINATED,
    END_AT,
    EXPIRE_AT,
    PASS_ON,
];

/// $1 id, $2 now, $3 now.
pub(crate) const ONE: &str = "
    select d.id, d.kind, d.agency_id, d.person_id, d.given_at, d.ends_at, d.reason, p.title_before, p.name, p.title_after, p.position,
           s.person_id as lender_id, sp.title_before as lender_title_before, sp.name as lender_name, sp.title_after as lender_title_after
      from directory_duty d join directory_person p on p.id = d.person_id
      left join directory_duty s on s.id = d.delegated_from left join directory_person sp on sp.id = s.person_id
     where d.id = $1 and d.ended_at is null and (d.ends_at is null or d.ends_at > $2) and p.left_at is null
       and (d.delegated_from is null or (s.ended_at is null and (s.ends_at is null or s.ends_at > $3) and sp.left_at is null))";

/// $1 person, $2 now, $3 now.
pub(crate) const OF_PERSON: &str = "
    select d.id, d.kind, d.agency_id, d.person_id, d.given_at, d.ends_at, d.reason, p.title_before, p.name, p.title_after, p.position,
           s.person_id as lender_id, sp.title_before as lender_title_before, sp.name as lender_name, sp.title_after as lender_title_after
      from directory_duty d join directory_person p on p.id = d.person_id
      left join directory_duty s on s.id = d.delegated_from left join directory_person sp on sp.id = s.person_id
     where d.person_id = $1 and d.ended_at is null and (d.ends_at is null or d.ends_at > $2) and p.left_at is null
       and (d.delegated_from is null or (s.ended_at is null and (s.ends_at is null or s.ends_at > $3) and sp.left_at is null))
     order by d.given_at, d.id";

/// $1 nodes, $2 now, $3 now.
pub(crate) const AT: &str = "
    select d.id, d.kind, d.agency_id, d.person_id, d.given_at, d.ends_at, d.reason, p.title_before, p.name, p.title_after, p.position,
           s.person_id as lender_id, sp.title_before as lender_title_before, sp.name as lender_name, sp.title_after as lender_title_after
      from directory_duty d join directory_person p on p.id = d.person_id
      left join directory_duty s on s.id = d.delegated_from left join directory_person sp on sp.id = s.person_id
     where d.agency_id in (select value ->> 0 from json_each($1))
       and d.ended_at is null and (d.ends_at is null or d.ends_at > $2) and p.left_at is null
       and (d.delegated_from is null or (s.ended_at is null and (s.ends_at is null or s.ends_at > $3) and sp.left_at is null))
     order by d.given_at, d.id limit 500";

/// What somebody who moved or left held, at and below a node, and nobody holds now. $1 node, $2 now.
pub(crate) const VACANT: &str = "
    select d.kind, d.agency_id, a.short_name as agency_name, d.ended_at, d.ended_because, p.title_before, p.name, p.title_after
      from directory_lineage l
      join directory_duty d on d.agency_id = l.agency_id and d.ended_because in ('moved', 'left')
      join directory_agency a on a.id = d.agency_id and a.ended_at is null
      join directory_person p on p.id = d.person_id
     where l.ancestor_id = $1 and d.delegated_from is null
       and not exists (select 1 from directory_duty o join directory_person op on op.id = o.person_id
                        where o.agency_id = d.agency_id and o.kind = d.kind and o.ended_at is null and o.delegated_from is null
                          and (o.ends_at is null or o.ends_at > $2) and op.left_at is null)
       and not exists (select 1 from directory_duty n where n.agency_id = d.agency_id and n.kind = d.kind
                          and n.delegated_from is null and n.ended_because is not null
                          and (n.ended_at > d.ended_at or (n.ended_at = d.ended_at and n.id > d.id)))
     order by d.ended_at desc, d.id limit 100";

/// Others who hold the same duty at the same node as their own. $1 kind, $2 node, $3 not this one, $4 now.
pub(crate) const SAME: &str = "
    select count(*) as n from directory_duty d join directory_person p on p.id = d.person_id
     where d.kind = $1 and d.agency_id = $2 and d.id <> $3 and d.delegated_from is null
       and d.ended_at is null and (d.ends_at is null or d.ends_at > $4) and p.left_at is null";

pub(crate) const ADD: &str = "
    insert into directory_duty (id, person_id, kind, agency_id, given_at, given_by, delegated_from, reason, ends_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/// Closes what ended by itself, or with what it was lent from, so that the same may be given again. $1 now, $2 person, $3 kind, $4 node,
/// $5 now, $6 now.
pub(crate) const EXPIRE: &str = "
    update directory_duty set ended_at = $1, ended_because = 'expired'
     where person_id = $2 and kind = $3 and agency_id = $4 and ended_at is null
       and (ends_at <= $5
            or delegated_from in (select s.id from directory_duty s where s.ended_at is not null or s.ends_at <= $6))";

/// $1 now, $2 by whom, $3 id.
pub(crate) const END: &str = "
    update directory_duty set ended_at = $1, ended_by = $2, ended_because = 'taken' where id = $3 and ended_at is null
    returning id, person_id, kind, agency_id, ended_because";

/// $1 now, $2 the duties that were lent.
pub(crate) const END_LOANS: &str = "
    update directory_duty set ended_at = $1, ended_because = 'source'
     where delegated_from in (select value ->> 0 from json_each($2)) and ended_at is null
    returning id, person_id, kind, agency_id, ended_because";

/// What was tied to the unit just left (at it, above it or below it) and is not at the unit now or above it. $1 now, $2 by whom, $3 now,
/// $4 people.
pub(crate) const END_MOVED: &str = "
    update directory_duty set ended_at = $1, ended_by = $2, ended_because = 'moved'
     where ended_at is null and id in (
           select d.id from directory_duty d join directory_person p on p.id = d.person_id
             join directory_placement b on b.person_id = d.person_id and b.until = $3
            where d.ended_at is null and d.person_id in (select value ->> 0 from json_each($4)) and d.agency_id <> '*'
              and (exists (select 1 from directory_lineage l where l.agency_id = b.agency_id and l.ancestor_id = d.agency_id)
                   or exists (select 1 from directory_lineage l where l.agency_id = d.agency_id and l.ancestor_id = b.agency_id))
              and not exists (select 1 from directory_lineage l where l.agency_id = p.agency_id and l.ancestor_id = d.agency_id))
    returning id, person_id, kind, agency_id, ended_because";

/// $1 now, $2 by whom, $3 people.
pub(crate) const END_LEFT: &str = "
    update directory_duty set ended_at = $1, ended_by = $2, ended_because = 'left'
     where person_id in (select value ->> 0 from json_each($3)) and ended_at is null
    returning id, person_id, kind, agency_id, ended_because";

pub(crate) const END_SESSIONS: &str = "
    update directory_session set ended_at = $1
     where person_id in (select value ->> 0 from json_each($2)) and ended_at is null";

pub(crate) const END_TOKENS: &str = "
    update directory_token set ended_at = $1
     where person_id in (select value ->> 0 from json_each($2)) and ended_at is null";

/// What is kept in memory of these people is good no more.
pub(crate) const RENEW: &str =
    "update directory_person set version = version + 1 where id in (select value ->> 0 from json_each($1))";

/// Who coordinates a node as their own. $1 node, $2 now.
pub(crate) const COORDINATORS: &str = "
    select d.person_id, d.ends_at from directory_duty d join directory_person p on p.id = d.person_id
     where d.agency_id = $1 and d.kind = 'pengelola' and d.delegated_from is null
       and d.ended_at is null and (d.ends_at is null or d.ends_at > $2) and p.left_at is null
     order by d.given_at, d.id";

/// Which of these nodes have a coordinator of their own. $1 nodes, $2 now.
pub(crate) const COORDINATED: &str = "
    select distinct d.agency_id from directory_duty d join directory_person p on p.id = d.person_id
     where d.agency_id in (select value ->> 0 from json_each($1)) and d.kind = 'pengelola' and d.delegated_from is null
       and d.ended_at is null and (d.ends_at is null or d.ends_at > $2) and p.left_at is null";

/// $1 now, $2 by whom, $3 node.
pub(crate) const END_AT: &str = "
    update directory_duty set ended_at = $1, ended_by = $2, ended_because = 'moved' where agency_id = $3 and ended_at is null
    returning id, person_id, kind, agency_id, ended_because";

/// Closes what ended by itself at these nodes. $1 now, $2 nodes, $3 now, $4 now.
pub(crate) const EXPIRE_AT: &str = "
    update directory_duty set ended_at = $1, ended_because = 'expired'
     where agency_id in (select value ->> 0 from json_each($2)) and kind = 'pengelola' and ended_at is null
       and (ends_at <= $3
            or delegated_from in (select s.id from directory_duty s where s.ended_at is not null or s.ends_at <= $4))";

/// $1 rows of id, person, kind, node, end; $2 now, $3 by whom, $4 reason.
pub(crate) const PASS_ON: &str = "
    insert into directory_duty (id, person_id, kind, agency_id, ends_at, given_at, given_by, reason)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, cast(value ->> 4 as bigint), $2, $3, $4 from json_each($1)";
