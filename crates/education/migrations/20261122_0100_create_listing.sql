-- One row that moves with whatever a list of coming activities shows, so that lists may be kept in memory and still be right.
create table education_listing (
    id text primary key,
    version bigint not null
);
insert into education_listing (id, version) values ('coming', 1);
