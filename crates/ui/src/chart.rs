//! Drawings of numbers with title, description and the table behind them. Numbers come formatted beside their size.

use std::fmt::Write;

use crate::{
    markup::{Markup, escaped},
    text::Tongue,
};

/// Upright bars, at most about twelve.
#[derive(Clone, Debug, Default)]
pub struct BarChart {
    /// Unique on its page; names the title and description.
    pub id: &'static str,
    pub title: String,
    /// The finding in a sentence, for those who do not see the drawing.
    pub description: String,
    /// Heads of the table: what is compared, and what is counted.
    pub heads: [String; 2],
    pub bars: Vec<Bar>,
}

#[derive(Clone, Debug, Default)]
pub struct Bar {
    pub label: String,
    /// A second line below the label, such as the year; may be empty.
    pub below: String,
    pub size: f64,
    /// What was promised, drawn as a dashed outline; 0 for none.
    pub target: f64,
    /// The value as people read it: `6/8`, `1.250`.
    pub said: String,
}

impl BarChart {
    pub fn svg(&self, t: Tongue) -> Markup {
        let step = WIDTH / self.bars.len().max(1) as f64;
        let highest = self.bars.iter().map(|bar| bar.size.max(bar.target)).fold(1e-9, f64::max);
        let mut out = format!(
            r#"<figure class="bars"><svg class="chart" viewBox="0 0 400 214" role="img" aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{}</title><desc id="{id}-d">{}</desc>"#,
            escaped(&self.title),
            escaped(&self.description),
            id = self.id,
        );
        for (index, bar) in self.bars.iter().enumerate() {
            let middle = 10.0 + step * (index as f64 + 0.5);
            draw(&mut out, bar, middle, (step * 0.62).min(44.0), highest);
        }
        out.push_str(r#"<path class="axis" d="M8 170h384"/></svg>"#);
        self.table(&mut out, t);
        out.push_str("</figure>");
        Markup(out)
    }

    fn table(&self, out: &mut String, t: Tongue) {
        let [what, count] = &self.heads;
        put(
            out,
            format_args!(
                "<details><summary>{}</summary><table><caption>{}</caption>",
                t.say("chart-table"),
                escaped(&self.title)
            ),
        );
        put(
            out,
            format_args!(
                r#"<thead><tr><th scope="col">{}</th><th scope="col" class="num">{}</th></tr></thead><tbody>"#,
                escaped(what),
                escaped(count)
            ),
        );
        for bar in &self.bars {
            let label = escaped(format!("{} {}", bar.label, bar.below).trim());
            put(out, format_args!(r#"<tr><th scope="row">{label}</th><td class="num">{}</td></tr>"#, escaped(&bar.said)));
        }
        out.push_str("</tbody></table></details>");
    }
}

/// A bar of units of which some are done: `12 dari 20 JP`. Above forty units the bar is drawn undivided.
pub fn parts(done: u32, all: u32, said: &str) -> Markup {
    let mut out = format!(
        r#"<svg class="parts" viewBox="0 0 1000 20" preserveAspectRatio="none" role="img"><title>{}</title>"#,
        escaped(said)
    );
    let done = done.min(all);
    if (1..=40).contains(&all) {
        let step = 1009.0 / f64::from(all);
        for unit in 0..all {
            let class = if unit < done { "done" } else { "due" };
            put(
                &mut out,
                format_args!(
                    r#"<rect class="{class}" x="{:.1}" width="{:.1}" height="20"/>"#,
                    f64::from(unit) * step,
                    step - 9.0
                ),
            );
        }
    } else {
        let width = 1000.0 * f64::from(done) / f64::from(all.max(1));
        put(
            &mut out,
            format_args!(r#"<rect class="due" width="1000" height="20"/><rect class="done" width="{width:.1}" height="20"/>"#),
        );
    }
    out.push_str("</svg>");
    Markup(out)
}

const WIDTH: f64 = 380.0;
const FLOOR: f64 = 170.0;
const TALLEST: f64 = 136.0;

fn draw(out: &mut String, bar: &Bar, middle: f64, width: f64, highest: f64) {
    let left = middle - width / 2.0;
    let tall = |size: f64| (size.max(0.0) / highest * TALLEST).round();
    let (height, target) = (tall(bar.size), tall(bar.target));
    if target > height {
        put(
            out,
            format_args!(r#"<rect class="target" x="{left:.1}" y="{}" width="{width:.1}" height="{target}"/>"#, FLOOR - target),
        );
    }
    put(out, format_args!(r#"<rect class="bar" x="{left:.1}" y="{}" width="{width:.1}" height="{height}"/>"#, FLOOR - height));
    let top = FLOOR - height.max(target) - 8.0;
    for (class, y, words) in [("value", top, &bar.said), ("label", 190.0, &bar.label), ("label", 208.0, &bar.below)] {
        if !words.is_empty() {
            put(
                out,
                format_args!(r#"<text class="{class}" x="{middle:.1}" y="{y}" text-anchor="middle">{}</text>"#, escaped(words)),
            );
        }
    }
}

fn put(out: &mut String, words: std::fmt::Arguments) {
    out.write_fmt(words).expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn bars_stand_on_the_axis_and_the_table_says_the_same() {
        let bar = |label: &str, size, said: &str| Bar { label: label.into(), size, said: said.into(), ..Bar::default() };
        let chart = BarChart {
            id: "hasil",
            title: "Hasil <per triwulan>".into(),
            description: "Naik dari 2 menjadi 4.".into(),
            heads: ["Triwulan".into(), "Hasil".into()],
            bars: vec![bar("TW I", 2.0, "2"), bar("TW II", 4.0, "4")],
        };

        let svg = chart.svg(Tongue::of(Lang::Id)).to_string();

        assert!(svg.contains(r#"<title id="hasil-t">Hasil &lt;per triwulan&gt;</title>"#));
        assert!(svg.contains(r#"y="102" width="44.0" height="68"/>"#), "half as high as the highest");
        assert!(svg.contains(r#"<th scope="row">TW II</th><td class="num">4</td>"#));
    }

    #[test]
    fn a_chart_of_nothing_is_an_axis() {
        assert!(BarChart::default().svg(Tongue::of(Lang::En)).as_str().contains("axis"));
        assert!(
            parts(3, 0, "0").as_str().contains(r#"class="done" width="0.0""#)
                || parts(3, 0, "0").as_str().contains("width=\"0.0\"")
        );
    }

    #[test]
    fn parts_show_units_done() {
        let svg = parts(14, 20, "14 dari 20 JP").to_string();

        assert_eq!(svg.matches("class=\"done\"").count(), 14);
        assert_eq!(svg.matches("class=\"due\"").count(), 6);
        assert!(svg.contains("<title>14 dari 20 JP</title>"));
    }
}
