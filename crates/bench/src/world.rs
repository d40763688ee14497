//! The installation that is measured: a database filled with made-up people, activities and registrations. Not the server on it.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use directory::measuring as people;
use education::measuring as activities;
use kernel::{
    App, Clock, Db, Settings,
    clock::{DAY, HOUR},
    settings::Secret,
};

use crate::trouble::Done;

/// How much there is.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Size {
    #[arg(long, default_value_t = 200_000)]
    pub(crate) people: i64,
    #[arg(long, default_value_t = 20_000)]
    pub(crate) activities: i64,
    #[arg(long, default_value_t = 1_000_000)]
    pub(crate) registrations: i64,
}

pub(crate) struct World {
    pub(crate) app: App,
    pub(crate) size: Size,
}

impl World {
    /// Opens the database, brings it to the present shape and fills it unless it was filled before.
    pub(crate) async fn open(url: &str, folder: &Path, size: Size) -> Done<World> {
        let db = Db::open(url).await?;
        let app = App::new(db, Clock::System, settings(url, folder.to_owned()), guyub::SETUP);
        app.db().migrate(&guyub::migrations(app.db()), app.now()).await?;
        let world = World { app, size };
        world.fill().await?;
        Ok(world)
    }

    async fn fill(&self) -> Done {
        if activities::is_filled(self.app.db()).await? {
            return Ok(());
        }
        let started = Instant::now();
        people::people(&self.app, self.size.people).await?;
        let units = people::units(&self.app).await?;
        people::appoint(&self.app, &people::person_id(0), &units[0]).await?;
        let filled_people = started.elapsed();
        let scale = activities::Scale {
            people: self.size.people,
            activities: self.size.activities,
            registrations: self.size.registrations,
        };
        activities::fill(&self.app, scale).await?;
        activities::settle(&self.app).await?;
        eprintln!("filled in {:.0} s, {:.0} s of them for people", started.elapsed().as_secs_f64(), filled_people.as_secs_f64());
        Ok(())
    }

    /// A published activity that begins tomorrow.
    pub(crate) async fn tomorrow(&self, seats: Option<i64>) -> Done<String> {
        let wanted = activities::Wanted { seats, starts_at: self.app.now() + DAY, registered: 0 };
        Ok(activities::activity(&self.app, wanted).await?)
    }

    /// The address of a board with forty thousand offices on it, which the first person may see by name.
    pub(crate) async fn board(&self) -> Done<String> {
        people::offices(&self.app, 40_000).await?;
        people::supervise(&self.app, &people::person_id(0)).await?;
        let address = activities::board(&self.app).await?;
        activities::settle(&self.app).await?;
        Ok(address)
    }

    /// One that runs now, with the first `registered` people in it.
    pub(crate) async fn running(&self, registered: i64) -> Done<String> {
        let wanted = activities::Wanted { seats: None, starts_at: self.app.now() - HOUR / 2, registered };
        Ok(activities::activity(&self.app, wanted).await?)
    }

    /// One that is over, with the first `registered` people in it.
    pub(crate) async fn ended(&self, registered: i64) -> Done<String> {
        let wanted = activities::Wanted { seats: None, starts_at: self.app.now() - 4 * HOUR, registered };
        Ok(activities::activity(&self.app, wanted).await?)
    }

    /// `Cookie` lines of the first `count` people, each with a session of its own.
    pub(crate) async fn cookies(&self, count: i64) -> Done<Vec<String>> {
        let secrets = people::sessions(&self.app, count.min(self.size.people)).await?;
        Ok(secrets.into_iter().map(|it| format!("cookie: guyub={it}\r\n")).collect())
    }
}

fn settings(url: &str, data: PathBuf) -> Settings {
    Settings {
        files_url: format!("folder:{}", data.join("files").display()),
        largest_upload: 100 << 20,
        mail_url: format!("folder:{}", data.join("mail").display()),
        data,
        listen: String::new(),
        metrics_listen: String::new(),
        database_url: url.to_owned(),
        base_url: "http://guyub.test".to_owned(),
        mail_from: "Guyub <guyub@guyub.test>".to_owned(),
        trusted_proxies: Vec::new(),
        secret: Secret(kernel::id::secret().into_bytes()),
    }
}
