//! What templates that import the layout and the macros may rely on.

use askama::Template;

use crate::{Choice, Errors, FlashKind, Form, Frame, Lang, Tongue, Zone, parse};

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "layout.html" %}{% import "parts.html" as parts %}{% import "fields.html" as fields %}
{% block head %}{{ parts::htmx() }}{% endblock %}
{% block state %}{{ parts::badge("ok", "Terbit", "check") }}{% endblock %}
{% block main %}{%- let t = frame.t %}
{{ fields::summary(form) }}
{{ fields::text(form, "title", "Judul", "Paling banyak 90 huruf.", "maxlength=90") }}
{{ fields::number(form, "seats", "Kuota") }}
{{ fields::password(form, "password", "Kata sandi") }}
{{ fields::textarea(form, "outcome", "Manfaat") }}
{{ fields::select(form, "theme", "Tema", themes) }}
{{ fields::choices(form, "themes", "Tema lain", themes, "", "checkbox") }}
{{ fields::checkbox(form, "remind", "Ingatkan") }}
{{ fields::date(form, "day", "Tanggal") }}{{ fields::time(form, "start", "Mulai") }}{{ fields::file(form, "letter", "Surat") }}{{ fields::draft(t) }}
{{ parts::date(t.date_block(at, Zone::Wita)) }}{{ parts::when(t, at, at, Zone::Wita) }}
{{ parts::more(t, "", "?setelah=a&b") }}{{ parts::chips(t, frame.menu) }}{{ parts::stat("Hasil", t.number(1250)) }}
{{ parts::knot("done", "Kini", "Judul", "", "/a") }}{{ parts::mark("due", "clock") }}{{ parts::avatar("AN") }}
{% call parts::empty("Kosong") %}<p>Satu tindakan</p>{% endcall %}
{% endblock %}"#
)]
struct Everything {
    frame: Frame,
    form: Form,
    themes: Vec<Choice>,
    at: i64,
}

fn everything(lang: Lang) -> String {
    let t = Tongue::of(lang);
    let mut errors = Errors::new();
    errors.add("seats", "error-number");
    let typed = [
        ("title", "\"><script>"),
        ("seats", "dua ratus"),
        ("password", "rahasia"),
        ("outcome", "</textarea><b>"),
        ("theme", "b"),
        ("themes", "a"),
        ("themes", "b"),
    ];
    let frame = Frame::new(t)
        .at("/kegiatan/7?setelah=9", "https://guyub.example")
        .titled("Susun <kegiatan>")
        .described("Kegiatan \"bersama\"")
        .crumb("Beranda", "/")
        .menu_item("Kegiatan", "/kegiatan")
        .signed_in("Dr. Sutrisno", "/profil")
        .flash(FlashKind::Wait, "Tersimpan & <dikirim>");
    let page = Everything {
        frame,
        form: Form::refused(t, typed.map(|(name, value)| (name.into(), value.into())).into(), &errors),
        themes: vec![Choice::new("a", "Data & statistik"), Choice::new("b", "Keuangan")],
        at: parse::moment("2026-11-24", "09.00", Zone::Wita).unwrap(),
    };
    page.render().unwrap()
}

#[test]
fn what_people_typed_never_becomes_markup() {
    let html = everything(Lang::Id);

    assert!(html.contains(r#"value="&#34;&#62;&#60;script&#62;""#));
    assert!(html.contains("&#60;/textarea&#62;&#60;b&#62;"));
    assert!(html.contains("Tersimpan &#38; &#60;dikirim&#62;"));
    assert!(html.contains("<h1>Susun &#60;kegiatan&#62;</h1>"));
    assert!(!html.contains("rahasia"), "a password is never shown again");
}

#[test]
fn a_fault_is_tied_to_its_field_and_to_the_summary() {
    let html = everything(Lang::Id);

    assert!(html.contains(r##"<a href="#seats">Tulis angka saja, misalnya 200.</a>"##));
    assert!(html.contains(r#"value="dua ratus" aria-invalid="true" aria-describedby="seats-g""#));
    assert!(html.contains(r#"aria-describedby="title-h" maxlength=90"#));
    assert!(html.contains("Perbaiki 1 isian ini"));
}

#[test]
fn choices_stay_taken() {
    let html = everything(Lang::Id);

    assert!(html.contains(r#"<option value="b" selected>Keuangan"#));
    assert_eq!(html.matches(" checked>").count(), 2);
}

#[test]
fn the_page_obeys_its_security_policy() {
    let html = everything(Lang::En);

    assert!(!html.contains(" style=") && !html.contains("<style"));
    assert!(html.matches("<script").count() == html.matches("<script src=\"/aset/").count());
    for handler in [" onclick=", " onload=", " onsubmit=", " onchange=", " oninput=", "javascript:"] {
        assert!(!html.contains(handler), "{handler}");
    }
}

#[test]
fn the_reader_finds_the_way_round() {
    let html = everything(Lang::En);

    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(html.contains(r##"<a class="skip" href="#isi">Skip to content</a>"##));
    assert!(html.contains(r#"<a href="/kegiatan" aria-current="page">Kegiatan</a>"#));
    assert!(html.contains(r#"href="/kegiatan/7?setelah=9&#38;bahasa=id""#), "the other language, same page");
    assert!(html.contains(r#"<link rel="canonical" href="https://guyub.example/kegiatan/7">"#));
    assert!(html.contains("<title>Susun &#60;kegiatan&#62; · Guyub</title>"));
}
