//! Certificates per second, bytes each and memory: `cargo run --release -p document --example speed [COUNT] [THREADS] [CRESTS]`.

use std::{fs, num::NonZeroUsize, time::Instant};

use document::{Fault, Picture, Press, Setup, Sheet, Template};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use tokio::task::JoinSet;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let argument = |place: usize, usual: usize| std::env::args().nth(place).map_or(Ok(usual), |it| it.parse());
    let (count, threads) = (argument(1, 1_000)?, argument(2, 1)?);
    let setup = Setup { threads: NonZeroUsize::new(threads).ok_or("no threads")?, ..Setup::default() };
    let press = Press::start(&setup)?;
    let sheet = sheet(&press, argument(3, 0)?).await?;

    for name in Template::NAMES {
        let template = Template::built_in(name).ok_or("no such template")?;
        let (start, worked) = (Instant::now(), processor_seconds());
        let mut bytes = 0;
        let mut under_way: JoinSet<Result<Vec<u8>, Fault>> = JoinSet::new();
        for number in 0..count {
            if under_way.len() > threads {
                bytes += under_way.join_next().await.ok_or("nothing under way")???.len();
            }
            let (press, template, mut sheet) = (press.clone(), template.clone(), sheet.clone());
            sheet.person.name = format!("Contoh Peserta {number}, S.E., M.Si.");
            sheet.number = format!("{number}/SERT/KPPN.2401/VIII/2025");
            under_way.spawn(async move { press.certificate(&template, sheet).await });
        }
        while let Some(pdf) = under_way.join_next().await {
            bytes += pdf??.len();
        }
        let (passed, worked) = (start.elapsed().as_secs_f64(), processor_seconds() - worked);
        let each = 1_000.0 / count as f64;
        println!(
            "{name}: {count} in {passed:.1} s, {:.1} ms of a core each ({:.0} a second and core), {} KB each, {} MB resident",
            worked * each,
            count as f64 / worked,
            bytes / count / 1_000,
            resident_kilobytes() / 1_024
        );
    }
    Ok(())
}

/// As most are, with so many crests.
async fn sheet(press: &Press, crests: usize) -> Result<Sheet, Box<dyn std::error::Error>> {
    let mut sheet: Sheet = serde_json::from_str(include_str!("../src/samples/full.json"))?;
    sheet.organisers.truncate(3);
    for (number, organiser) in sheet.organisers.iter_mut().take(crests).enumerate() {
        organiser.crest = Some(Picture::read(&press.redraw(crest(number as u8)?).await?)?);
    }
    sheet.signatories.truncate(1);
    sheet.agenda.truncate(6);
    sheet.activity = "Inflasi dan APBN: apa yang perlu ASN ketahui".to_owned();
    Ok(sheet)
}

/// As large as they get, with a soft edge.
fn crest(number: u8) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let picture = RgbaImage::from_fn(640, 640, |x, y| {
        let away = (f64::from(x) - 320.).hypot(f64::from(y) - 320.);
        Rgba([number * 60, (x / 3) as u8, (y / 3) as u8, (315. - away).clamp(0., 255.) as u8])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(picture).write_to(&mut file, ImageFormat::Png)?;
    Ok(file.into_inner())
}

/// Of this process, in user and system mode; hundredths are the kernel's unit.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    ticks.filter_map(|it| it.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn resident_kilobytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default().to_owned();
    line.split_whitespace().nth(1).and_then(|it| it.parse().ok()).unwrap_or(0)
}
