//! `guyub restore`: puts a backup in the place of the database, wholly or not at all. Never under a running server.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use kernel::{Db, db};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::Command,
};

use crate::{
    configuration::Configuration,
    data_folder, house,
    postgres_programs::{self, Program},
    trouble::{Done, Trouble, While},
};

/// What to do with a database that holds something already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Present {
    Keep,
    Replace,
}

pub(crate) async fn run(configuration: &Configuration, file: &Path, present: Present) -> Done {
    if !file.is_file() {
        return Err(Trouble(format!("there is no file {}", file.display())));
    }
    let settings = &configuration.settings;
    data_folder::prepare(&settings.data)?;
    let _lock = data_folder::lock_for_replacing(&settings.data)?;
    if settings.database_url.starts_with("sqlite:") {
        to_sqlite(&settings.database_url, file, present).await
    } else {
        to_postgres(&settings.database_url, file, present).await
    }
}

/// The copy is proved before it takes the place of the present file, which stays beside it until the next restore.
async fn to_sqlite(url: &str, file: &Path, present: Present) -> Done {
    let target = db::sqlite_file(url)?;
    if target.exists() && present == Present::Keep {
        return Err(occupied(&target.display().to_string()));
    }
    let half = beside(&target, "restoring");
    data_folder::create_private(&half)?;
    fs::copy(file, &half).during(file.display())?;
    let proved = prove(&half).await;
    if let Err(trouble) = proved {
        let _ = fs::remove_file(&half);
        return Err(Trouble(format!("{} cannot be used: {trouble}", file.display())));
    }
    fs::File::open(&half)?.sync_all()?;
    if target.exists() {
        set_aside(&target).await?;
    }
    fs::rename(&half, &target).during(target.display())?;
    Ok(fs::File::open(target.parent().unwrap_or(Path::new(".")))?.sync_all()?)
}

/// Sound inside, and of a shape that this program knows.
async fn prove(half: &Path) -> Done {
    if let Some(flaw) = db::flaws_of_sqlite(half).await?.first() {
        return Err(Trouble::new(flaw));
    }
    let copy = Db::open(&format!("sqlite:{}", half.display())).await?;
    let known = copy.unknown(&house::migrations(&copy)).await;
    copy.close().await;
    drop(copy);
    db::settle_sqlite(half).await?;
    house::refuse_newer(&known.during("this is no database of Guyub")?)
}

/// The write-ahead log belongs to the old file: it is worked in first, so that it can never be read into the new one.
async fn set_aside(target: &Path) -> Done {
    let [log, index] = ["-wal", "-shm"].map(|it| with_ending(target, it));
    if db::settle_sqlite(target).await.is_err() {
        for it in [&log, &index].into_iter().filter(|it| it.exists()) {
            fs::rename(it, beside(it, "before-restore")).during(it.display())?;
        }
    }
    let kept = beside(target, "before-restore");
    let _ = fs::remove_file(&kept);
    fs::hard_link(target, &kept).during(kept.display())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    with_ending(path, &format!(".{ending}"))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

fn occupied(target: &str) -> Trouble {
    Trouble(format!("{target} holds a database already: add --force to replace it"))
}

/// Everything in one transaction: first what is there goes, then the backup comes.
async fn to_postgres(url: &str, file: &Path, present: Present) -> Done {
    let target = Db::open(url).await.during("cannot open the database")?;
    let (others, tables) = (target.other_users().await?, target.snapshot().await?.tables().await?);
    target.close().await;
    if others > 0 {
        return Err(Trouble(format!("{others} connections of Guyub use the database: stop every server first")));
    }
    if !tables.is_empty() && present == Present::Keep {
        return Err(occupied("the PostgreSQL database"));
    }
    let environment = postgres_programs::environment(url)?;
    let mut reading = Command::new(postgres_programs::find(Program::Restore)?);
    reading.args(["--no-owner", "--no-privileges", "--file=-"]).arg(file).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut writing = Command::new(postgres_programs::find(Program::Query)?);
    writing.args([
        "--no-psqlrc",
        "--quiet",
        "--no-password",
        "--single-transaction",
        "--set=ON_ERROR_STOP=1",
        "--output=/dev/null",
        "--file=-",
    ]);
    writing.envs(environment).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    pipe(reading, writing).await
}

/// Drops what Guyub made in this schema, whatever its version was.
const CLEAR: &str = "set client_min_messages = warning;
do $$ declare it text; begin
  for it in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = current_schema() loop
    execute 'drop table ' || it || ' cascade';
  end loop;
end $$;
drop function if exists json_each(text);
";
/// Makes psql stop without keeping anything, when the reading of the file failed.
const GIVE_UP: &str = "\ndo $$ begin raise exception 'the backup could not be read to its end'; end $$;\n";

async fn pipe(mut reading: Command, mut writing: Command) -> Done {
    let (mut reader, mut writer) = (reading.kill_on_drop(true).spawn()?, writing.kill_on_drop(true).spawn()?);
    let (Some(mut from), Some(mut into)) = (reader.stdout.take(), writer.stdin.take()) else {
        return Err(Trouble::new("the programs of PostgreSQL cannot be connected"));
    };
    let (mut read_words, mut written_words) = (String::new(), String::new());
    let (mut read_errors, mut write_errors) = (reader.stderr.take(), writer.stderr.take());
    let carry = async {
        let carried = async {
            into.write_all(CLEAR.as_bytes()).await?;
            tokio::io::copy(&mut from, &mut into).await
        };
        let is_carried = carried.await.is_ok();
        let is_read = reader.wait().await.is_ok_and(|it| it.success());
        if !(is_carried && is_read) {
            let _ = into.write_all(GIVE_UP.as_bytes()).await;
        }
        drop(into);
        is_read
    };
    let (is_read, (), ()) =
        tokio::join!(carry, read_all(&mut read_errors, &mut read_words), read_all(&mut write_errors, &mut written_words));
    match (is_read, writer.wait().await?.success()) {
        (true, true) => Ok(()),
        (false, _) => Err(postgres_programs::complaint(&read_words)),
        (true, false) => Err(postgres_programs::complaint(&written_words)),
    }
}

async fn read_all<R: tokio::io::AsyncRead + Unpin>(from: &mut Option<R>, words: &mut String) {
    if let Some(from) = from {
        let _ = from.read_to_string(words).await;
    }
}
