//! Where log lines go and what they look like. One event is one line, whatever strangers put into it.

use std::io::{self, Write};

use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

use crate::{
    configuration::LogFormat,
    trouble::{Done, Trouble},
};

/// Sends what is logged to standard error, from now until the process ends. Panics are logged like everything else.
pub(crate) fn start(format: LogFormat, level: &str) -> Done {
    let filter = EnvFilter::try_new(level).map_err(|it| Trouble(format!("`log_level` is `{level}`: {it}")))?;
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(OneLine(io::stderr)).with_ansi(false);
    match format {
        LogFormat::Text => subscriber.init(),
        LogFormat::Json => subscriber.json().flatten_event(true).with_current_span(true).with_span_list(false).init(),
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, |it| format!("{}:{}", it.file(), it.line()));
        let words = panic.payload_as_str().unwrap_or("no words");
        tracing::error!(place, words, "panicked");
    }));
    Ok(())
}

/// Writes every event as one line: other control characters, and those that turn the direction of reading, become `\u001b`.
struct OneLine<M>(M);

struct Line<W>(W);

impl<'a, M: MakeWriter<'a>> MakeWriter<'a> for OneLine<M> {
    type Writer = Line<M::Writer>;

    fn make_writer(&'a self) -> Line<M::Writer> {
        Line(self.0.make_writer())
    }
}

impl<W: Write> Write for Line<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let line = text.strip_suffix('\n').unwrap_or(&text);
        if line.contains(is_dangerous) {
            self.0.write_all(escaped(line).as_bytes())?;
        } else {
            self.0.write_all(event)?;
        }
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn is_dangerous(it: char) -> bool {
    it.is_control() || matches!(it, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn escaped(line: &str) -> String {
    let mut safe = String::with_capacity(line.len() + 16);
    for it in line.chars() {
        if is_dangerous(it) { safe.push_str(&format!("\\u{:04x}", it as u32)) } else { safe.push(it) }
    }
    safe.push('\n');
    safe
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("lock").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Kept {
        fn text(&self) -> String {
            String::from_utf8(self.0.lock().expect("lock").clone()).expect("UTF-8")
        }
    }

    const HOSTILE: &str = "a\n2026-11-21T00:00:00Z ERROR forged\r\x1b[31m\u{202E}b";

    #[test]
    fn an_event_is_one_line_of_text() {
        let kept = Kept::default();
        let writer = kept.clone();
        let subscriber = tracing_subscriber::fmt().with_writer(OneLine(move || writer.clone())).with_ansi(false).finish();

        tracing::subscriber::with_default(subscriber, || tracing::warn!(name = %HOSTILE, list = ?[HOSTILE], "{HOSTILE}"));

        assert_eq!(kept.text().matches('\n').count(), 1, "{}", kept.text());
        assert!(!kept.text().contains(['\r', '\x1b', '\u{202E}']));
        assert!(kept.text().contains("forged"));
    }

    #[test]
    fn an_event_is_one_line_of_json() {
        let kept = Kept::default();
        let writer = kept.clone();
        let subscriber = tracing_subscriber::fmt().json().with_writer(OneLine(move || writer.clone())).finish();

        tracing::subscriber::with_default(subscriber, || tracing::warn!(name = %HOSTILE, "{HOSTILE}"));

        let line = kept.text();
        assert_eq!(line.matches('\n').count(), 1, "{line}");
        let event: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(event["fields"]["name"], HOSTILE);
    }
}
