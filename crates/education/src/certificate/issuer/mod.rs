//! Who signs credentials: the keys of this installation, and the bits of status lists that it gives out. Signs nothing itself.

pub(crate) mod queries;
mod seal;

use credential::{Place, SecretKey};
use kernel::{App, Failure, Outcome, db::Tx, id};
use ui::Zone;

/// A key as it is kept; its name never changes, and it stays for ever.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) name: String,
    /// Opened only with the secret of this installation.
    sealed_seed: String,
    pub(crate) multikey: String,
    /// Set when somebody else may have it.
    pub(crate) revoked_at: Option<i64>,
}

/// The name of the key that signs now: the newest that can be opened. Without any, as after the loss of the installation's secret, a
/// new one is made; what the lost one signed stays valid, as it stays listed.
pub(crate) async fn current(app: &App) -> Outcome<String> {
    if let Some(key) = newest(app).await? {
        return Ok(key);
    }
    add(app).await?;
    newest(app).await?.ok_or_else(|| Failure::broken("no key signs"))
}

/// Adds a key, which signs from now on; the old ones stay listed, so that what they signed stays valid. Of two nodes that add one in the
/// same moment, one is heard.
pub(crate) async fn add(app: &App) -> Outcome<()> {
    let keys = queries::keys(app.db()).await?;
    let month = Zone::default().civil(app.now()).strftime("key-%Y-%m").to_string();
    let same = keys.iter().filter(|it| it.name.starts_with(&month)).count();
    let name = if same == 0 { month } else { format!("{month}-{}", same + 1) };
    let seed = id::random_bytes::<32>();
    let multikey = SecretKey::from_seed(seed).public().multikey();
    let sealed_seed = seal::sealed(app.settings(), &name, &seed);
    let mut tx = app.db().begin().await?;
    queries::add(&mut tx, &Key { name, sealed_seed, multikey, revoked_at: None }, app.now()).await?;
    tx.commit().await
}

/// The key of that name, unless it cannot be opened any more.
#[allow(dead_code)]
pub(crate) async fn secret_key(app: &App, name: &str) -> Outcome<Option<SecretKey>> {
    let keys = queries::keys(app.db()).await?;
    Ok(keys.iter().find(|it| it.name == name).and_then(|it| it.open(app)))
}

/// The next `n` bits of status lists, as list and index. Others wait until the transaction ends; undoing it gives them back.
pub(super) async fn places(tx: &mut Tx, n: i64) -> Outcome<Vec<(i64, i64)>> {
    let fresh = id::hex(&id::random_bytes::<32>());
    let (secret, drawn) = queries::draw(tx, &fresh, n).await?;
    let secret = seal::bytes(&secret).ok_or_else(|| Failure::broken("the secret of the status lists is not 32 bytes"))?;
    let place = |number: i64| {
        let place = Place::of(number.unsigned_abs(), &secret);
        (place.list as i64, i64::from(place.index))
    };
    Ok((drawn - n..drawn).map(place).collect())
}

async fn newest(app: &App) -> Outcome<Option<String>> {
    let keys = queries::keys(app.db()).await?;
    Ok(keys.into_iter().rev().find(|it| it.revoked_at.is_none() && it.open(app).is_some()).map(|it| it.name))
}

impl Key {
    fn open(&self, app: &App) -> Option<SecretKey> {
        let key = SecretKey::from_seed(seal::opened(app.settings(), &self.name, &self.sealed_seed)?);
        (key.public().multikey() == self.multikey).then_some(key)
    }
}
