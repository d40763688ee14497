//! Slides and a recording for a past activity of the demonstration. Not test data.

use kernel::{App, Outcome};
use store::Kind;

use super::{
    model::{Content, Draft, Openness},
    queries, shelf,
};
use crate::activity::policy::Editable;

pub(crate) async fn add(app: &App, proof: &Editable, (by, slides): (&str, &[u8])) -> Outcome<()> {
    let now = app.now();
    let file = shelf::keep_made(app, slides, Kind::Pdf).await?;
    let materials = [
        (
            "Paparan utama",
            Openness::Participants,
            Content::File { hash: file.hash.clone(), name: "Paparan utama.pdf".to_owned() },
        ),
        ("Rekaman kegiatan", Openness::Public, Content::Link("https://video.example/rekaman-belanja".to_owned())),
    ];
    let mut tx = app.db().begin().await?;
    for (title, openness, content) in &materials {
        let draft = Draft { title: (*title).to_owned(), openness: *openness, is_early: false };
        let adding = queries::Adding { id: &kernel::id::fresh(), draft: &draft, content, by, now };
        queries::add(&mut tx, proof, &adding).await?;
    }
    queries::turn(&mut tx, proof).await?;
    tx.commit().await
}
