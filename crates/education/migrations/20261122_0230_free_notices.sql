-- Notices may be about something else than an activity.
create table education_notice_of_anything (
    id text primary key,
    person_id text not null,
    activity_id text references education_activity (id),
    kind text not null,
    key text not null,
    details text not null,
    made_at bigint not null,
    read_at bigint
);
insert into education_notice_of_anything (id, person_id, activity_id, kind, key, details, made_at, read_at)
select id, person_id, activity_id, kind, key, details, made_at, read_at from education_notice;
drop table education_notice;
alter table education_notice_of_anything rename to education_notice;
create unique index education_notice_once on education_notice (person_id, key);
create index education_notice_newest on education_notice (person_id, id);
create index education_notice_unread on education_notice (person_id, id) where read_at is null;
