//! The one press of this process, for everything that education prints. Not what is printed.

use document::{Fault, Press, Setup};
use kernel::{App, Failure, Outcome};

/// Started at first use; a machine without threads to spare says so each time.
pub(crate) fn of(app: &App) -> Outcome<Press> {
    let kept = app.kept::<Result<Press, Fault>>(|_| Press::start(&Setup::default()));
    match kept.as_ref() {
        Ok(press) => Ok(press.clone()),
        Err(fault) => Err(Failure::broken(fault.to_string())),
    }
}
