//! Who signs credentials: the keys of this installation as the world reads them, and the bits of status lists. Not what is signed.

pub(crate) mod document;
mod freshness;
pub(crate) mod queries;
pub(crate) mod rotation;
mod seal;
pub(crate) mod status;

use credential::{Place, SecretKey, Signer};
use kernel::{App, Failure, Outcome, db::Tx, id};
use ui::Zone;

/// A key as it is kept; its name never changes, and it stays for ever.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) name: String,
    /// Opened only with the secret of this installation.
    sealed_seed: String,
    pub(crate) multikey: String,
    pub(crate) created_at: i64,
    /// Set when somebody else may have it.
    pub(crate) revoked_at: Option<i64>,
}

pub(crate) use document::did;

/// The name of the key that signs now: the newest that can be opened. Without any, as after the loss of the installation's secret, a
/// new one is made; what the lost one signed stays valid, as it stays listed.
pub(crate) async fn current(app: &App) -> Outcome<String> {
    Ok(present(app).await?.name)
}

async fn present(app: &App) -> Outcome<Key> {
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
    queries::add(&mut tx, &Key { name, sealed_seed, multikey, created_at: app.now(), revoked_at: None }).await?;
    tx.commit().await
}

/// The key of that name, unless it was revoked or cannot be opened any more.
pub(super) async fn signing(app: &App, name: &str) -> Outcome<Option<Key>> {
    let keys = queries::keys(app.db()).await?;
    Ok(keys.into_iter().find(|it| it.name == name && it.signs(app)))
}

pub(super) fn signer(app: &App, key: &Key) -> Outcome<Signer> {
    let secret = key.open(app).ok_or_else(|| Failure::broken("a key that cannot be opened"))?;
    Ok(Signer { method: did(app.settings())?.method_id(&key.name), key: secret })
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

async fn newest(app: &App) -> Outcome<Option<Key>> {
    let keys = queries::keys(app.db()).await?;
    Ok(keys.into_iter().rev().find(|it| it.signs(app)))
}

impl Key {
    fn signs(&self, app: &App) -> bool {
        self.revoked_at.is_none() && self.open(app).is_some()
    }

    fn open(&self, app: &App) -> Option<SecretKey> {
        let key = SecretKey::from_seed(seal::opened(app.settings(), &self.name, &self.sealed_seed)?);
        (key.public().multikey() == self.multikey).then_some(key)
    }
}
