//! Regions, agencies and people from files: checked row by row, kept in batches, safe to repeat and to interrupt.

pub(crate) mod actions;
mod agencies;
pub(crate) mod jobs;
mod ledger;
mod model;
pub(crate) mod pages;
mod people;
pub(crate) mod policy;
pub(crate) mod queries;
mod reading;
mod regions;
pub mod rows;
mod run;
mod upload;

pub use model::{ImportRequest, Kind, Mode, Progress, Remark, RowReport, Source};
pub use run::run;

use kernel::{Db, Outcome};

/// Refused rows first, then those accepted with a warning, each in the order of the file.
pub async fn faults(db: &Db, import_id: &str, most: i64) -> Outcome<Vec<RowReport>> {
    db.all(queries::FAULTS, [import_id.into(), most.into()], RowReport::read).await
}
