//! `guyub doctor`: looks at everything an installation needs and says what to do about each fault. It repairs nothing.

mod database;
mod machine;
mod meetings;
mod reach;

use std::fmt::Write;

use kernel::Db;

use crate::{configuration::Configuration, trouble::Trouble};

/// What was looked at, how it is, and what to do.
#[derive(Debug)]
pub(crate) struct Finding {
    pub state: State,
    pub subject: &'static str,
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    Ok,
    Warning,
    Fault,
}

impl Finding {
    fn ok(subject: &'static str, words: impl Into<String>) -> Finding {
        Finding { state: State::Ok, subject, words: words.into() }
    }

    fn warning(subject: &'static str, words: impl Into<String>) -> Finding {
        Finding { state: State::Warning, subject, words: words.into() }
    }

    fn fault(subject: &'static str, words: impl Into<String>) -> Finding {
        Finding { state: State::Fault, subject, words: words.into() }
    }
}

/// Everything, in the order in which an operator would repair it.
pub(crate) async fn examine(configuration: &Configuration) -> Vec<Finding> {
    let mut findings = machine::findings(configuration);
    if database_may_be_opened(configuration) {
        match Db::open(&configuration.settings.database_url).await {
            Ok(db) => {
                findings.extend(database::findings(configuration, &db).await);
                db.close().await;
            }
            Err(failure) => findings.push(Finding::fault(
                "database",
                format!("cannot be opened ({}): start it, or correct `database_url`", Trouble::from(failure)),
            )),
        }
    } else {
        findings.push(Finding::warning("database", "not there yet: `guyub serve` or `guyub migrate` makes it"));
    }
    findings.extend(reach::findings(configuration).await);
    findings.extend(meetings::findings(configuration).await);
    findings
}

/// Opening a missing SQLite file would make it.
fn database_may_be_opened(configuration: &Configuration) -> bool {
    match configuration.settings.database_url.starts_with("sqlite:") {
        true => kernel::db::sqlite_file(&configuration.settings.database_url).is_ok_and(|it| it.exists()),
        false => true,
    }
}

/// One line per finding, and a last one that sums up.
pub(crate) fn print(findings: &[Finding]) -> String {
    let mut text = String::new();
    for it in findings {
        let mark = match it.state {
            State::Ok => "ok     ",
            State::Warning => "warning",
            State::Fault => "FAULT  ",
        };
        let _ = writeln!(text, "{mark}  {:<14}{}", it.subject, it.words);
    }
    let count = |state| findings.iter().filter(|it| it.state == state).count();
    let _ = writeln!(text, "{} faults, {} warnings", count(State::Fault), count(State::Warning));
    text
}
