create table education_file (
    hash text primary key,
    kind text not null,
    size bigint not null check (size > 0),
    kept_at bigint not null,
    claimed_until bigint not null,
    removing_since bigint
);
create index education_file_removing on education_file (removing_since, claimed_until);

create table education_material (
    id text primary key,
    activity_id text not null references education_activity (id),
    title text not null,
    openness text not null check (openness in ('participants', 'audience', 'public')),
    is_early bigint not null check (is_early in (0, 1)),
    position bigint not null,
    hash text references education_file (hash),
    file_name text not null,
    link text not null,
    added_at bigint not null,
    added_by text not null,
    told_at bigint,
    removed_at bigint,
    removed_by text,
    check (hash is not null or link <> '' or removed_at is not null)
);
create index education_material_of on education_material (activity_id, position) where removed_at is null;
create unique index education_material_file_once on education_material (activity_id, hash) where removed_at is null and hash is not null;
create unique index education_material_link_once on education_material (activity_id, link) where removed_at is null and link <> '';
create index education_material_hash on education_material (hash) where hash is not null;
create index education_material_removed on education_material (removed_at) where removed_at is not null and hash is not null;
