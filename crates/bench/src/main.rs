//! Measures the product from outside, each figure beside what it is compared with, and writes Markdown. Not shipped.

mod load;
mod measure;
mod memory;
mod report;
mod server;
mod trouble;
mod world;

use std::{path::PathBuf, process::ExitCode, time::Duration};

use clap::{Parser, Subcommand};

use measure::Bench;
use server::Product;
use trouble::Done;
use world::{Size, World};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fills a database unless that was done before, measures the product on it, and appends a table to a file.
    Run(Run),
    /// Serves a file's bytes from memory.
    Memory { file: PathBuf, port: u16 },
    /// Serves the answer to four queries about an activity.
    Queries { database_url: String, activity: String, port: u16 },
}

#[derive(clap::Args)]
struct Run {
    /// The product's program, built for release.
    #[arg(long)]
    guyub: PathBuf,
    #[arg(long)]
    database_url: String,
    /// For the product's data and what is made on the way.
    #[arg(long)]
    folder: PathBuf,
    /// Where the table is appended.
    #[arg(long)]
    report: PathBuf,
    #[arg(long)]
    heading: String,
    /// Only these: pages, board, registration, check-in, evaluation, certificates, import, visit.
    #[arg(long)]
    only: Vec<String>,
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    #[command(flatten)]
    size: Size,
}

/// One thread for the clients: the processors belong to the server.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Run(it) => run(it).await,
        Command::Memory { file, port } => serve(move || async move { memory::serve_file(&file, port).await }),
        Command::Queries { database_url, activity, port } => {
            serve(move || async move { memory::serve_queries(&database_url, &activity, port).await })
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("guyub-bench: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Servers get what the product gets: a thread per processor.
fn serve<F: Future<Output = Done>>(server: impl FnOnce() -> F + Send + 'static) -> Done {
    let thread = std::thread::spawn(|| tokio::runtime::Runtime::new()?.block_on(server()));
    thread.join().unwrap_or_else(|_| Err(trouble::Trouble("the server panicked".to_owned())))
}

async fn run(arguments: Run) -> Done {
    std::fs::create_dir_all(&arguments.folder)?;
    let world = World::open(&arguments.database_url, &arguments.folder, arguments.size).await?;
    let product = Product { program: arguments.guyub, database_url: arguments.database_url, folder: arguments.folder.clone() };
    let round = Duration::from_secs_f64(arguments.seconds);
    let bench = Bench { world, product, folder: arguments.folder, round, rounds: arguments.rounds };
    let mut found = Vec::new();
    for name in measure::NAMES.iter().filter(|it| arguments.only.is_empty() || arguments.only.iter().any(|only| only == *it)) {
        eprintln!("measuring {name}");
        match measure::measure(&bench, name).await {
            Ok(findings) => found.extend(findings),
            Err(trouble) => found.push(report::Finding::of(*name, "not measured").remark(trouble.to_string())),
        }
    }
    let table = report::table(&arguments.heading, &found);
    println!("{table}");
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(&arguments.report)?;
    Ok(std::io::Write::write_all(&mut file, table.as_bytes())?)
}
