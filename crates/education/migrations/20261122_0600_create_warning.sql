create table education_warning (
    id text primary key,
    version bigint not null default 1,
    agency_id text not null,
    activity_id text references education_activity (id),
    supersedes_id text references education_warning (id),
    title text not null,
    avoid text not null,
    consequence text not null,
    remedy text not null,
    rule text not null,
    link text not null default '',
    is_public bigint not null default 0,
    read_by bigint,
    zone text not null,
    created_at bigint not null,
    created_by text not null,
    published_at bigint,
    published_by text,
    superseded_at bigint,
    superseded_by text references education_warning (id),
    withdrawn_at bigint,
    withdrawn_by text,
    withdraw_reason text,
    check (supersedes_id is null or supersedes_id <> id),
    check ((superseded_at is null) = (superseded_by is null)),
    check ((withdrawn_at is null) = (withdraw_reason is null))
);
create index education_warning_published on education_warning (published_at, id);
create index education_warning_agency on education_warning (agency_id, id);
create index education_warning_activity on education_warning (activity_id);
create unique index education_warning_successor on education_warning (supersedes_id) where published_at is not null;

create table education_warning_audience (
    warning_id text not null references education_warning (id),
    label text not null,
    primary key (warning_id, label)
);
create index education_warning_audience_label on education_warning_audience (label, warning_id);

create table education_warning_reader (
    warning_id text not null references education_warning (id),
    person_id text not null,
    unit_id text not null,
    told_at bigint not null,
    confirmed_at bigint,
    gone_at bigint,
    primary key (warning_id, person_id)
);
create index education_warning_reader_person on education_warning_reader (person_id, warning_id);
create index education_warning_reader_open on education_warning_reader (warning_id, unit_id, person_id)
    where confirmed_at is null and gone_at is null;

create table education_warning_unit (
    warning_id text not null references education_warning (id),
    unit_id text not null,
    lineage text not null,
    people bigint not null default 0,
    confirmed bigint not null default 0,
    primary key (warning_id, unit_id)
);

create table education_warning_total (
    warning_id text not null references education_warning (id),
    node text not null,
    parent text not null,
    people bigint not null default 0,
    confirmed bigint not null default 0,
    primary key (warning_id, node)
);
create index education_warning_total_below on education_warning_total (warning_id, parent, node);
