//! Statements about entry links.

pub(crate) const ALL: &[&str] =
    &[ADD, END_EARLIER, GOOD, USE, SUBJECT, DUTY_NODES, LAST_MADE, WITHOUT_PASSWORD, COUNT_WITHOUT_PASSWORD];

/// $1 rows of fingerprint and person, $2 now, $3 when they end, $4 by whom.
pub(crate) const ADD: &str = "
    insert into directory_entry_link (fingerprint, person_id, made_at, ends_at, made_by)
    select value ->> 0, value ->> 1, $2, $3, $4 from json_each($1)";

/// A new link ends those before it. $1 now, $2 people.
pub(crate) const END_EARLIER: &str = "
    update directory_entry_link set ends_at = $1
     where person_id in (select value ->> 0 from json_each($2)) and used_at is null and ends_at > $3";

pub(crate) const GOOD: &str = "
    select k.person_id, p.title_before, p.name, p.title_after, p.identity_number, p.mail
      from directory_entry_link k join directory_person p on p.id = k.person_id
     where k.fingerprint = $1 and k.used_at is null and k.ends_at > $2 and p.left_at is null";

/// Touches the row once, whoever comes first. $1 now, $2 fingerprint, $3 now.
pub(crate) const USE: &str = "
    update directory_entry_link set used_at = $1
     where fingerprint = $2 and used_at is null and ends_at > $3
       and person_id in (select id from directory_person where left_at is null)
    returning person_id";

pub(crate) const SUBJECT: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.mail, p.agency_id,
           (select count(*) from directory_credential c where c.person_id = p.id) as passwords
      from directory_person p where p.id = $1 and p.left_at is null";

/// Also duties that are to begin counting again, as one may be given back: better one too many than one too few.
pub(crate) const DUTY_NODES: &str = "select distinct agency_id from directory_duty where person_id = $1 and ended_at is null";

pub(crate) const LAST_MADE: &str = "select max(made_at) as made_at from directory_entry_link where person_id = $1";

/// People at and below an agency who were never in, have mail and no link that still works. $1 agency, $2 now, $3 after this id.
pub(crate) const WITHOUT_PASSWORD: &str = "
    select p.id, p.title_before, p.name, p.title_after, p.mail
      from directory_lineage l join directory_person p on p.agency_id = l.agency_id
     where l.ancestor_id = $1 and p.left_at is null and p.mail is not null
       and not exists (select 1 from directory_credential c where c.person_id = p.id)
       and not exists (select 1 from directory_entry_link k where k.person_id = p.id and k.used_at is null and k.ends_at > $2)
       and p.id > $3
     order by p.id limit 500";

/// $1 now, $2 agency.
pub(crate) const COUNT_WITHOUT_PASSWORD: &str = "
    select count(*) as people, count(p.mail) as with_mail,
           count(case when exists (select 1 from directory_entry_link k
                                    where k.person_id = p.id and k.used_at is null and k.ends_at > $1) then 1 end) as with_link
      from directory_lineage l join directory_person p on p.agency_id = l.agency_id
     where l.ancestor_id = $2 and p.left_at is null
       and not exists (select 1 from directory_credential c where c.person_id = p.id)";
