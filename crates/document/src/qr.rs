//! QR codes as SVG for print: one path, the quiet zone included.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// None for text that no code holds (about 2.300 bytes).
pub(crate) fn svg(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let dark = |x: usize, y: usize| x < code.size && code.data[y * code.size + x].value();
    let mut path = String::with_capacity(code.size * code.size * 6);
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..).take_while(|x| dark(*x, y)).count();
            if run > 0 {
                write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET).expect("writing to a string does not fail");
            }
            x += run.max(1);
        }
    }
    let size = code.size + 2 * QUIET;
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>"##
    ))
}

/// Modules around the code (ISO/IEC 18004).
const QUIET: usize = 4;
