//! The database: version, text encoding, shape, soundness, clock.

use kernel::{
    Clock, Db,
    db::{self, About},
};

use url::Url;

use super::{Finding, State};
use crate::{
    configuration::Configuration,
    house,
    postgres_programs::{self, Program},
    trouble::Trouble,
};

const OLDEST_POSTGRES: u32 = 14;
const LARGEST_DRIFT: i64 = 2_000;

pub(super) async fn findings(configuration: &Configuration, db: &Db) -> Vec<Finding> {
    let before = Clock::System.now();
    let about = match db.about().await {
        Ok(about) => about,
        Err(failure) => return vec![Finding::fault("database", format!("does not answer: {}", Trouble::from(failure)))],
    };
    let mut findings = vec![version(db, &about), encoding(&about), clock(before, Clock::System.now(), &about)];
    findings.push(shape(db).await);
    if db.is_sqlite() {
        findings.push(soundness(configuration).await);
    } else {
        findings.extend([programs(), line(&configuration.settings.database_url)]);
    }
    findings
}

/// Whoever sits between two machines reads and changes what passes, unless it is encrypted and the server proves who it is.
fn line(url: &str) -> Finding {
    let url = Url::parse(url).ok();
    let option = |name| url.as_ref().and_then(|it| it.query_pairs().find(|pair| pair.0 == name).map(|pair| pair.1.into_owned()));
    let host = option("host").or_else(|| url.as_ref()?.host_str().map(str::to_owned)).unwrap_or_default();
    let is_here = host.is_empty() || host.starts_with('/') || ["localhost", "127.0.0.1", "[::1]", "::1"].contains(&&*host);
    match option("sslmode").as_deref() {
        _ if is_here => Finding::ok("line", "the database is on this machine"),
        Some("verify-full") => Finding::ok("line", "encrypted, and the server proves who it is"),
        _ => Finding::warning(
            "line",
            format!("{host} does not have to prove who it is: add ?sslmode=verify-full to `database_url`"),
        ),
    }
}

fn version(db: &Db, about: &About) -> Finding {
    let words = format!("{} {}", db.kind(), about.version);
    let major: u32 = about.version.split(['.', ' ']).next().and_then(|it| it.parse().ok()).unwrap_or(0);
    if !db.is_sqlite() && major < OLDEST_POSTGRES {
        return Finding::fault("database", format!("{words} is too old: PostgreSQL {OLDEST_POSTGRES} or newer is needed"));
    }
    Finding::ok("database", words)
}

fn encoding(about: &About) -> Finding {
    let words = format!("{}, collation {}", about.encoding, about.collation);
    match about.encoding.to_lowercase().starts_with("utf") {
        true => Finding::ok("encoding", words),
        false => Finding::fault("encoding", format!("{words}: make the database anew with ENCODING 'UTF8' and restore a backup")),
    }
}

/// The database was asked between these two moments.
fn clock(before: i64, after: i64, about: &About) -> Finding {
    let drift = if about.now < before { before - about.now } else { (about.now - after).max(0) };
    let words = format!("the database's clock is {drift} ms from this machine's");
    if drift > LARGEST_DRIFT {
        return Finding::warning("clock", format!("{words}: run a time service (chrony, systemd-timesyncd) on both"));
    }
    Finding::ok("clock", words)
}

async fn shape(db: &Db) -> Finding {
    let known = house::migrations(db);
    match (db.behind(&known).await, db.unknown(&known).await) {
        (Ok(behind), Ok(unknown)) => match (behind.len(), house::refuse_newer(&unknown)) {
            (_, Err(trouble)) => Finding::fault("migrations", trouble.to_string()),
            (0, _) => Finding::ok("migrations", format!("all {} are applied", known.len())),
            (waiting, _) => {
                Finding::warning("migrations", format!("{waiting} wait: `guyub migrate` or the next start applies them"))
            }
        },
        _ => Finding::warning("migrations", "none was applied yet: `guyub migrate` or the first start does"),
    }
}

async fn soundness(configuration: &Configuration) -> Finding {
    let flaws = match db::sqlite_file(&configuration.settings.database_url) {
        Ok(file) => db::flaws_of_sqlite(&file).await,
        Err(failure) => Err(failure),
    };
    match flaws {
        Ok(flaws) if flaws.is_empty() => Finding::ok("soundness", "no flaw in the file"),
        Ok(flaws) => Finding::fault("soundness", format!("{}: restore the last backup", flaws.join("; "))),
        Err(failure) => Finding::fault("soundness", format!("{}: restore the last backup", Trouble::from(failure))),
    }
}

fn programs() -> Finding {
    let missing = [Program::Dump, Program::Restore, Program::Query].into_iter().find_map(|it| postgres_programs::find(it).err());
    match missing {
        None => Finding::ok("backup", "pg_dump, pg_restore and psql are there"),
        Some(trouble) => Finding { state: State::Warning, subject: "backup", words: trouble.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_judged_by_the_time_that_asking_took() {
        let of = |now| {
            clock(1_000, 1_400, &About { version: String::new(), encoding: String::new(), collation: String::new(), now }).state
        };

        assert_eq!([of(1_200), of(3_300), of(-900)], [State::Ok; 3]);
        assert_eq!([of(3_500), of(-1_100)], [State::Warning; 2]);
    }
}
