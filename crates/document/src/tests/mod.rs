//! What documents must hold, read from their laid out pages and their bytes.

mod hostile;
mod pages;
mod paper;
mod press;
mod redrawing;
mod scripts;

use std::{num::NonZeroUsize, sync::LazyLock};

use tokio::runtime::{Builder, Runtime};

use crate::{Fault, Press, Setup, Sheet, Template};

pub(crate) fn press() -> Press {
    Press::start(&Setup { threads: NonZeroUsize::MIN, ..Setup::default() }).expect("threads start")
}

pub(crate) fn wait<T>(future: impl Future<Output = T>) -> T {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Builder::new_current_thread().build().expect("a runtime starts"));
    RUNTIME.block_on(future)
}

/// Eight organisers, three signatories, thirty rows, everything long.
pub(crate) fn full() -> Sheet {
    serde_json::from_str(include_str!("../samples/full.json")).expect("the sample is a sheet")
}

pub(crate) fn least() -> Sheet {
    serde_json::from_str(include_str!("../samples/least.json")).expect("the sample is a sheet")
}

pub(crate) fn named(name: &str) -> Sheet {
    let mut sheet = least();
    sheet.person.name = name.to_owned();
    sheet
}

pub(crate) fn plain() -> Template {
    Template::built_in("polos").expect("built in")
}

pub(crate) fn problem(fault: Fault) -> crate::Problem {
    match fault {
        Fault::Template(problem) => problem,
        other => panic!("another fault: {other}"),
    }
}
