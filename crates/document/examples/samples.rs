//! Writes sample documents into a folder, for foreign readers to check: `cargo run -p document --example samples FOLDER`.

use std::{fs, io::Cursor, path::PathBuf};

use document::{Card, Entry, Organiser, Picture, Press, Setup, Sheet, Template, Transcript};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("usage: samples FOLDER")?);
    fs::create_dir_all(&folder)?;
    let press = Press::start(&Setup::default())?;

    for name in Template::NAMES {
        let template = Template::built_in(name).ok_or("no such template")?;
        for (kind, sheet) in [("penuh", full()?), ("biasa", pictured(&press).await?), ("ringkas", least()?)] {
            fs::write(folder.join(format!("sertifikat-{name}-{kind}.pdf")), press.certificate(&template, sheet.clone()).await?)?;
            for (page, picture) in press.preview(&template, sheet).await?.into_iter().enumerate() {
                fs::write(folder.join(format!("sertifikat-{name}-{kind}-{}.png", page + 1)), picture)?;
            }
        }
    }
    fs::write(folder.join("transkrip.pdf"), press.transcript(transcript(45)?).await?)?;
    fs::write(folder.join("transkrip-kosong.pdf"), press.transcript(transcript(0)?).await?)?;
    fs::write(folder.join("kartu.png"), press.share_picture(card("Inflasi dan APBN", ordinary()?.organisers, true)).await?)?;
    fs::write(folder.join("kartu-panjang.png"), press.share_picture(card(&full()?.activity, full()?.organisers, true)).await?)?;
    fs::write(
        folder.join("kartu-sederhana.png"),
        press.share_picture(card("Waspada surel palsu", least()?.organisers, false)).await?,
    )?;
    Ok(())
}

fn full() -> Result<Sheet, Box<dyn std::error::Error>> {
    let mut sheet: Sheet = serde_json::from_str(include_str!("../src/samples/full.json"))?;
    for (number, organiser) in sheet.organisers.iter_mut().enumerate() {
        organiser.crest = Some(crest(number)?);
    }
    Ok(sheet)
}

fn ordinary() -> Result<Sheet, Box<dyn std::error::Error>> {
    let mut sheet = full()?;
    sheet.person.name = "Dadan Contoh, S.E., M.Si.".to_owned();
    sheet.activity = "Inflasi dan APBN: apa yang perlu ASN ketahui".to_owned();
    sheet.organisers.truncate(2);
    sheet.signatories.truncate(1);
    sheet.agenda.truncate(5);
    Ok(sheet)
}

/// Crests as people upload them: one with nothing around it, one photographed.
async fn pictured(press: &Press) -> Result<Sheet, Box<dyn std::error::Error>> {
    let mut sheet = ordinary()?;
    let disc = RgbaImage::from_fn(600, 700, |x, y| {
        let away = (f64::from(x) - 300.).hypot(f64::from(y) - 350.);
        if away < 290. { Rgba([24, 88 + (away / 3.) as u8, 140, 255]) } else { Rgba([0; 4]) }
    });
    let photograph = DynamicImage::ImageRgba8(disc.clone()).into_rgb8().into();
    for (organiser, (picture, format)) in
        sheet.organisers.iter_mut().zip([(disc.into(), ImageFormat::Png), (photograph, ImageFormat::Jpeg)])
    {
        let picture: DynamicImage = picture;
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, format)?;
        organiser.crest = Some(Picture::read(&press.redraw(file.into_inner()).await?)?);
    }
    Ok(sheet)
}

fn least() -> Result<Sheet, Box<dyn std::error::Error>> {
    Ok(serde_json::from_str(include_str!("../src/samples/least.json"))?)
}

fn crest(number: usize) -> Result<Picture, document::Fault> {
    let colour = ["#7a1f1f", "#1f5d3a", "#1d3f7a", "#6b4a12"][number % 4];
    let drawing = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 70"><path fill="{colour}" d="M30 2 56 12v26C56 54 44 64 30 68 16 64 4 54 4 38V12z"/><circle cx="30" cy="34" r="15" fill="#f2e3bd"/></svg>"##
    );
    Picture::read(drawing.as_bytes())
}

fn card(title: &str, organisers: Vec<Organiser>, coded: bool) -> Card {
    Card {
        language: "id".to_owned(),
        kind: "Edukasi lintas instansi".to_owned(),
        title: title.to_owned(),
        time: Some("Selasa, 26 Agustus 2025, pukul 09.00 WITA".to_owned()),
        organisers,
        link: coded.then(|| "https://guyub.contoh.example/k/7KQ2MX".to_owned()),
    }
}

fn transcript(count: usize) -> Result<Transcript, Box<dyn std::error::Error>> {
    let sheet = full()?;
    let entries = (0..count).map(|number| Entry {
        activity: sheet.activity.clone(),
        organiser: sheet.organisers[number % sheet.organisers.len()].name.clone(),
        number: sheet.number.clone(),
        date: "26 Agustus 2025".to_owned(),
        hours: "3".to_owned(),
    });
    Ok(Transcript {
        language: "id".to_owned(),
        heading: "Transkrip pengembangan kompetensi 2025".to_owned(),
        person: sheet.person,
        entries: entries.collect(),
        total: "18 JP".to_owned(),
        target: "Target 20 JP setahun, kurang 2 JP".to_owned(),
        note: "Dicetak 22 November 2025".to_owned(),
        verification: Some(sheet.verification),
        issued: sheet.issued,
    })
}
