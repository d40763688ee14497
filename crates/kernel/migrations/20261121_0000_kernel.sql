create index kernel_fact_waiting on kernel_fact (place) where settled_at is null;

create table kernel_fact_heard (
    place bigint not null references kernel_fact (place) on delete cascade,
    reaction text not null,
    heard_at bigint not null,
    primary key (place, reaction)
);

create table kernel_job (
    id text primary key,
    key text not null unique,
    kind text not null,
    payload text not null,
    run_at bigint not null,
    planned_at bigint not null,
    claimed_until bigint not null default 0,
    attempts bigint not null default 0,
    stumbled_on text,
    finished_at bigint
);

create index kernel_job_due on kernel_job (run_at, id) where finished_at is null;

create table kernel_letter (
    id text primary key,
    key text not null unique,
    recipient text not null,
    recipient_name text not null,
    subject text not null,
    body text not null,
    calendar_method text,
    calendar text,
    posted_at bigint not null,
    claimed_until bigint not null default 0,
    attempts bigint not null default 0,
    stumbled_on text,
    sent_at bigint
);

create index kernel_letter_waiting on kernel_letter (id) where sent_at is null;
create index kernel_letter_recipient on kernel_letter (recipient, id);

create table kernel_link (
    from_kind text not null,
    from_id text not null,
    relation text not null,
    to_kind text not null,
    to_id text not null,
    tied_at bigint not null,
    primary key (from_kind, from_id, relation, to_kind, to_id)
);

create index kernel_link_back on kernel_link (to_kind, to_id);
