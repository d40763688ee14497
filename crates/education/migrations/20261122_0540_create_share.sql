create table education_share (
    activity_id text primary key references education_activity (id),
    code text not null unique,
    summary text not null,
    takeaways text not null,
    published_at bigint,
    changed_at bigint not null,
    changed_by text not null,
    version bigint not null default 1
);

create table education_reach (
    activity_id text not null references education_activity (id),
    day text not null,
    channel text not null,
    views bigint not null check (views > 0),
    primary key (activity_id, day, channel)
);
