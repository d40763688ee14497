create table education_obligation (
    id text primary key,
    branch_id text not null,
    rhythm text not null check (rhythm in ('quarter', 'semester')),
    from_period bigint not null,
    until_period bigint,
    made_at bigint not null,
    made_by text not null,
    withdrawn_at bigint,
    withdrawn_by text,
    withdrawn_because text,
    check (until_period is null or until_period >= from_period)
);

create table education_obligation_version (
    obligation_id text not null references education_obligation (id),
    number bigint not null,
    from_period bigint not null,
    name text not null,
    source text not null,
    kinds text not null default '[]',
    region_id text not null default '',
    many bigint not null check (many between 1 and 20),
    hosts bigint not null check (hosts between 1 and 10),
    is_open bigint not null default 0,
    present bigint not null default 0 check (present >= 0),
    is_evaluated bigint not null default 0,
    made_at bigint not null,
    made_by text not null,
    primary key (obligation_id, number)
);

create table education_standing (
    obligation_id text not null references education_obligation (id),
    period bigint not null,
    agency_id text not null,
    version bigint not null,
    region_id text not null,
    opens_at bigint not null,
    closes_at bigint not null,
    many bigint not null,
    counted bigint not null default 0 check (counted >= 0),
    pending bigint not null default 0 check (pending >= 0),
    state text not null check (state in ('fulfilled', 'underway', 'none', 'missed', 'moved')),
    changed_at bigint not null,
    primary key (obligation_id, period, agency_id)
);
create index education_standing_of on education_standing (agency_id, opens_at);
create index education_standing_closing on education_standing (closes_at) where state in ('underway', 'none');

create table education_standing_place (
    obligation_id text not null,
    period bigint not null,
    node text not null,
    agency_id text not null,
    parent text not null,
    state text not null,
    primary key (obligation_id, period, node, agency_id)
);
create index education_standing_place_state on education_standing_place (obligation_id, period, node, state, agency_id);
create index education_standing_place_of on education_standing_place (obligation_id, period, agency_id);

create table education_standing_total (
    obligation_id text not null,
    period bigint not null,
    node text not null,
    state text not null,
    parent text not null,
    n bigint not null,
    primary key (obligation_id, period, node, state)
);
create index education_standing_total_below on education_standing_total (obligation_id, period, parent, node);
create index education_standing_total_trend on education_standing_total (obligation_id, node, period);

create table education_standing_change (
    id text primary key,
    obligation_id text not null,
    period bigint not null,
    agency_id text not null,
    before text not null,
    state text not null,
    from_at bigint not null,
    until_at bigint
);
create index education_standing_change_of on education_standing_change (obligation_id, period, agency_id, from_at);
create index education_standing_change_since on education_standing_change (obligation_id, period, from_at);

create table education_credit (
    activity_id text not null references education_activity (id),
    obligation_id text not null references education_obligation (id),
    period bigint not null,
    agency_id text not null,
    verdict text not null check (verdict in ('counts', 'pending', 'fails')),
    reasons text not null,
    decided_at bigint not null,
    primary key (activity_id, obligation_id, period, agency_id)
);
create index education_credit_of on education_credit (obligation_id, period, agency_id);

create table education_evaluated (
    activity_id text primary key references education_activity (id),
    told_at bigint not null
);
