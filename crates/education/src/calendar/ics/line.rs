//! Content lines of iCalendar: escaping, quoting and folding, so that no value can become a line of its own. It knows no events.

use super::Party;

/// RFC 5545 section 3.1, without the line break.
const LONGEST_LINE: usize = 75;

/// Text in the making. Everything that goes in passes `put`, which folds.
pub(super) struct Document {
    text: String,
    column: usize,
}

impl Document {
    pub(super) fn with_capacity(octets: usize) -> Document {
        Document { text: String::with_capacity(octets), column: 0 }
    }

    /// A line whose content the product made itself: no value from outside.
    pub(super) fn line(&mut self, content: &str) {
        self.put_str(content);
        self.end_line();
    }

    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.start(name);
        self.put_text(value);
        self.end_line();
    }

    pub(super) fn texts(&mut self, name: &str, values: &[String]) {
        self.start(name);
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                self.put(',');
            }
            self.put_text(value);
        }
        self.end_line();
    }

    pub(super) fn uri(&mut self, name: &str, value: &str) {
        self.start(name);
        self.put_percent_encoded(value, |octet| octet.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(&octet));
        self.end_line();
    }

    /// A property whose value is a mail address with the person's name as parameter.
    pub(super) fn party(&mut self, name_and_parameters: &str, party: &Party) {
        self.put_str(name_and_parameters);
        self.put_str(";CN=\"");
        self.put_parameter(&party.name);
        self.put_str("\":mailto:");
        self.put_percent_encoded(&party.mail, |octet| octet.is_ascii_alphanumeric() || b"-._~!$'*+@".contains(&octet));
        self.end_line();
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn start(&mut self, name: &str) {
        self.put_str(name);
        self.put(':');
    }

    /// RFC 5545 section 3.3.11.
    fn put_text(&mut self, value: &str) {
        for character in writable(value) {
            match character {
                '\n' => self.put_str("\\n"),
                '\\' | ';' | ',' => {
                    self.put('\\');
                    self.put(character);
                }
                _ => self.put(character),
            }
        }
    }

    /// RFC 6868, inside quotes.
    fn put_parameter(&mut self, value: &str) {
        for character in writable(value) {
            match character {
                '\n' => self.put_str("^n"),
                '^' => self.put_str("^^"),
                '"' => self.put_str("^'"),
                _ => self.put(character),
            }
        }
    }

    fn put_percent_encoded(&mut self, value: &str, stays: fn(u8) -> bool) {
        for octet in value.bytes() {
            if stays(octet) {
                self.put(char::from(octet));
            } else {
                self.put_str(&format!("%{octet:02X}"));
            }
        }
    }

    fn put_str(&mut self, piece: &str) {
        piece.chars().for_each(|character| self.put(character));
    }

    /// Folds between characters, so that no UTF-8 sequence is cut.
    fn put(&mut self, character: char) {
        if self.column + character.len_utf8() > LONGEST_LINE {
            self.text.push_str("\r\n ");
            self.column = 1;
        }
        self.text.push(character);
        self.column += character.len_utf8();
    }

    fn end_line(&mut self) {
        self.text.push_str("\r\n");
        self.column = 0;
    }
}

/// What may be written of a value: every kind of line break as one `\n`, and no control character but the tab.
fn writable(value: &str) -> impl Iterator<Item = char> {
    let mut after_return = false;
    value.chars().filter_map(move |character| {
        let second_half = after_return && character == '\n';
        after_return = character == '\r';
        match character {
            '\n' if second_half => None,
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some('\t'),
            _ if character.is_control() => None,
            _ => Some(character),
        }
    })
}
