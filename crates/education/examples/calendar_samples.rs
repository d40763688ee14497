//! Writes calendars as the product sends them, and what every reader must see in them (expected.json): `cargo run -p education --example calendar_samples -- FOLDER`

use std::{collections::BTreeMap, env, error::Error, fs, path::PathBuf};

use education::calendar::ics::{Event, Party, Zone, cancellation, feed, invitation};
use jiff::Timestamp;
use serde_json::{Value, json};

const HOST: &str = "guyub.example";
const HOUR: i64 = 3_600_000;
/// 1 September 2026, 01.00 UTC.
const MORNING: i64 = 1_788_224_400_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("which folder?")?);
    fs::create_dir_all(&folder)?;
    let mut expected = BTreeMap::new();
    for (file, written, events) in samples() {
        fs::write(folder.join(file), written)?;
        expected.insert(file, events);
    }
    fs::write(folder.join("expected.json"), serde_json::to_string_pretty(&expected)?)?;
    Ok(())
}

fn samples() -> Vec<(&'static str, String, Vec<Value>)> {
    let planned = activity("01K3ZK4V7Q9S2", "Inflasi dan APBN: apa yang perlu ASN ketahui", Zone::Makassar);
    let moved = Event { sequence: 1, starts_at_ms: MORNING + 25 * HOUR, ends_at_ms: MORNING + 27 * HOUR, ..planned.clone() };
    let cancelled = Event { sequence: 2, cancelled: true, ..moved.clone() };
    let sari = Party { name: "Sari \"Ai\" Dewi, S.E., M.M.; KPPN: Mamuju".to_owned(), mail: "sari@guyub.example".to_owned() };
    let agency = three_zones(&cancelled);
    let awkward = awkward_titles();
    vec![
        ("invitation.ics", invitation(&planned, &sari), vec![seen(&planned, "CONFIRMED")]),
        ("moved.ics", invitation(&moved, &sari), vec![seen(&moved, "CONFIRMED")]),
        ("cancelled.ics", cancellation(&cancelled, &sari), vec![seen(&cancelled, "CANCELLED")]),
        ("person.ics", feed("Kegiatan Sari", HOST, std::slice::from_ref(&moved)), vec![seen(&moved, "CONFIRMED")]),
        ("agency.ics", feed("KPPN Mamuju, \"semua zona\"", HOST, &agency), all_seen(&agency)),
        ("awkward.ics", feed("Judul; aneh", HOST, &awkward), all_seen(&awkward)),
        ("empty.ics", feed("Belum ada kegiatan", HOST, &[]), Vec::new()),
    ]
}

fn three_zones(cancelled: &Event) -> Vec<Event> {
    vec![
        cancelled.clone(),
        activity("02JAKARTA", "Rapat koordinasi di Jakarta", Zone::Jakarta),
        activity("03MAKASSAR", "Bimtek di Makassar", Zone::Makassar),
        activity("04JAYAPURA", "Sosialisasi di Jayapura", Zone::Jayapura),
    ]
}

/// What writers get wrong: special characters, folds inside of characters, text that looks like calendar lines. Not here: a
/// backslash before the letter n, which node-ical 0.27 reads as a line break, against RFC 5545.
fn awkward_titles() -> Vec<Event> {
    let titles = [
        "koma, titik koma; garis \\ miring dan \"petik\": selesai".to_owned(),
        "baris satu\nEND:VEVENT\nBEGIN:VALARM".to_owned(),
        "🇮🇩 é 漢字 عربي ".repeat(20).trim_end().to_owned(),
        "x".repeat(500),
        "spasi  ganda ".repeat(20).trim_end().to_owned(),
        "kanan \u{202e}ke kiri\u{202c} dan nol\u{200b}lebar".to_owned(),
    ];
    let numbered = titles.iter().enumerate();
    numbered.map(|(number, title)| activity(&format!("{number:02}"), title, Zone::Jakarta)).collect()
}

fn activity(id: &str, title: &str, zone: Zone) -> Event {
    Event {
        uid: format!("{id}@{HOST}"),
        sequence: 0,
        changed_at_ms: MORNING - 720 * HOUR,
        starts_at_ms: MORNING,
        ends_at_ms: MORNING + 2 * HOUR,
        zone,
        title: title.to_owned(),
        description: format!("Agenda:\n1. {title}; tanya jawab, penutup"),
        location: Some("Aula lantai 2, Jl. Urip Sumoharjo".to_owned()),
        url: Some(format!("https://{HOST}/kegiatan/{id}")),
        organiser: Party { name: "KPPN Mamuju".to_owned(), mail: "kegiatan@guyub.example".to_owned() },
        categories: vec!["Ekonomi, keuangan".to_owned(), "Webinar".to_owned()],
        cancelled: false,
    }
}

fn all_seen(events: &[Event]) -> Vec<Value> {
    events.iter().map(|event| seen(event, if event.cancelled { "CANCELLED" } else { "CONFIRMED" })).collect()
}

fn seen(event: &Event, status: &str) -> Value {
    let moment = |epoch_ms| format!("{:.3}", Timestamp::from_millisecond(epoch_ms).expect("a moment of this century"));
    json!({
        "uid": event.uid,
        "sequence": event.sequence,
        "summary": event.title,
        "status": status,
        "start": moment(event.starts_at_ms),
        "end": moment(event.ends_at_ms),
    })
}
