//! Made-up materials of the demonstration, and pages made to be shared. Not test data.

use kernel::{Actor, App, Outcome};

use crate::{
    activity::{load, policy},
    material, share,
};

const SLIDES: &[u8] = include_bytes!("paparan.pdf");

/// What is written for neighbours.
pub(super) struct Page {
    pub(super) summary: &'static str,
    pub(super) takeaways: [&'static str; 3],
}

pub(super) const OF_THE_PAST: Page = Page {
    summary: "Kantor pemerintah membelanjakan uang negara sepanjang tahun, tidak menumpuk di bulan Desember. Di kegiatan ini \
              pegawai menata jadwal belanja kantornya, supaya jalan diperbaiki dan obat datang tepat waktu.",
    takeaways: [
        "Belanja yang tersebar membuat layanan tidak menunggu akhir tahun.",
        "Pedagang kecil dibayar lebih cepat bila tagihan dikirim setiap bulan.",
        "Warga boleh bertanya: kapan pekerjaan di desa ini dimulai dan selesai?",
    ],
};

pub(super) const OPEN_TO_PUBLIC: Page = Page {
    summary: "Narkotika dapat mendekati siapa saja, juga di kantor dan di rumah. Kegiatan ini mengajak keluarga mengenali tanda \
              awalnya, tahu ke mana meminta tolong, dan tahu bahwa yang melapor dilindungi.",
    takeaways: [
        "Kenali perubahan: tidur, uang, teman, dan suasana hati.",
        "Dengarkan dahulu, jangan langsung menghakimi.",
        "Mintalah bantuan ke puskesmas atau kantor BNN terdekat; yang melapor dirahasiakan.",
    ],
};

pub(super) async fn slides(app: &App, activity_id: &str, actor: &Actor) -> Outcome<()> {
    let proof = policy::editable(actor, load::hosted(app.db(), activity_id).await?)?;
    material::demo::add(app, &proof, (&actor.id, SLIDES)).await
}

pub(super) async fn page(app: &App, activity_id: &str, (actor, page): (&Actor, &Page)) -> Outcome<()> {
    let proof = policy::editable(actor, load::hosted(app.db(), activity_id).await?)?;
    let takeaways = page.takeaways.map(str::to_owned).to_vec();
    share::demo::publish(app, proof, (&actor.id, page.summary, takeaways)).await
}
