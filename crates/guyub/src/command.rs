//! The command line: what can be asked for, and which module does it. Words are for operators.

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use directory::import::Mode;

use crate::{
    SETUP,
    admin::{self, Admin},
    backup,
    configuration::{self, Configuration},
    demonstration::{self, Demo},
    doctor::{self, State},
    export,
    house::{self, House},
    import::{self, Subject},
    logs, openapi,
    restore::{self, Present},
    route_table,
    serve::{self, Opening},
    trouble::{Done, Trouble},
};

/// Guyub: education and collaboration across government agencies.
#[derive(Parser)]
#[command(name = "guyub", version, arg_required_else_help = true)]
struct Line {
    /// Configuration file; without it, guyub.toml in the data folder if it is there
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve visitors
    Serve {
        /// Fill an empty database with the demonstration first
        #[arg(long)]
        demo: bool,
    },
    /// Fill an empty database with the demonstration
    Demo(Demo),
    /// Bring in a CSV file
    Import {
        subject: Subject,
        file: PathBuf,
        /// Check everything, keep nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Administrators
    #[command(subcommand)]
    Admin(Admin),
    /// Bring the database to the present shape
    Migrate {
        /// Only say what waits
        #[arg(long)]
        status: bool,
    },
    /// Write everything into a folder, as CSV and JSON lines
    Export { folder: PathBuf },
    /// Copy the database into one file, while the server runs
    Backup { file: Option<PathBuf> },
    /// Put a backup in the place of the database
    Restore {
        file: PathBuf,
        /// Replace what is there
        #[arg(long)]
        force: bool,
    },
    /// Look at everything and say what to do
    Doctor,
    /// Print every key of the configuration with its present value
    Config,
    /// Print every address with who may knock
    Routes,
    /// Print the description of the API
    Openapi,
}

pub fn run() -> ExitCode {
    let line = Line::parse();
    match obey(line) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("guyub: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn obey(line: Line) -> Done<ExitCode> {
    match line.command {
        Command::Routes => print!("{}", route_table()),
        Command::Openapi => print!("{}", openapi::text()),
        command => {
            let configuration = configuration::read(line.config.as_deref(), &|name| std::env::var(name).ok())?;
            return with_configuration(command, configuration);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn with_configuration(command: Command, configuration: Configuration) -> Done<ExitCode> {
    if let Command::Config = command {
        print!("{}", configuration::print(&configuration));
        return Ok(ExitCode::SUCCESS);
    }
    let is_server = matches!(command, Command::Serve { .. });
    logs::start(configuration.log_format, if is_server { &configuration.log_level } else { "warn" })?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(asynchronously(command, configuration))
}

async fn asynchronously(command: Command, configuration: Configuration) -> Done<ExitCode> {
    match command {
        Command::Serve { demo: true } => serve::run(configuration, Opening::WithDemonstration).await.map(|()| ExitCode::SUCCESS),
        Command::Serve { demo: false } => serve::run(configuration, Opening::AsItIs).await.map(|()| ExitCode::SUCCESS),
        Command::Migrate { status: true } => migration_status(&configuration).await,
        Command::Doctor => examine(&configuration).await,
        Command::Migrate { status: false } => migrate(&configuration).await,
        Command::Backup { file } => {
            println!("{}", backup::run(&configuration, file).await?.display());
            Ok(ExitCode::SUCCESS)
        }
        Command::Restore { file, force } => {
            let present = if force { Present::Replace } else { Present::Keep };
            restore::run(&configuration, &file, present).await?;
            println!("restored from {}", file.display());
            Ok(ExitCode::SUCCESS)
        }
        inside => {
            let house = House::open(&configuration, SETUP).await?;
            let code = within(&house, inside).await;
            house.close().await;
            code
        }
    }
}

/// Commands that work in an opened house.
async fn within(house: &House, command: Command) -> Done<ExitCode> {
    match command {
        Command::Demo(demo) => {
            demonstration::fill(&house.app).await?;
            if demo.scale {
                demonstration::scale(&house.app, &demo).await?;
            }
            print!("{}", demonstration::hints());
        }
        Command::Import { subject, file, dry_run } => {
            let mode = if dry_run { Mode::Rehearse } else { Mode::Keep };
            let progress = import::run(&house.app, subject, (&file, mode)).await?;
            let is_whole = progress.refused == 0 && progress.refusal.is_none();
            return Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Command::Admin(admin) => admin::run(&house.app, &admin).await?,
        Command::Export { folder } => {
            let (tables, rows) = export::run(house, &folder).await?;
            println!("{rows} rows of {tables} tables in {}", folder.display());
        }
        _ => return Err(Trouble::new("this command works without a house")),
    }
    Ok(ExitCode::SUCCESS)
}

async fn examine(configuration: &Configuration) -> Done<ExitCode> {
    let findings = doctor::examine(configuration).await;
    print!("{}", doctor::print(&findings));
    let is_well = findings.iter().all(|it| it.state != State::Fault);
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn migrate(configuration: &Configuration) -> Done<ExitCode> {
    let house = House::enter(configuration, SETUP).await?;
    let db = house.app.db();
    let applied = db.migrate(&house::migrations(db), house.app.now()).await?;
    println!("{applied} migrations applied");
    house.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Exit code 1 while some wait, for scripts.
async fn migration_status(configuration: &Configuration) -> Done<ExitCode> {
    let house = House::enter(configuration, SETUP).await?;
    let all = house::migrations(house.app.db());
    let waiting = house.app.db().behind(&all).await.unwrap_or_else(|_| all.iter().map(|it| it.id).collect());
    for it in &all {
        println!("{}  {}", if waiting.contains(&it.id) { "waits  " } else { "applied" }, it.id);
    }
    house.close().await;
    Ok(if waiting.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
