//! `guyub backup`: one consistent moment of the database in one file, while the server runs.

use std::path::{Path, PathBuf};

use jiff::{Zoned, tz::TimeZone};
use kernel::db;
use tokio::process::Command;

use crate::{
    configuration::Configuration,
    data_folder,
    postgres_programs::{self, Program},
    trouble::{Done, Trouble, While},
};

/// Writes to `file`, or to a new one in the backup folder; answers where. An existing file is never overwritten.
pub(crate) async fn run(configuration: &Configuration, file: Option<PathBuf>) -> Done<PathBuf> {
    let settings = &configuration.settings;
    let is_sqlite = settings.database_url.starts_with("sqlite:");
    let file = match file {
        Some(file) => file,
        None => named_by_time(&configuration.backup_folder, if is_sqlite { "db" } else { "dump" })?,
    };
    if file.exists() {
        return Err(Trouble(format!("{} exists already: name another file", file.display())));
    }
    let half = half_of(&file);
    let written = if is_sqlite { of_sqlite(configuration, &half).await } else { of_postgres(configuration, &half).await };
    if let Err(trouble) = written {
        let _ = std::fs::remove_file(&half);
        return Err(trouble);
    }
    std::fs::File::open(&half)?.sync_all()?;
    std::fs::rename(&half, &file).during(file.display())?;
    Ok(file)
}

/// A backup appears under its name only when it is complete.
fn half_of(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    file.with_file_name(name)
}

fn named_by_time(folder: &Path, ending: &str) -> Done<PathBuf> {
    data_folder::prepare(folder)?;
    let now = Zoned::now().with_time_zone(TimeZone::UTC);
    Ok(folder.join(format!("guyub-{}.{ending}", now.strftime("%Y%m%dT%H%M%SZ"))))
}

async fn of_sqlite(configuration: &Configuration, half: &Path) -> Done {
    let source = db::sqlite_file(&configuration.settings.database_url)?;
    if !source.exists() {
        return Err(Trouble(format!("there is no database at {}", source.display())));
    }
    let _lock = data_folder::lock_for_use(&configuration.settings.data)?;
    data_folder::create_private(half)?;
    db::copy_sqlite(&source, half).await.during("cannot copy the database")?;
    let flaws = db::flaws_of_sqlite(half).await?;
    db::settle_sqlite(half).await?;
    match flaws.first() {
        None => Ok(()),
        Some(flaw) => Err(Trouble(format!("the database is damaged, and so is its copy: {flaw}"))),
    }
}

async fn of_postgres(configuration: &Configuration, half: &Path) -> Done {
    data_folder::create_private(half)?;
    let mut command = Command::new(postgres_programs::find(Program::Dump)?);
    command.args(["--format=custom", "--no-owner", "--no-privileges", "--no-password", "--file"]).arg(half);
    postgres_programs::run(command, &configuration.settings.database_url).await
}
