create table education_certificate_print (
    id text primary key,
    content text not null
);
