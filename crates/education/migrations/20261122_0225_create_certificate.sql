create table education_certificate_design (
    activity_id text primary key references education_activity (id),
    template text not null,
    heading text not null,
    number_pattern text not null,
    place text not null,
    signed_on bigint,
    needs_evaluation bigint not null default 0,
    minutes_per_jp bigint not null check (minutes_per_jp > 0),
    jp bigint not null check (jp >= 0),
    form text not null,
    signatories text not null,
    with_agenda bigint not null default 0,
    changed_at bigint not null,
    changed_by text not null,
    version bigint not null default 1
);

create table education_certificate_series (
    series text primary key,
    agency_id text not null,
    drawn bigint not null check (drawn >= 0)
);

create table education_certificate_batch (
    id text primary key,
    activity_id text not null references education_activity (id),
    asked_at bigint not null,
    asked_by text not null,
    total bigint not null,
    done bigint not null default 0,
    finished_at bigint,
    stumbled_on text
);
create index education_certificate_batch_of on education_certificate_batch (activity_id, id);
create unique index education_certificate_batch_running on education_certificate_batch (activity_id) where finished_at is null;

create table education_certificate (
    id text primary key,
    activity_id text not null references education_activity (id),
    batch_id text references education_certificate_batch (id),
    registration_id text references education_registration (id),
    person_id text,
    role text not null check (role in ('peserta', 'narasumber', 'moderator', 'panitia')),
    holder_name text not null,
    holder_number text,
    holder_position text not null default '',
    holder_agency text not null default '',
    agency_id text not null,
    series text not null references education_certificate_series (series),
    sequence bigint not null check (sequence > 0),
    number text not null,
    title text not null,
    organisers text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    zone text not null,
    jp bigint not null,
    form text not null,
    print text not null,
    issued_at bigint not null,
    issued_by text not null,
    salt text not null,
    status_list bigint not null,
    status_index bigint not null,
    key_name text not null,
    signed_at bigint not null,
    sha256 text,
    withdrawn_at bigint,
    withdrawn_by text,
    withdraw_reason text,
    replaced_by text,
    unique (series, sequence),
    unique (agency_id, number),
    unique (status_list, status_index),
    check ((withdrawn_at is null) = (withdraw_reason is null))
);
create unique index education_certificate_once on education_certificate (activity_id, registration_id, role)
    where registration_id is not null and withdrawn_at is null;
create unique index education_certificate_named_once on education_certificate (activity_id, role, holder_name, coalesce(holder_number, ''))
    where registration_id is null and withdrawn_at is null;
create index education_certificate_registration on education_certificate (registration_id) where registration_id is not null;
create index education_certificate_of on education_certificate (activity_id, issued_at, id);
create index education_certificate_held on education_certificate (person_id, starts_at, id) where person_id is not null;
create index education_certificate_number on education_certificate (number);
create index education_certificate_withdrawn on education_certificate (status_list, status_index) where withdrawn_at is not null;

create table education_issuer_key (
    name text primary key,
    sealed_seed text not null,
    multikey text not null unique,
    created_at bigint not null,
    revoked_at bigint
);

create table education_issuer_place (
    id bigint primary key check (id = 1),
    secret text not null,
    drawn bigint not null check (drawn >= 0)
);
