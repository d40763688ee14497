create table directory_region (
    id text primary key,
    name text not null,
    kind text not null check (kind in ('provinsi', 'kabupaten', 'kota')),
    parent_id text references directory_region (id),
    zone text not null check (zone in ('WIB', 'WITA', 'WIT')),
    search_name text not null
);
create index directory_region_parent on directory_region (parent_id, id);

create table directory_agency (
    id text primary key,
    parent_id text references directory_agency (id),
    kind text not null,
    name text not null,
    short_name text not null,
    search_name text not null,
    region_id text not null references directory_region (id),
    office_code text,
    valid_from bigint not null,
    ended_at bigint,
    successor_id text references directory_agency (id),
    version bigint not null default 1
);
create index directory_agency_parent on directory_agency (parent_id, short_name, id);
create index directory_agency_region on directory_agency (region_id, short_name, id);
create index directory_agency_search on directory_agency (search_name, id);

create table directory_lineage (
    agency_id text not null references directory_agency (id),
    ancestor_id text not null,
    distance bigint not null,
    primary key (agency_id, ancestor_id)
);
create index directory_lineage_below on directory_lineage (ancestor_id, agency_id);

create table directory_agency_event (
    id text primary key,
    agency_id text not null references directory_agency (id),
    kind text not null check (kind in ('created', 'renamed', 'moved', 'merged', 'split', 'ended', 'profile')),
    before text,
    after text,
    reason text,
    happened_at bigint not null,
    by_id text
);
create index directory_agency_event_of on directory_agency_event (agency_id, id);

create table directory_profile (
    agency_id text primary key references directory_agency (id),
    duties text not null default '',
    services text not null default '',
    products text not null default '',
    contact_name text not null default '',
    contact_mail text not null default '',
    contact_phone text not null default '',
    website text not null default '',
    version bigint not null default 1,
    changed_at bigint not null,
    changed_by text
);

create table directory_person (
    id text primary key,
    identity_kind text not null check (identity_kind in ('nip', 'ni-pppk', 'nrp', 'none')),
    identity_number text unique,
    title_before text not null default '',
    name text not null,
    title_after text not null default '',
    search_name text not null,
    position text not null default '',
    agency_id text not null references directory_agency (id),
    mail text unique,
    phone text not null default '',
    created_at bigint not null,
    left_at bigint,
    version bigint not null default 1,
    check ((identity_kind = 'none') = (identity_number is null))
);
create index directory_person_agency on directory_person (agency_id, search_name, id);

create table directory_placement (
    id text primary key,
    person_id text not null references directory_person (id),
    agency_id text not null references directory_agency (id),
    position text not null,
    since bigint not null,
    until bigint,
    by_id text
);
create index directory_placement_person on directory_placement (person_id, since);

create table directory_duty (
    id text primary key,
    person_id text not null references directory_person (id),
    kind text not null check (kind in ('admin', 'pembina', 'pimpinan', 'pengelola')),
    agency_id text not null,
    given_at bigint not null,
    given_by text,
    delegated_from text references directory_duty (id),
    reason text not null default '',
    ends_at bigint,
    ended_at bigint,
    ended_by text,
    ended_because text check (ended_because in ('taken', 'expired', 'moved', 'left', 'source'))
);
create index directory_duty_person on directory_duty (person_id) where ended_at is null;
create index directory_duty_agency on directory_duty (agency_id, kind) where ended_at is null;
create unique index directory_duty_once on directory_duty (person_id, kind, agency_id) where ended_at is null;

create table directory_credential (
    person_id text primary key references directory_person (id),
    password_hash text not null,
    set_at bigint not null
);

create table directory_entry_link (
    fingerprint text primary key,
    person_id text not null references directory_person (id),
    made_at bigint not null,
    made_by text,
    ends_at bigint not null,
    used_at bigint
);
create index directory_entry_link_person on directory_entry_link (person_id);

create table directory_session (
    id text primary key,
    fingerprint text not null unique,
    person_id text not null references directory_person (id),
    started_at bigint not null,
    seen_at bigint not null,
    ends_at bigint not null,
    agent text not null,
    network text not null,
    ended_at bigint
);
create index directory_session_person on directory_session (person_id) where ended_at is null;

create table directory_token (
    id text primary key,
    fingerprint text not null unique,
    person_id text not null references directory_person (id),
    name text not null,
    scopes text not null,
    made_at bigint not null,
    seen_at bigint,
    ends_at bigint not null,
    ended_at bigint
);
create index directory_token_person on directory_token (person_id) where ended_at is null;

create table directory_sign_in_failure (
    account text primary key,
    failures bigint not null,
    last_at bigint not null
);
create index directory_sign_in_failure_age on directory_sign_in_failure (last_at);

create table directory_import (
    id text primary key,
    kind text not null check (kind in ('regions', 'agencies', 'people')),
    file_name text not null,
    sha256 text not null,
    header text not null default '[]',
    dry_run_at bigint,
    started_at bigint not null,
    started_by text,
    rows_read bigint not null default 0,
    created bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    total bigint,
    done_at bigint,
    refusal text
);
create index directory_import_unfinished on directory_import (sha256) where done_at is null;

create table directory_import_fault (
    import_id text not null references directory_import (id) on delete cascade,
    line bigint not null,
    cells text not null,
    faults text not null,
    is_warning bigint not null,
    primary key (import_id, line, is_warning)
);

create table directory_tree (
    id text primary key check (id = 'tree'),
    version bigint not null
);
insert into directory_tree (id, version) values ('tree', 1);
