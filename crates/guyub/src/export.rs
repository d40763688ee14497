//! `guyub export`: everything the installation knows, table by table, as CSV for people and JSON lines for programs. Secrets stay home.

use std::{
    fs::{File, OpenOptions},
    io::{BufWriter, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use kernel::{
    Outcome,
    db::{Snapshot, Table, Value},
    id,
    sheet::Csv,
};
use serde_json::json;

use crate::{
    data_folder,
    house::House,
    trouble::{Done, Trouble, While},
};

/// Useful to nobody but a thief: passwords, sessions, links and keys can be made anew.
const SECRET_COLUMNS: &[&str] = &["password_hash", "fingerprint", "code_secret", "ticket"];

/// Writes into a folder that is new or empty; answers tables and rows.
pub(crate) async fn run(house: &House, folder: &Path) -> Done<(usize, u64)> {
    data_folder::prepare(folder)?;
    if std::fs::read_dir(folder)?.next().is_some() {
        return Err(Trouble(format!("{} is not empty: name another folder", folder.display())));
    }
    let mut snapshot = house.app.db().snapshot().await?;
    let tables = snapshot.tables().await?;
    let mut counted = Vec::new();
    for table in &tables {
        let rows = one(&mut snapshot, table, folder).await.during(&table.name)?;
        counted.push(json!({ "table": table.name, "columns": table.columns, "rows": rows }));
    }
    let rows = counted.iter().filter_map(|it| it["rows"].as_u64()).sum();
    let manifest = json!({
        "guyub": env!("CARGO_PKG_VERSION"),
        "database": house.app.db().kind(),
        "exported_at": house.app.now(),
        "left_empty": SECRET_COLUMNS,
        "tables": counted,
    });
    // Last, so that a folder without it is known to be unfinished.
    let mut file = private(&folder.join("manifest.json"))?;
    file.write_all(serde_json::to_string_pretty(&manifest)?.as_bytes())?;
    file.into_inner().map_err(|it| it.into_error())?.sync_all()?;
    Ok((tables.len(), rows))
}

async fn one(snapshot: &mut Snapshot, table: &Table, folder: &Path) -> Outcome<u64> {
    let mut lines = private(&folder.join(format!("{}.jsonl", table.name)))?;
    let header: Vec<&str> = table.columns.iter().map(String::as_str).collect();
    let mut csv = Csv::new(private(&folder.join(format!("{}.csv", table.name)))?, &header)?;
    let is_secret: Vec<bool> = header.iter().map(|it| SECRET_COLUMNS.contains(it)).collect();
    let mut take = |row: Vec<Value>| -> Outcome<()> {
        let cells = row.into_iter().zip(&is_secret).map(|(value, is_secret)| if *is_secret { Value::Text(None) } else { value });
        let cells: Vec<Value> = cells.collect();
        csv.row(&cells.iter().map(in_words).collect::<Vec<_>>())?;
        let object: serde_json::Map<_, _> = table.columns.iter().cloned().zip(cells.into_iter().map(as_json)).collect();
        serde_json::to_writer(&mut lines, &object)?;
        Ok(lines.write_all(b"\n")?)
    };
    let rows = snapshot.each(table, &mut take).await?;
    lines.flush()?;
    csv.finish()?.flush()?;
    Ok(rows)
}

fn private(path: &Path) -> Result<BufWriter<File>, std::io::Error> {
    Ok(BufWriter::new(OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?))
}

fn in_words(value: &Value) -> String {
    match value {
        Value::Text(it) => it.clone().unwrap_or_default(),
        Value::Int(it) => it.map(|it| it.to_string()).unwrap_or_default(),
        Value::Real(it) => it.map(|it| it.to_string()).unwrap_or_default(),
        Value::Blob(it) => it.as_deref().map(id::hex).unwrap_or_default(),
    }
}

fn as_json(value: Value) -> serde_json::Value {
    match value {
        Value::Text(it) => json!(it),
        Value::Int(it) => json!(it),
        Value::Real(it) => json!(it),
        Value::Blob(it) => json!(it.as_deref().map(id::hex)),
    }
}
