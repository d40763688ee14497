//! An opened installation: folder, lock, database, domains. What a command does with it is not its business.

use kernel::{App, Clock, Db, Migration, db, web::Setup};

use crate::{
    configuration::Configuration,
    data_folder::{self, Lock},
    trouble::{Done, Trouble, While},
};

pub(crate) struct House {
    pub app: App,
    _lock: Lock,
}

impl House {
    /// Makes what is missing, brings the database to the present shape and says all texts.
    pub(crate) async fn open(configuration: &Configuration, setup: Setup) -> Done<House> {
        let house = House::enter(configuration, setup).await?;
        let db = house.app.db();
        db.migrate(&migrations(db), house.app.now()).await.during("cannot migrate the database")?;
        refuse_newer(&db.unknown(&migrations(db)).await?)?;
        Ok(house)
    }

    /// The same without touching the database's shape.
    pub(crate) async fn enter(configuration: &Configuration, setup: Setup) -> Done<House> {
        let mut settings = configuration.settings.clone();
        data_folder::prepare(&settings.data)?;
        let lock = data_folder::lock_for_use(&settings.data)?;
        settings.secret = data_folder::secret(&settings.data)?;
        crate::install_texts();
        make_private(&settings.database_url)?;
        let db = Db::open(&settings.database_url).await.during("cannot open the database")?;
        Ok(House { app: App::new(db, Clock::System, settings, setup), _lock: lock })
    }

    /// Waits for what is being written.
    pub(crate) async fn close(self) {
        self.app.db().close().await;
    }
}

/// SQLite would make its file readable for everybody whom the folder lets in.
fn make_private(database_url: &str) -> Done {
    if !database_url.starts_with("sqlite:") {
        return Ok(());
    }
    let file = db::sqlite_file(database_url)?;
    if file.exists() { Ok(()) } else { data_folder::create_private(&file) }
}

/// A newer program may have changed what this one relies on.
pub(crate) fn refuse_newer(unknown: &[String]) -> Done {
    match unknown.last() {
        None => Ok(()),
        Some(last) => Err(Trouble(format!("the database is of a newer Guyub (it has {last}): install that version"))),
    }
}

/// The kernel's and every domain's, for this kind of database.
pub fn migrations(db: &Db) -> Vec<Migration> {
    let domains = crate::DOMAINS.iter().flat_map(|it| it.migrations).copied();
    kernel::schema::migrations(db).into_iter().chain(domains).collect()
}
