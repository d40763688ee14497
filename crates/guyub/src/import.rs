//! `guyub import`: a file of regions, agencies or people, with a bar that moves, a sum, and a file of what was refused.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use clap::ValueEnum;
use directory::import::{self, ImportRequest, Kind, Mode, Progress, Remark, RowReport, Source};
use indicatif::{ProgressBar, ProgressStyle};
use kernel::{App, sheet::Csv};
use ui::{Lang, Tongue};

use crate::trouble::{Done, While};

const MOST_REFUSED: i64 = 1_000_000;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Subject {
    Regions,
    Agencies,
    People,
}

impl Subject {
    fn kind(self) -> Kind {
        match self {
            Subject::Regions => Kind::Regions,
            Subject::Agencies => Kind::Agencies,
            Subject::People => Kind::People,
        }
    }
}

/// Answers how it ended; rows that were refused are in a file beside the given one.
pub(crate) async fn run(app: &App, subject: Subject, (file, mode): (&Path, Mode)) -> Done<Progress> {
    let request = ImportRequest {
        kind: subject.kind(),
        mode,
        file_name: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        source: Source::Path(file.to_owned()),
        by: None,
    };
    let bar = bar();
    let progress = import::run(app, request, |it| show(&bar, it)).await.during(file.display())?;
    bar.finish_and_clear();
    println!("{}", sum(&progress));
    if let Some(refusal) = &progress.refusal {
        println!("{}", sentence(refusal));
    }
    if progress.refused > 0 {
        let refused = import::faults(app.db(), &progress.id, MOST_REFUSED).await?;
        let rest = refused_file(file);
        write(&rest, &progress.header, &refused).during(rest.display())?;
        println!("refused rows with their reasons: {}", rest.display());
    }
    Ok(progress)
}

/// Hidden where nobody watches, such as in a script.
pub(crate) fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {percent}% · {pos} of {len} rows · {eta} left");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

pub(crate) fn show(bar: &ProgressBar, progress: &Progress) {
    bar.set_length(progress.total.unwrap_or(progress.rows_read).unsigned_abs());
    bar.set_position(progress.rows_read.unsigned_abs());
}

fn sum(it: &Progress) -> String {
    let kept = if it.mode == Mode::Rehearse { "nothing is kept (dry run): " } else { "" };
    format!(
        "{kept}{} {}: {} new, {} changed, {} as before, {} refused",
        it.rows_read,
        it.kind.as_str(),
        it.created,
        it.changed,
        it.unchanged,
        it.refused
    )
}

/// `pegawai.csv` is answered by `pegawai.csv.ditolak.csv`.
fn refused_file(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".ditolak.csv");
    file.with_file_name(name)
}

/// The rows as they came, so that they can be corrected and imported again; line and reason stand behind them.
fn write(path: &Path, header: &[String], rows: &[RowReport]) -> std::io::Result<()> {
    let names: Vec<&str> = header.iter().map(String::as_str).chain(["baris", "alasan"]).collect();
    let mut csv = Csv::new(File::create(path)?, &names)?;
    for row in rows.iter().filter(|it| !it.is_warning) {
        let mut cells = row.cells.clone();
        cells.resize(header.len(), String::new());
        let reasons: Vec<String> = row.remarks.iter().map(sentence).collect();
        cells.extend([row.line.to_string(), reasons.join(" ")]);
        csv.row(&cells)?;
    }
    csv.finish()?.sync_all()
}

fn sentence(remark: &Remark) -> String {
    let t = Tongue::of(Lang::Id);
    let mut arguments = remark.args.iter();
    let words = match arguments.next() {
        None => t.say(&remark.key).to_owned(),
        Some((name, value)) => {
            arguments.fold(t.with(name, value), |filling, (name, value)| filling.with(name, value)).say(&remark.key)
        }
    };
    if remark.field.is_empty() { words } else { format!("{}: {words}", remark.field) }
}
