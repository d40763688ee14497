//! What imports ask and write: their own book-keeping, and the state that rows are compared with. One statement for a whole batch.

pub(crate) const ALL: &[&str] = &[
    OPEN,
    UNFINISHED,
    FIND,
    LATEST,
    HEADER,
    ADVANCE,
    RESTART,
    FORGET_FAULTS,
    CLOSE,
    NOTE_FAULTS,
    REFUSED_LINES,
    FAULTS,
    REFUSED,
    REGIONS,
    TREE,
    AGENCIES,
    UNITS,
    PEOPLE,
    MAIL_OWNERS,
    UNIT_NAMES,
];

/// $1 id, $2 kind, $3 file, $4 digest, $5 dry run at, $6 now, $7 by whom, $8 about how many rows.
pub(crate) const OPEN: &str = "
    insert into directory_import (id, kind, file_name, sha256, dry_run_at, started_at, started_by, total)
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
/// A real import of the same file that was interrupted. $1 kind, $2 digest, $3 by whom.
pub(crate) const UNFINISHED: &str = "
    select id, kind, file_name, header, dry_run_at, started_at, started_by, rows_read, created, changed, unchanged, refused, total,
           done_at, refusal
      from directory_import
     where kind = $1 and sha256 = $2 and coalesce(started_by, '') = $3 and dry_run_at is null and done_at is null
     order by id desc limit 1";
pub(crate) const FIND: &str = "
    select id, kind, file_name, header, dry_run_at, started_at, started_by, rows_read, created, changed, unchanged, refused, total,
           done_at, refusal
      from directory_import where id = $1";
/// $1 '*' for everybody's, or $2 whose; $3 before this id, $4 how many.
pub(crate) const LATEST: &str = "
    select id, kind, file_name, header, dry_run_at, started_at, started_by, rows_read, created, changed, unchanged, refused, total,
           done_at, refusal
      from directory_import
     where ($1 = '*' or started_by = $2) and id < $3 order by id desc limit $4";
pub(crate) const HEADER: &str = "update directory_import set header = $1 where id = $2";
/// Only whoever read the row before may go on: two that work on one import would count twice.
/// $1 rows read, $2 created, $3 changed, $4 unchanged, $5 refused, $6 id, $7 rows read before.
pub(crate) const ADVANCE: &str = "
    update directory_import set rows_read = $1, created = $2, changed = $3, unchanged = $4, refused = $5
     where id = $6 and rows_read = $7 and done_at is null";
pub(crate) const RESTART: &str = "
    update directory_import set rows_read = 0, created = 0, changed = 0, unchanged = 0, refused = 0
     where id = $1 and done_at is null";
pub(crate) const FORGET_FAULTS: &str = "delete from directory_import_fault where import_id = $1";
/// $1 now, $2 refusal, $3 rows in the end, $4 id.
pub(crate) const CLOSE: &str = "
    update directory_import set done_at = $1, refusal = $2, total = $3 where id = $4 and done_at is null";
/// $1 import, $2 rows of line, cells, faults, whether a warning.
pub(crate) const NOTE_FAULTS: &str = "
    insert into directory_import_fault (import_id, line, cells, faults, is_warning)
    select $1, cast(value ->> 0 as bigint), value ->> 1, value ->> 2, cast(value ->> 3 as bigint) from json_each($2) where true
    on conflict (import_id, line, is_warning) do nothing";
pub(crate) const REFUSED_LINES: &str = "select line from directory_import_fault where import_id = $1 and is_warning = 0";
/// Refused rows first. $1 import, $2 how many.
pub(crate) const FAULTS: &str = "
    select line, cells, faults, is_warning from directory_import_fault
     where import_id = $1 order by is_warning, line limit $2";
/// $1 import, $2 after this line, $3 how many.
pub(crate) const REFUSED: &str = "
    select line, cells, faults, is_warning from directory_import_fault
     where import_id = $1 and is_warning = 0 and line > $2 order by line limit $3";

pub(crate) const REGIONS: &str = "select id, name, kind, parent_id, zone from directory_region";
pub(crate) const TREE: &str = "select id, parent_id, ended_at from directory_agency";
/// $1 ids.
pub(crate) const AGENCIES: &str = "
    select id, parent_id, kind, name, short_name, region_id, office_code, ended_at
      from directory_agency where id in (select value ->> 0 from json_each($1))";
/// Units that rows name. $1 nodes whose units may be changed, $2 ids.
pub(crate) const UNITS: &str = "
    select a.id, a.ended_at, a.successor_id,
           (select count(*) from directory_lineage l
             where l.agency_id = a.id and l.ancestor_id in (select value ->> 0 from json_each($1))) as mine
      from directory_agency a where a.id in (select value ->> 0 from json_each($2))";
/// $1 nodes whose people may be changed, $2 service numbers.
pub(crate) const PEOPLE: &str = "
    select p.id, p.identity_number, p.title_before, p.name, p.title_after, p.position, p.agency_id, p.mail, p.phone, p.left_at,
           (select count(*) from directory_lineage l
             where l.agency_id = p.agency_id and l.ancestor_id in (select value ->> 0 from json_each($1))) as mine
      from directory_person p where p.identity_number in (select value ->> 0 from json_each($2))";
/// $1 addresses.
pub(crate) const MAIL_OWNERS: &str = "
    select mail, coalesce(identity_number, '') as identity_number from directory_person
     where mail in (select value ->> 0 from json_each($1))";
pub(crate) const UNIT_NAMES: &str = "select id, name, short_name from directory_agency where ended_at is null";
