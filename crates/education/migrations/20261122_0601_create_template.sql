create table education_template (
    id text primary key,
    agency_id text not null,
    activity_id text not null references education_activity (id),
    title text not null,
    lead text not null default '',
    theme text not null,
    content text not null,
    uses bigint not null default 0,
    made_at bigint not null,
    made_by text not null,
    removed_at bigint,
    removed_by text
);
create index education_template_theme on education_template (theme, id) where removed_at is null;
create index education_template_uses on education_template (uses, id) where removed_at is null;
create unique index education_template_once on education_template (activity_id, title) where removed_at is null;

create table education_template_use (
    activity_id text primary key references education_activity (id),
    template_id text not null references education_template (id),
    used_at bigint not null,
    used_by text not null
);
create index education_template_use_of on education_template_use (template_id, activity_id);

create table education_task (
    activity_id text not null references education_activity (id),
    position bigint not null,
    days bigint not null,
    title text not null,
    done_at bigint,
    done_by text,
    primary key (activity_id, position)
);
