alter table education_standing_total add column version bigint not null default 1;
