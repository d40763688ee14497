create table education_series (
    id text primary key,
    title text not null,
    created_at bigint not null,
    created_by text not null
);

create table education_activity (
    id text primary key,
    version bigint not null default 1,
    title text not null,
    summary text not null default '',
    theme text not null,
    form text not null,
    mode text not null check (mode in ('online', 'onsite', 'hybrid')),
    starts_at bigint not null,
    ends_at bigint not null,
    zone text not null check (zone in ('WIB', 'WITA', 'WIT')),
    place text not null default '',
    meeting_link text not null default '',
    contact text not null default '',
    seats bigint check (seats is null or seats > 0),
    taken bigint not null default 0 check (taken >= 0),
    waiting bigint not null default 0 check (waiting >= 0),
    drawn bigint not null default 0,
    seats_version bigint not null default 0,
    is_open_to_public bigint not null default 0,
    listed text not null default 'public' check (listed in ('public', 'audience')),
    registration_closes_at bigint,
    minimum_share bigint not null default 700 check (minimum_share between 1 and 1000),
    calendar_sequence bigint not null default 0,
    code_secret text not null,
    series_id text references education_series (id),
    cloned_from text references education_activity (id),
    created_at bigint not null,
    created_by text not null,
    changed_at bigint not null,
    published_at bigint,
    published_by text,
    cancelled_at bigint,
    cancelled_by text,
    cancel_reason text,
    archived_at bigint,
    check (ends_at > starts_at),
    check (seats is null or taken <= seats)
);
create index education_activity_upcoming on education_activity (starts_at, id) where published_at is not null and archived_at is null;
create index education_activity_theme on education_activity (theme, starts_at);

create table education_host (
    activity_id text not null references education_activity (id),
    agency_id text not null,
    invited_at bigint not null,
    invited_by text not null,
    message text not null default '',
    accepted_at bigint,
    declined_at bigint,
    answered_by text,
    answer_reason text,
    primary key (activity_id, agency_id)
);
create index education_host_agency on education_host (agency_id, activity_id);

create table education_audience (
    activity_id text not null references education_activity (id),
    label text not null,
    primary key (activity_id, label)
);
create index education_audience_label on education_audience (label, activity_id);

create table education_agenda_item (
    activity_id text not null references education_activity (id),
    position bigint not null,
    starts_at bigint not null,
    title text not null,
    speaker text not null default '',
    primary key (activity_id, position)
);

create table education_speaker (
    activity_id text not null references education_activity (id),
    position bigint not null,
    name text not null,
    affiliation text not null default '',
    role text not null check (role in ('narasumber', 'moderator')),
    person_id text,
    primary key (activity_id, position)
);

create table education_change (
    id text primary key,
    activity_id text not null references education_activity (id),
    happened_at bigint not null,
    by_id text not null,
    by_agency_id text not null,
    kind text not null,
    details text not null
);
create index education_change_of on education_change (activity_id, id);

create table education_registration (
    id text primary key,
    activity_id text not null references education_activity (id),
    person_id text,
    guest_name text,
    guest_mail text,
    guest_from text,
    agency_id text,
    search_name text not null default '',
    number bigint not null,
    registered_at bigint not null,
    registered_by text,
    seated_at bigint,
    promoted_at bigint,
    cancelled_at bigint,
    cancelled_by text,
    cancel_reason text,
    ticket text not null unique,
    check ((person_id is null) = (guest_mail is not null)),
    check (person_id is null or guest_name is null)
);
create unique index education_registration_person on education_registration (activity_id, person_id) where person_id is not null;
create unique index education_registration_guest on education_registration (activity_id, guest_mail) where guest_mail is not null;
create unique index education_registration_number on education_registration (activity_id, number);
create index education_registration_mine on education_registration (person_id, activity_id) where cancelled_at is null;
create index education_registration_line on education_registration (activity_id, number) where seated_at is null and cancelled_at is null;

create table education_registration_list (
    id text primary key,
    activity_id text not null references education_activity (id),
    made_at bigint not null,
    made_by text not null,
    results text not null
);
create index education_registration_list_age on education_registration_list (made_at);

create table education_notice (
    id text primary key,
    person_id text not null,
    activity_id text not null references education_activity (id),
    kind text not null,
    key text not null,
    details text not null,
    made_at bigint not null,
    read_at bigint
);
create unique index education_notice_once on education_notice (person_id, key);
create index education_notice_newest on education_notice (person_id, id);
create index education_notice_unread on education_notice (person_id, id) where read_at is null;

create table education_feed (
    id text primary key,
    fingerprint text not null unique,
    person_id text not null,
    made_at bigint not null,
    ended_at bigint
);
create unique index education_feed_person on education_feed (person_id) where ended_at is null;

create table education_checkpoint (
    id text primary key,
    activity_id text not null references education_activity (id),
    kind text not null check (kind in ('start', 'middle', 'end')),
    opened_at bigint not null,
    opened_by text not null,
    closed_at bigint,
    closed_by text,
    checked_in bigint not null default 0
);
create index education_checkpoint_of on education_checkpoint (activity_id, id);
create unique index education_checkpoint_open on education_checkpoint (activity_id) where closed_at is null;

create table education_report (
    id text primary key,
    activity_id text not null references education_activity (id),
    sha256 text not null,
    service text not null,
    file_name text not null,
    zone text not null,
    uploaded_at bigint not null,
    uploaded_by text not null,
    row_count bigint not null,
    skipped bigint not null,
    remarks text not null default '[]',
    minutes_accepted_at bigint,
    minutes_accepted_by text,
    minutes_accepted_for text,
    withdrawn_at bigint,
    withdrawn_by text,
    withdrawn_for text
);
create unique index education_report_once on education_report (activity_id, sha256) where withdrawn_at is null;

create table education_report_row (
    report_id text not null references education_report (id),
    activity_id text not null references education_activity (id),
    line bigint not null,
    name text not null,
    account_name text,
    mail text not null,
    nip text,
    link_id text,
    joined_at bigint,
    left_at bigint,
    minutes bigint,
    registration_id text references education_registration (id),
    matched_by text,
    suggestions text not null default '[]',
    decided_at bigint,
    decided_by text,
    set_aside_at bigint,
    set_aside_for text,
    primary key (report_id, line)
);
create index education_report_row_of on education_report_row (activity_id, report_id, line);
create index education_report_row_open on education_report_row (activity_id, report_id, line) where registration_id is null and set_aside_at is null;

create table education_report_decision (
    id text primary key,
    report_id text not null references education_report (id),
    line bigint not null,
    kind text not null check (kind in ('assigned', 'set-aside', 'undone')),
    registration_id text references education_registration (id),
    reason text,
    decided_at bigint not null,
    decided_by text not null
);
create index education_report_decision_of on education_report_decision (report_id, line, id);

create table education_evidence (
    id text primary key,
    activity_id text not null references education_activity (id),
    registration_id text not null references education_registration (id),
    kind text not null check (kind in ('checkpoint', 'scan', 'report', 'manual', 'join')),
    source text not null,
    from_at bigint not null,
    until_at bigint not null,
    minutes bigint check (minutes is null or minutes >= 0),
    recorded_at bigint not null,
    recorded_by text,
    reason text,
    verdict text check (verdict is null or verdict in ('present', 'absent')),
    revoked_at bigint,
    revoked_by text,
    revoke_reason text,
    unique (registration_id, kind, source),
    check (kind <> 'manual' or reason is not null)
);
create index education_evidence_of on education_evidence (activity_id, registration_id);
create unique index education_evidence_scan on education_evidence (registration_id) where kind = 'scan';
create index education_evidence_door on education_evidence (activity_id, id) where kind = 'scan';

create table education_attendance (
    registration_id text primary key references education_registration (id),
    activity_id text not null references education_activity (id),
    minutes bigint not null,
    share bigint not null,
    checkpoints bigint not null,
    is_present bigint not null,
    because text not null,
    rule text not null,
    counted_at bigint not null
);
create index education_attendance_of on education_attendance (activity_id, is_present);
