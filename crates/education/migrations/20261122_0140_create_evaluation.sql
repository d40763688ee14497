create table education_evaluation_form (
    id text primary key,
    name_id text not null,
    name_en text not null,
    made_at bigint not null
);

create table education_evaluation_question (
    form_id text not null references education_evaluation_form (id),
    position bigint not null,
    slug text not null,
    text_id text not null,
    text_en text not null,
    primary key (form_id, position),
    unique (form_id, slug)
);

create table education_interval_table (
    id text primary key,
    position bigint not null,
    name_id text not null,
    name_en text not null
);

create table education_interval_class (
    table_id text not null references education_interval_table (id),
    begins_at bigint not null,
    letter text not null,
    name_id text not null,
    name_en text not null,
    primary key (table_id, begins_at)
);

create table education_evaluation (
    activity_id text primary key references education_activity (id),
    form_id text not null references education_evaluation_form (id),
    table_id text not null references education_interval_table (id),
    closes_at bigint,
    certificate_needs_evaluation bigint not null default 0,
    is_index_public bigint not null default 1,
    answers bigint not null default 0,
    index_hundredths bigint,
    conversion_hundredths bigint,
    released_at bigint
);

create table education_evaluation_token (
    activity_id text not null references education_activity (id),
    registration_id text not null references education_registration (id),
    consumed_at bigint not null,
    primary key (activity_id, registration_id)
);

create table education_evaluation_sealed (
    id text primary key,
    activity_id text not null references education_activity (id),
    body text not null
);
create index education_evaluation_sealed_of on education_evaluation_sealed (activity_id);

create table education_evaluation_tally (
    activity_id text not null references education_activity (id),
    kind text not null check (kind in ('question', 'speaker')),
    subject text not null,
    ones bigint not null default 0,
    twos bigint not null default 0,
    threes bigint not null default 0,
    fours bigint not null default 0,
    shown_ones bigint not null default 0,
    shown_twos bigint not null default 0,
    shown_threes bigint not null default 0,
    shown_fours bigint not null default 0,
    primary key (activity_id, kind, subject)
);

create table education_evaluation_remark (
    id text primary key,
    activity_id text not null references education_activity (id),
    words text not null
);
create index education_evaluation_remark_of on education_evaluation_remark (activity_id, id);

create table education_evaluation_speaker (
    activity_id text not null references education_activity (id),
    name text not null,
    person_id text not null,
    primary key (activity_id, name)
);
create index education_evaluation_speaker_person on education_evaluation_speaker (person_id, activity_id);

insert into education_evaluation_form (id, name_id, name_en, made_at) values
    ('umum-1', 'Evaluasi kegiatan', 'Activity evaluation', 1795222800000),
    ('ringkas-1', 'Evaluasi ringkas', 'Short evaluation', 1795222800000);

insert into education_evaluation_question (form_id, position, slug, text_id, text_en) values
    ('umum-1', 1, 'materi', 'Materi sesuai dengan kebutuhan pekerjaan saya', 'The content fits what my work needs'),
    ('umum-1', 2, 'penyajian', 'Penyajian mudah diikuti', 'The session was easy to follow'),
    ('umum-1', 3, 'penyelenggaraan', 'Waktu, tempat, dan sarana memadai', 'Time, place and facilities were adequate'),
    ('umum-1', 4, 'manfaat', 'Saya akan menerapkan hasilnya di kantor', 'I will use what I learned at my office'),
    ('ringkas-1', 1, 'keseluruhan', 'Secara keseluruhan, kegiatan ini', 'Overall, this activity was');

insert into education_interval_table (id, position, name_id, name_en) values
    ('permenpanrb-14-2017', 1, 'PermenPANRB 14/2017, Tabel II', 'PermenPANRB 14/2017, table II'),
    ('kepmenpan-25-2004', 2, 'Kepmenpan 25/2004, interval sama lebar', 'Kepmenpan 25/2004, equal intervals');

insert into education_interval_class (table_id, begins_at, letter, name_id, name_en) values
    ('permenpanrb-14-2017', 2500, 'D', 'tidak baik', 'not good'),
    ('permenpanrb-14-2017', 6500, 'C', 'kurang baik', 'less than good'),
    ('permenpanrb-14-2017', 7661, 'B', 'baik', 'good'),
    ('permenpanrb-14-2017', 8831, 'A', 'sangat baik', 'very good'),
    ('kepmenpan-25-2004', 2500, 'D', 'tidak baik', 'not good'),
    ('kepmenpan-25-2004', 4376, 'C', 'kurang baik', 'less than good'),
    ('kepmenpan-25-2004', 6251, 'B', 'baik', 'good'),
    ('kepmenpan-25-2004', 8126, 'A', 'sangat baik', 'very good');
