//! Statements of the demonstration: is it complete, is anybody real there.

pub(crate) const ALL: &[&str] = &[WITH_PASSWORD, REAL_PEOPLE, SOME_PEOPLE, SOME_AGENCIES];

/// $1 service numbers.
pub(crate) const WITH_PASSWORD: &str = "
    select count(*) as n from directory_person p join directory_credential c on c.person_id = p.id
     where p.identity_number in (select value ->> 0 from json_each($1))";
/// Made-up people have mail in a domain that nobody can own.
pub(crate) const REAL_PEOPLE: &str =
    "select count(*) as n from directory_person where mail is null or mail not like '%@contoh.go.id.example'";
/// $1 how many.
pub(crate) const SOME_PEOPLE: &str =
    "select id, agency_id, name from directory_person where left_at is null order by id limit $1";
/// $1 how many.
pub(crate) const SOME_AGENCIES: &str = "select id from directory_agency where ended_at is null order by id limit $1";
