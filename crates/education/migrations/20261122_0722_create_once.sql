create table education_once (
    key text primary key,
    made_id text not null,
    made_at bigint not null
);
