-- Which meeting server an activity uses, by the id in the operator's list; empty: a link of the organisers' own.
alter table education_activity add column meeting_server text not null default '';

-- The room of an activity on one server. Its key is the meeting's name there: unguessable, and never shown.
create table education_room (
    id text primary key,
    activity_id text not null references education_activity (id),
    server_id text not null,
    key text not null,
    made_at bigint not null,
    opened_at bigint,
    opened_by text,
    looked_at bigint,
    inside bigint not null default 0,
    stumbled_at bigint,
    stumbled_on text,
    ended_at bigint,
    recording text not null default '',
    unique (activity_id, server_id)
);

-- Who was seen inside, from the first to the last of successive looks.
create table education_room_stay (
    room_id text not null references education_room (id),
    registration_id text not null references education_registration (id),
    since bigint not null,
    seen_at bigint not null,
    primary key (room_id, registration_id, since)
);

-- Each run of a meeting tells once who was there; whatever comes again is known.
create table education_room_report (
    room_id text not null references education_room (id),
    internal_id text not null,
    told_at bigint not null,
    people bigint not null,
    primary key (room_id, internal_id)
);
