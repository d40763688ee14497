//! PostgreSQL's own programs: where they are, and how they are told which database. Passwords go by environment, never as arguments.

use std::path::{Path, PathBuf};

use tokio::process::Command;
use url::Url;

use crate::trouble::{Done, Trouble, While};

#[derive(Clone, Copy, Debug)]
pub(crate) enum Program {
    Dump,
    Restore,
    Query,
}

impl Program {
    fn name(self) -> &'static str {
        match self {
            Program::Dump => "pg_dump",
            Program::Restore => "pg_restore",
            Program::Query => "psql",
        }
    }
}

/// The newest that Debian installed, else the one in the search path: an older program does not understand a newer server.
pub(crate) fn find(program: Program) -> Done<PathBuf> {
    let installed = versions(Path::new("/usr/lib/postgresql")).into_iter().map(|it| it.join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = installed.chain(std::env::split_paths(&path)).map(|it| it.join(program.name())).find(|it| it.is_file());
    found.ok_or_else(|| Trouble(format!("{} is not installed: apt-get install postgresql-client", program.name())))
}

/// Folders named by version, newest first.
fn versions(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
    let version = |it: &PathBuf| it.file_name()?.to_str()?.parse::<u32>().ok();
    let mut folders: Vec<PathBuf> = entries.filter(|it| version(it).is_some()).collect();
    folders.sort_by_key(version);
    folders.reverse();
    folders
}

/// Runs to the end; what the program complains about becomes the trouble.
pub(crate) async fn run(mut command: Command, database_url: &str) -> Done {
    let name = command.as_std().get_program().to_owned();
    let output = command.envs(environment(database_url)?).kill_on_drop(true).output().await.during(name.display())?;
    if output.status.success() { Ok(()) } else { Err(complaint(&String::from_utf8_lossy(&output.stderr))) }
}

pub(crate) fn complaint(words: &str) -> Trouble {
    Trouble(words.lines().filter(|it| !it.trim().is_empty()).take(5).collect::<Vec<_>>().join("; "))
}

/// The address as libpq's variables.
pub(crate) fn environment(database_url: &str) -> Done<Vec<(&'static str, String)>> {
    let url = Url::parse(database_url).map_err(|_| Trouble::new("the database address cannot be read"))?;
    let decoded = |it: &str| {
        url::form_urlencoded::parse(format!("v={}", it.replace('+', "%2B")).as_bytes()).map(|it| it.1.into_owned()).collect()
    };
    let host = url.host_str().map(|it| it.trim_matches(['[', ']']).to_owned());
    let mut variables = vec![
        ("PGHOST", host.unwrap_or_default()),
        ("PGPORT", url.port().map_or_else(String::new, |it| it.to_string())),
        ("PGUSER", decoded(url.username())),
        ("PGPASSWORD", url.password().map_or_else(String::new, decoded)),
        ("PGDATABASE", decoded(url.path().trim_start_matches('/'))),
        ("PGAPPNAME", "guyub backup".to_owned()),
    ];
    for (name, value) in url.query_pairs() {
        let variable = match &*name {
            "host" => "PGHOST",
            "port" => "PGPORT",
            "user" => "PGUSER",
            "password" => "PGPASSWORD",
            "dbname" => "PGDATABASE",
            "sslmode" => "PGSSLMODE",
            "sslrootcert" => "PGSSLROOTCERT",
            "sslcert" => "PGSSLCERT",
            "sslkey" => "PGSSLKEY",
            _ => continue,
        };
        variables.retain(|it| it.0 != variable);
        variables.push((variable, value.into_owned()));
    }
    variables.retain(|it| !it.1.is_empty());
    Ok(variables)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(url: &str) -> String {
        let mut variables: Vec<String> = environment(url)
            .expect("address")
            .into_iter()
            .filter(|it| it.0 != "PGAPPNAME")
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        variables.sort();
        variables.join(" ")
    }

    #[test]
    fn an_address_becomes_variables_with_its_signs_decoded() {
        assert_eq!(
            of("postgres://guyub:a%40b%2Fc+d@db.example:5433/guyub"),
            "PGDATABASE=guyub PGHOST=db.example PGPASSWORD=a@b/c+d PGPORT=5433 PGUSER=guyub"
        );
        assert_eq!(
            of("postgres:///guyub?host=/run/postgresql&sslmode=require"),
            "PGDATABASE=guyub PGHOST=/run/postgresql PGSSLMODE=require"
        );
        assert_eq!(of("postgres://guyub@[::1]/guyub"), "PGDATABASE=guyub PGHOST=::1 PGUSER=guyub");
    }

    #[test]
    fn the_newest_version_comes_first() {
        let folder = tempfile::tempdir().expect("folder");
        for it in ["9", "15", "17", "common"] {
            std::fs::create_dir(folder.path().join(it)).expect("folder");
        }

        let names: Vec<_> = versions(folder.path()).iter().filter_map(|it| it.file_name()?.to_str().map(str::to_owned)).collect();

        assert_eq!(names, ["17", "15", "9"]);
    }
}
