//! The figures as text: requests, then what the database and this process say of themselves.

use std::{fmt::Write, sync::atomic::Ordering::Relaxed};

use kernel::{App, jobs, mail, outbox};

use super::{Answered, BOUNDS, Figures, Series};

pub(crate) async fn print(app: &App, figures: &Figures) -> String {
    let mut text = requests(figures);
    for it in app.db().usage() {
        let _ = writeln!(text, "guyub_database_connections{{pool=\"{}\",state=\"idle\"}} {}", it.pool, it.idle);
        let busy = (it.open as usize).saturating_sub(it.idle);
        let _ = writeln!(text, "guyub_database_connections{{pool=\"{}\",state=\"busy\"}} {busy}", it.pool);
    }
    let (facts, jobs, letters) = tokio::join!(outbox::pending(app), jobs::due(app), mail::waiting(app));
    let is_up = facts.is_ok() && jobs.is_ok() && letters.is_ok();
    gauge(&mut text, ("guyub_database_up", "Whether the database answers."), Some(u64::from(is_up)));
    gauge(&mut text, ("guyub_facts_pending", "Facts that not every listener has heard."), facts.ok());
    gauge(&mut text, ("guyub_jobs_due", "Jobs that should have run by now."), jobs.ok());
    gauge(&mut text, ("guyub_letters_waiting", "Letters not yet sent."), letters.ok());
    gauge(&mut text, ("guyub_uptime_seconds", "Since this process started."), Some(figures.uptime().as_secs()));
    gauge(&mut text, ("process_resident_memory_bytes", "Memory in use."), resident_bytes());
    let _ = writeln!(text, "guyub_build{{version=\"{}\",database=\"{}\"}} 1", env!("CARGO_PKG_VERSION"), app.db().kind());
    text
}

fn gauge(text: &mut String, (name, meaning): (&str, &str), value: Option<impl std::fmt::Display>) {
    if let Some(value) = value {
        let _ = write!(text, "# HELP {name} {meaning}\n# TYPE {name} gauge\n{name} {value}\n");
    }
}

fn requests(figures: &Figures) -> String {
    let mut text = String::from("# HELP guyub_request_seconds How long answers took.\n# TYPE guyub_request_seconds histogram\n");
    for (what, series) in figures.all() {
        histogram(&mut text, what, &series);
    }
    text
}

fn histogram(text: &mut String, what: Answered, series: &Series) {
    let labels = format!("method=\"{}\",route=\"{}\",status=\"{}\"", what.method, what.route, what.status);
    let mut below = 0;
    for (bound, bucket) in BOUNDS.iter().zip(&series.buckets) {
        below += bucket.load(Relaxed);
        let _ = writeln!(text, "guyub_request_seconds_bucket{{{labels},le=\"{}\"}} {below}", *bound as f64 / 1_000.0);
    }
    let count = series.count.load(Relaxed).max(below);
    let seconds = series.microseconds.load(Relaxed) as f64 / 1_000_000.0;
    let _ = writeln!(text, "guyub_request_seconds_bucket{{{labels},le=\"+Inf\"}} {count}");
    let _ = writeln!(text, "guyub_request_seconds_sum{{{labels}}} {seconds}\nguyub_request_seconds_count{{{labels}}} {count}");
}

/// The second number of /proc/self/statm counts pages of 4 KiB; absent where there is no such file.
fn resident_bytes() -> Option<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(pages.split_whitespace().nth(1)?.parse::<u64>().ok()? * 4096)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn answers_are_counted_by_route_and_status_with_rising_buckets() {
        let figures = Figures::default();
        let page = Answered { method: "GET", route: "/kegiatan/{id}", status: 200 };
        for milliseconds in [0, 3, 3, 40, 60_000] {
            figures.answered(page, Duration::from_millis(milliseconds));
        }
        figures.answered(Answered { status: 404, ..page }, Duration::from_millis(1));

        let text = requests(&figures);

        let of =
            |end: &str| text.lines().filter(|it| it.contains("status=\"200\"")).find_map(|it| it.split_once(end)?.1.parse().ok());
        let figures = [
            "le=\"0.001\"} ",
            "le=\"0.005\"} ",
            "le=\"30\"} ",
            "le=\"+Inf\"} ",
            "_count{method=\"GET\",route=\"/kegiatan/{id}\",status=\"200\"} ",
        ];
        assert_eq!(figures.map(|it| of(it).unwrap_or(99)), [1, 3, 4, 5, 5], "{text}");
        assert!(text.contains("status=\"404\",le=\"0.001\"} 1\n"));
        assert!(text.contains("_sum{method=\"GET\",route=\"/kegiatan/{id}\",status=\"200\"} 60.046\n"));
    }
}
