-- The crest of an owner on the certificates of an activity; without a hash it was taken off there.
create table education_certificate_crest (
    activity_id text not null references education_activity (id),
    agency_id text not null,
    hash text references education_file (hash),
    by_agency_id text not null,
    changed_at bigint not null,
    changed_by text not null,
    primary key (activity_id, agency_id)
);
create index education_certificate_crest_of on education_certificate_crest (agency_id, by_agency_id, changed_at) where hash is not null;
create index education_certificate_crest_hash on education_certificate_crest (hash) where hash is not null;

-- What certificates were issued with, so that it is kept.
create table education_certificate_print_crest (
    print_id text not null references education_certificate_print (id),
    hash text not null references education_file (hash),
    primary key (print_id, hash)
);
create index education_certificate_print_crest_hash on education_certificate_print_crest (hash);
