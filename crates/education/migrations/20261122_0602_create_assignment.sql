create table education_assignment (
    activity_id text primary key references education_activity (id),
    agency_id text not null,
    person_id text not null,
    given_at bigint not null,
    given_by text not null
);
create index education_assignment_agency on education_assignment (agency_id, activity_id);
