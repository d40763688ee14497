create table education_certificate_file (
    certificate_id text not null references education_certificate (id),
    sha256 text not null,
    printed_at bigint not null,
    primary key (certificate_id, sha256)
);
insert into education_certificate_file (certificate_id, sha256, printed_at)
select id, sha256, issued_at from education_certificate where sha256 is not null;
alter table education_certificate drop column sha256;
