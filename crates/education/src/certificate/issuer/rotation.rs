//! Another key from now on, because the old one is old or because it is in strange hands. Whoever has the machine may do both.

use kernel::{App, Failure, Outcome};

use super::{add, current, queries};

/// Adds a key that signs from now on, and answers its name. What older ones signed stays valid.
pub async fn rotate_key(app: &App) -> Outcome<String> {
    add(app).await?;
    current(app).await
}

/// What a key signs from now on is not accepted any more; what it signed before stays valid, and holders are given a signature of another
/// key when they fetch their credential again. Answers the name of the key that signs now.
pub async fn revoke_key(app: &App, name: &str) -> Outcome<String> {
    let keys = queries::keys(app.db()).await?;
    if !keys.iter().any(|it| it.name == name) {
        return Err(Failure::NotFound);
    }
    // Not an older one: it was put aside for a reason.
    if current(app).await? == name {
        add(app).await?;
    }
    let mut tx = app.db().begin().await?;
    queries::revoke(&mut tx, name, app.now()).await?;
    tx.commit().await?;
    current(app).await
}

/// Of all keys, oldest first.
pub async fn key_names(app: &App) -> Outcome<Vec<String>> {
    Ok(queries::keys(app.db()).await?.into_iter().map(|it| it.name).collect())
}
