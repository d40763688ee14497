//! A page for neighbours of an activity of the demonstration. Not test data.

use kernel::{App, Outcome};

use super::{
    actions::fresh_code,
    model::{Share, Words},
    policy, queries,
};
use crate::activity::policy::Editable;

pub(crate) async fn publish(app: &App, proof: Editable, (by, summary, takeaways): (&str, &str, Vec<String>)) -> Outcome<()> {
    let (code, now) = (fresh_code(), app.now());
    let words = Words { summary: summary.to_owned(), takeaways };
    let mut tx = app.db().begin().await?;
    queries::save(&mut tx, &proof, &queries::Saving { words: &words, version: 0, code: &code, by, now }).await?;
    let proof = policy::publishable(proof, &Share { code, ..Share::default() })?;
    queries::publish(&mut tx, &proof, now).await?;
    queries::turn(&mut tx, proof.editable()).await?;
    tx.commit().await
}
