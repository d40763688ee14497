//! Import of many people by the product's own command: how long it takes and how much memory at its peak.

use std::{
    io::Write,
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use crate::{
    measure::{Bench, pages::megabytes},
    report::Finding,
    server::memory_of,
    trouble::{Done, Trouble},
};

const PEOPLE: i64 = 100_000;
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

pub(super) async fn measure(bench: &Bench) -> Done<Vec<Finding>> {
    let file = bench.folder.join("people.csv");
    let units = directory::measuring::units(&bench.world.app).await?;
    write(&file, &units, bench.world.size.people)?;
    let first = import(bench, &file).await?;
    let again = import(bench, &file).await?;
    let said = |it: &Import| format!("{:.1} s, at most {}", it.took.as_secs_f64(), megabytes(it.peak));
    Ok(vec![
        Finding::of("import of 100.000 new people", said(&first)).goal("< 10 s, constant memory").remark(first.complaint),
        Finding::of("the same file again", said(&again)).remark(again.complaint),
    ])
}

struct Import {
    took: Duration,
    peak: u64,
    complaint: String,
}

async fn import(bench: &Bench, file: &Path) -> Done<Import> {
    let folder = bench.product.folder.join("pages");
    std::fs::create_dir_all(&folder)?;
    let started = Instant::now();
    let mut command = bench.product.command(&folder);
    let mut child =
        command.args(["import", "people"]).arg(file).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn()?;
    let id = child.id().ok_or_else(|| Trouble("the import ended at once".to_owned()))?;
    let mut peak = 0;
    let status = loop {
        peak = peak.max(memory_of(id, "VmHWM"));
        match child.try_wait()? {
            Some(status) => break status,
            None => tokio::time::sleep(BETWEEN_LOOKS).await,
        }
    };
    let complaint = if status.success() { String::new() } else { format!("the import ended with {status}") };
    Ok(Import { took: started.elapsed(), peak, complaint })
}

/// People numbered after those who are there already.
fn write(file: &Path, units: &[String], after: i64) -> Done {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    writeln!(out, "nip,gelar_depan,nama,gelar_belakang,jabatan,unit,surel,telepon")?;
    for number in after..after + PEOPLE {
        let (nip, unit) = (directory::measuring::nip(number), &units[number as usize % units.len()]);
        writeln!(out, "{nip},,Orang Contoh,S.E.,Analis Kebijakan Ahli Pertama,{unit},impor.{number}@contoh.go.id.example,")?;
    }
    Ok(out.flush()?)
}
