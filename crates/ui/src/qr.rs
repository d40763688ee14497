//! QR codes as drawings with a title. What the code says is the caller's business.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

use crate::markup::{Markup, escaped};

/// One path in black on white with the quiet zone of four modules (ISO/IEC 18004), read in dark mode and print as well.
/// Text longer than a code can hold (about 2.300 bytes) gives an empty drawing with the title.
pub fn svg(text: &str, alt: &str) -> Markup {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else {
        return drawing(8, "", alt);
    };
    let mut path = String::with_capacity(code.size * code.size * 6);
    for y in 0..code.size {
        let dark = |x: usize| x < code.size && code.data[y * code.size + x].value();
        let mut x = 0;
        while x < code.size {
            let run = (x..).take_while(|x| dark(*x)).count();
            if run > 0 {
                write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET).expect("writing to a string does not fail");
            }
            x += run.max(1);
        }
    }
    drawing(code.size + 2 * QUIET, &path, alt)
}

const QUIET: usize = 4;

fn drawing(size: usize, path: &str, alt: &str) -> Markup {
    Markup(format!(
        r##"<svg class="qr" viewBox="0 0 {size} {size}" role="img" shape-rendering="crispEdges"><title>{}</title><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{path}"/></svg>"##,
        escaped(alt)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_one_path_with_a_title_and_a_quiet_zone() {
        let drawing = svg("https://guyub.example/h/7KQ2MX", "Presensi \"A\" & <B>");

        let drawing = drawing.as_str();
        assert!(drawing.contains("<title>Presensi &quot;A&quot; &amp; &lt;B&gt;</title>"));
        assert!(drawing.contains("M4 4h7v1h-7z"), "the finder pattern starts after four white modules");
        assert!(!drawing.contains("style"));
        assert!(drawing.len() < 12_000);
    }

    #[test]
    fn what_no_code_can_hold_is_an_empty_drawing() {
        let drawing = svg(&"x".repeat(10_000), "Terlalu panjang");

        assert!(drawing.as_str().contains("<title>Terlalu panjang</title>"));
        assert!(!drawing.as_str().contains("M4 4h"));
    }
}
