alter table education_assignment rename to education_assignment_before;
drop index education_assignment_agency;
create table education_assignment (
    activity_id text not null references education_activity (id),
    agency_id text not null,
    person_id text not null,
    given_at bigint not null,
    given_by text not null,
    primary key (activity_id, agency_id)
);
insert into education_assignment (activity_id, agency_id, person_id, given_at, given_by)
select activity_id, agency_id, person_id, given_at, given_by from education_assignment_before;
drop table education_assignment_before;
create index education_assignment_agency on education_assignment (agency_id, activity_id);
