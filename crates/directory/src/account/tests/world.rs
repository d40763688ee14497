//! A small world for the stories: two offices of one directorate, an office elsewhere, and a few people in them.

use kernel::{
    App, Domain,
    db::{Db, NONE, Value},
    id,
    testing::NOW,
    web::Setup,
};

const DOMAINS: &[Domain] = &[crate::DOMAIN];

pub(super) const SETUP: Setup = Setup {
    domains: DOMAINS,
    identify: crate::identify,
    dress: |_, _, note| axum::response::IntoResponse::into_response((note.status, note.key)),
};

/// Runs a story in a fresh world on each database.
pub(super) async fn both(story: impl AsyncFn(App)) {
    kernel::testing::both(SETUP, crate::DOMAIN.migrations, async |app| {
        for sql in WORLD {
            write(app.db(), sql, NONE).await;
        }
        story(app).await;
    })
    .await;
}

pub(super) async fn write(db: &Db, sql: &'static str, args: impl Into<Vec<Value>>) {
    let mut tx = db.begin().await.expect("begin");
    tx.run(sql, args).await.unwrap_or_else(|it| panic!("{it}\n{sql}"));
    tx.commit().await.expect("commit");
}

/// A session that began when the stories begin; answers its secret.
pub(super) async fn session_of(app: &App, person: &str) -> String {
    let secret = id::secret();
    let sql = "insert into directory_session (id, fingerprint, person_id, started_at, seen_at, ends_at, agent, network)
               values ($1, $2, $3, $4, $5, $6, '', '')";
    let args = [
        id::fresh().into(),
        id::fingerprint(&secret).into(),
        person.into(),
        NOW.into(),
        NOW.into(),
        (NOW + super::super::identify::SESSION_LASTS).into(),
    ];
    write(app.db(), sql, args).await;
    secret
}

const WORLD: &[&str] = &[
    "insert into directory_region (id, name, kind, parent_id, zone, search_name) values
        ('76', 'Sulawesi Barat', 'provinsi', null, 'WITA', 'sulawesi barat'),
        ('76.02', 'Kabupaten Mamuju', 'kabupaten', '76', 'WITA', 'mamuju'),
        ('76.05', 'Kabupaten Majene', 'kabupaten', '76', 'WITA', 'majene'),
        ('31', 'DKI Jakarta', 'provinsi', null, 'WIB', 'dki jakarta')",
    "insert into directory_agency (id, parent_id, kind, name, short_name, search_name, region_id, valid_from) values
        ('djpb', null, 'direktorat-jenderal', 'Direktorat Jenderal Perbendaharaan', 'DJPb', 'djpb', '31', 0),
        ('djpb.kanwil', 'djpb', 'kantor-wilayah', 'Kanwil DJPb Sulawesi Barat', 'Kanwil DJPb Sulbar', 'kanwil', '76', 0),
        ('djpb.mamuju', 'djpb.kanwil', 'kantor', 'KPPN Mamuju', 'KPPN Mamuju', 'kppn mamuju', '76.02', 0),
        ('djpb.majene', 'djpb.kanwil', 'kantor', 'KPPN Majene', 'KPPN Majene', 'kppn majene', '76.05', 0),
        ('bps.7602', null, 'kantor', 'BPS Kabupaten Mamuju', 'BPS Mamuju', 'bps mamuju', '76.02', 0)",
    "insert into directory_lineage (agency_id, ancestor_id, distance) values
        ('djpb', 'djpb', 0), ('djpb', '*', 1),
        ('djpb.kanwil', 'djpb.kanwil', 0), ('djpb.kanwil', 'djpb', 1), ('djpb.kanwil', '*', 2),
        ('djpb.mamuju', 'djpb.mamuju', 0), ('djpb.mamuju', 'djpb.kanwil', 1), ('djpb.mamuju', 'djpb', 2), ('djpb.mamuju', '*', 3),
        ('djpb.majene', 'djpb.majene', 0), ('djpb.majene', 'djpb.kanwil', 1), ('djpb.majene', 'djpb', 2), ('djpb.majene', '*', 3),
        ('bps.7602', 'bps.7602', 0), ('bps.7602', '*', 1)",
    "insert into directory_person
        (id, identity_kind, identity_number, title_before, name, title_after, search_name, position, agency_id, mail, created_at) values
        ('rina', 'nip', '199005152010012901', '', 'Rina Lestari', 'S.E.', 'rina lestari', 'Pengelola', 'djpb.mamuju', 'rina@contoh.go.id.example', 0),
        ('budi', 'nip', '198402132009121901', 'Dr.', 'Budi Santoso', 'M.M.', 'budi santoso', 'Kepala KPPN', 'djpb.mamuju', 'budi@contoh.go.id.example', 0),
        ('dewi', 'nip', '199203042015032901', '', 'Dewi Anggraini', '', 'dewi anggraini', 'Statistisi', 'bps.7602', 'dewi@contoh.go.id.example', 0),
        ('agus', 'nip', '198811112012011902', '', 'Agus Salim', '', 'agus salim', 'Pelaksana', 'djpb.majene', null, 0),
        ('sari', 'nip', '198001012005012903', '', 'Sari Utami', '', 'sari utami', 'Admin', 'djpb', 'sari@contoh.go.id.example', 0)",
    "insert into directory_duty (id, person_id, kind, agency_id, given_at) values
        ('rina-pengelola', 'rina', 'pengelola', 'djpb.mamuju', 0),
        ('budi-pimpinan', 'budi', 'pimpinan', 'djpb.mamuju', 0),
        ('sari-admin', 'sari', 'admin', '*', 0)",
];
