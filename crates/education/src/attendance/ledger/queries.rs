//! Statements that tell where a piece of evidence stands in a file.

use kernel::{Db, Outcome, db::Row};

pub(crate) const ALL: &[&str] = &[FILE_ROWS];

// A report's id has 26 letters; other kinds of evidence have other sources.
const FILE_ROWS: &str = "
    select e.source, r.line, r.name, p.file_name from education_evidence e
      join education_report p on p.id = substr(e.source, 1, 26)
      join education_report_row r
        on r.report_id = p.id and r.line = cast(case when e.kind = 'report' then substr(e.source, 28) end as bigint)
     where e.activity_id = $1 and e.registration_id = $2 and e.kind = 'report'";

/// The row of a file that is the source of a piece of evidence.
pub(crate) struct FileRow {
    pub(crate) source: String,
    pub(crate) line: i64,
    /// As typed in the meeting.
    pub(crate) name: String,
    pub(crate) file_name: String,
}

pub(crate) async fn file_rows(db: &Db, activity_id: &str, registration_id: &str) -> Outcome<Vec<FileRow>> {
    db.all(FILE_ROWS, [activity_id.into(), registration_id.into()], file_row).await
}

fn file_row(row: &Row) -> Outcome<FileRow> {
    Ok(FileRow { source: row.get("source")?, line: row.get("line")?, name: row.get("name")?, file_name: row.get("file_name")? })
}
