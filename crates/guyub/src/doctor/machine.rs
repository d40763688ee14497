//! This machine: configuration, data folder, key, disk, files, time zones.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::Path,
    process::Command,
};

use jiff::tz::TimeZone;

use super::Finding;
use crate::{
    configuration::{Configuration, KEYS, Source, stray_variables},
    data_folder,
};

const LEAST_FREE: u64 = 1 << 30;

pub(super) fn findings(configuration: &Configuration) -> Vec<Finding> {
    let folder = &configuration.settings.data;
    let mut findings = vec![keys(configuration)];
    findings.extend(strays());
    findings.push(writable(folder));
    if folder.exists() {
        findings.push(space(folder));
        findings.push(key(folder));
    }
    findings.push(open_files(configuration.most_connections));
    findings.push(time_zones());
    findings
}

fn keys(configuration: &Configuration) -> Finding {
    let set = configuration.entries.iter().filter(|it| it.source != Source::Default).count();
    Finding::ok("configuration", format!("{} keys, {set} of them set (`guyub config` shows all)", KEYS.len()))
}

fn strays() -> Vec<Finding> {
    let names = std::env::vars_os().filter_map(|it| it.0.into_string().ok());
    let advice =
        |(name, meant): (String, &str)| Finding::warning("configuration", format!("{name} has no effect: did you mean {meant}?"));
    stray_variables(names).into_iter().map(advice).collect()
}

fn writable(folder: &Path) -> Finding {
    if !folder.exists() {
        return Finding::warning("data folder", format!("{} is not there yet: `guyub serve` makes it", folder.display()));
    }
    let probe = folder.join(format!("probe.{}", kernel::id::fresh()));
    let written = data_folder::create_private(&probe);
    let _ = fs::remove_file(&probe);
    match written {
        Ok(()) => Finding::ok("data folder", format!("{} can be written", folder.display())),
        Err(trouble) => Finding::fault("data folder", format!("{trouble}: give this user the right to write there")),
    }
}

fn space(folder: &Path) -> Finding {
    match free_bytes(folder) {
        Some(free) if free < LEAST_FREE => {
            Finding::warning("disk", format!("{} MB are free: make room before the database needs it", free >> 20))
        }
        Some(free) => Finding::ok("disk", format!("{} GB are free", free >> 30)),
        None => Finding::warning("disk", "nobody can say how much is free: `df` is missing"),
    }
}

fn free_bytes(folder: &Path) -> Option<u64> {
    let output = Command::new("df").args(["--output=avail", "-B1"]).arg(folder).output().ok()?;
    String::from_utf8(output.stdout).ok()?.lines().nth(1)?.trim().parse().ok()
}

fn key(folder: &Path) -> Finding {
    let path = data_folder::secret_file(folder);
    let Ok(metadata) = fs::metadata(&path) else {
        return Finding::warning("secret key", "not there yet: the first start makes it");
    };
    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Finding::fault("secret key", format!("others may read it (mode {mode:o}): chmod 600 {}", path.display()));
    }
    match data_folder::secret(folder) {
        Ok(_) => Finding::ok("secret key", format!("only user {} may read it", metadata.uid())),
        Err(trouble) => Finding::fault("secret key", trouble.to_string()),
    }
}

fn open_files(connections: usize) -> Finding {
    let limits = fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let limit = limits.lines().find_map(|it| it.strip_prefix("Max open files")?.split_whitespace().next()?.parse::<usize>().ok());
    match limit {
        Some(limit) if limit < connections + 100 => {
            let advice = format!("raise it to {} (systemd: LimitNOFILE), or lower `most_connections`", connections + 100);
            Finding::warning("open files", format!("the system allows {limit}, `most_connections` is {connections}: {advice}"))
        }
        Some(limit) => Finding::ok("open files", format!("{limit} allowed for {connections} connections")),
        None => Finding::ok("open files", "the system says nothing of a limit"),
    }
}

/// They are part of the program; a build without them would show wrong times.
fn time_zones() -> Finding {
    let known = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"].iter().all(|it| TimeZone::get(it).is_ok());
    if known {
        Finding::ok("time zones", "WIB, WITA and WIT are known")
    } else {
        Finding::fault("time zones", "WIB, WITA or WIT is unknown: this program was built without its time zones; use a release")
    }
}
