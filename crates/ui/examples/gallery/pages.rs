//! The gallery's pages with made-up people and offices whose names are as long as real ones.

use askama::Template;
use ui::{
    Choice, Errors, FailurePage, FlashKind, Form, Frame, Lang, Link, Markup, MenuItem, Tongue, Zone,
    chart::{self, Bar, BarChart},
    parse, qr,
};

#[derive(Template)]
#[template(path = "gallery-list.html")]
struct List {
    frame: Frame,
    start: i64,
    end: i64,
    filters: Vec<MenuItem>,
    chart: Markup,
    done: Markup,
    many: Markup,
}

#[derive(Template)]
#[template(path = "gallery-detail.html")]
struct Detail {
    frame: Frame,
    start: i64,
    end: i64,
}

#[derive(Template)]
#[template(path = "gallery-form.html")]
struct Entry {
    frame: Frame,
    form: Form,
    themes: Vec<Choice>,
    audiences: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "gallery-stage.html")]
struct Stage {
    frame: Frame,
    code: Markup,
}

pub(crate) fn all(lang: Lang) -> Vec<(String, String)> {
    let mut pages = vec![
        ("daftar".to_owned(), list(lang).render()),
        ("rincian".to_owned(), detail(lang).render()),
        ("isian".to_owned(), entry(lang).render()),
        ("layar".to_owned(), stage(lang).render()),
    ];
    for status in [403, 404, 409, 422, 429, 500, 503] {
        let mut errors = Errors::new();
        if status == 422 {
            errors.add("seats", "error-number");
        }
        let page = FailurePage::new(stranger(lang, ""), status).with_errors(&errors).referring_to("01KAJ5T9V7");
        pages.push((format!("galat-{status}"), page.render()));
    }
    pages.into_iter().map(|(name, html)| (name, html.expect("the gallery's templates render"))).collect()
}

fn list(lang: Lang) -> List {
    let frame =
        member(lang, "Yang menunggu Anda").flash(FlashKind::Ok, "Anda terdaftar. Undangan kalender sudah dikirim ke surel Anda.");
    let (t, zone) = (frame.t, frame.zone);
    let filter = |label: &str, current| MenuItem { label: label.into(), href: "?".into(), current };
    List {
        start: at("09.00", zone),
        end: at("11.30", zone),
        filters: vec![
            filter("Semua wilayah", true),
            filter("WIB", false),
            filter("WITA", false),
            filter("Kementerian/Lembaga", false),
        ],
        chart: results().svg(t),
        done: chart::parts(14, 20, "14 dari 20 JP"),
        many: chart::parts(400, 608, "400 dari 608 instansi"),
        frame,
    }
}

fn results() -> BarChart {
    let quarters = [
        ("TW III", "2025", 2.0, 2.0),
        ("TW IV", "", 3.0, 3.0),
        ("TW I", "2026", 3.0, 4.0),
        ("TW II", "", 5.0, 5.0),
        ("TW III", "", 6.0, 8.0),
        ("TW IV", "", 2.0, 7.0),
    ];
    let bar = |(label, below, size, target): (&str, &str, f64, f64)| Bar {
        label: label.into(),
        below: below.into(),
        size,
        target,
        said: format!("{size}/{target}"),
    };
    BarChart {
        id: "hasil",
        title: "Hasil terverifikasi per triwulan".into(),
        description: "Naik dari 2 pada Triwulan III 2025 menjadi 6 pada Triwulan III 2026.".into(),
        heads: ["Triwulan".into(), "Terverifikasi".into()],
        bars: quarters.map(bar).into(),
    }
}

fn detail(lang: Lang) -> Detail {
    let frame = stranger(lang, "Cegah Narkotika di Lingkungan Kerja: Tanda Awal, Jalur Lapor, dan Perlindungan Keluarga")
        .described("Selasa, 24 November 2026, pukul 09.00–11.30 WITA. Daring, gratis, 3 JP.")
        .crumb("Beranda", "/")
        .crumb("Kegiatan", "/kegiatan")
        .crumb("Integritas dan antinarkotika", "/kegiatan?tema=integritas")
        .calendar("Kegiatan di Sulawesi Barat", "/kalender/76.ics");
    Detail { start: at("09.00", frame.zone), end: at("11.30", frame.zone), frame }
}

fn entry(lang: Lang) -> Entry {
    let t = Tongue::of(lang);
    let mut errors = Errors::new();
    errors.add("end", "Waktu selesai harus setelah waktu mulai.");
    errors.take("seats", parse::whole("dua ratus"));
    errors.add("audience", "error-required");
    let typed = [
        ("title", "Membaca Data Belanja Pemerintah untuk Bendahara"),
        ("theme", "data"),
        ("day", "2026-12-03"),
        ("start", "09.00"),
        ("end", "08.30"),
        ("seats", "dua ratus"),
        ("themes", "data"),
        ("remind", "1"),
    ];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Entry {
        frame: member(lang, "Susun kegiatan")
            .crumb("Beranda", "/")
            .crumb("Kegiatan", "/kegiatan")
            .crumb("Draf saya", "/kegiatan/draf"),
        form: Form::refused(t, typed.into(), &errors),
        themes: vec![
            Choice::new("", t.say("form-choose")),
            Choice::new("data", "Data dan statistik"),
            Choice::new("uang", "Keuangan negara"),
        ],
        audiences: vec![
            Choice::new("asn:76", "Pegawai semua instansi di Sulawesi Barat, termasuk kantor vertikal kementerian dan lembaga"),
            Choice::new("asn", "Pegawai semua instansi di Indonesia"),
            Choice::new("public", "Pegawai dan warga"),
        ],
    }
}

fn stage(lang: Lang) -> Stage {
    let frame = member(lang, "Presensi: Cegah Narkotika di Lingkungan Kerja");
    Stage { code: qr::svg("https://guyub.example/h/7KQ2MX", "Kode QR presensi, sama dengan kode 7KQ 2MX"), frame }
}

fn stranger(lang: Lang, title: &str) -> Frame {
    let mut frame = Frame::new(Tongue::of(lang)).at("/kegiatan/01KAJ", "https://guyub.example").in_zone(Zone::Wita).titled(title);
    for (label, href) in [("Kegiatan", "/kegiatan"), ("Instansi", "/instansi"), ("Kalender", "/kalender")] {
        frame = frame.menu_item(label, href);
    }
    frame.footer = vec![
        Link::new("Tentang Guyub", "/tentang"),
        Link::new("Aksesibilitas", "/aksesibilitas"),
        Link::new("Privasi", "/privasi"),
    ];
    frame
}

fn member(lang: Lang, title: &str) -> Frame {
    let mut frame = stranger(lang, title).signed_in("Dr. Hj. Andi Nurfaidah Mappangara, S.E., M.Si., Ak.", "/profil");
    frame.unread = 3;
    frame
}

fn at(clock: &str, zone: Zone) -> i64 {
    parse::moment("2026-11-24", clock, zone).expect("a date and a time that exist")
}
