//! Numbers, shares, money, sizes: `1.234,56`, `12,5%`, `Rp1,2 juta`, `1,5 MB`.

use std::borrow::Borrow;

use crate::text::{Lang, Tongue};

/// Any whole number, owned or borrowed as templates hand it over.
pub trait Whole {
    fn whole(&self) -> i64;
}

impl Tongue {
    /// `1.234`; English `1,234`.
    pub fn number(&self, n: impl Whole) -> String {
        grouped(n.whole(), self.marks().0)
    }

    /// `1.234,56` with so many decimal places.
    pub fn decimal(&self, x: impl Borrow<f64>, places: usize) -> String {
        let (group, point) = self.marks();
        if !x.borrow().is_finite() {
            return "–".to_owned();
        }
        let plain = format!("{:.*}", places, x.borrow());
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let whole = grouped(whole.parse().unwrap_or(i64::MAX), group);
        let sign = if digits.bytes().all(|digit| matches!(digit, b'0' | b'.')) { "" } else { sign };
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{fraction}") }
    }

    /// A share of 1 as `12,5%`, with a decimal only when it says something.
    pub fn percent(&self, share: impl Borrow<f64>) -> String {
        format!("{}%", self.brief(share.borrow() * 100.0))
    }

    /// Whole rupiah: `Rp1.250.000`.
    pub fn rupiah(&self, amount: impl Whole) -> String {
        let amount = amount.whole();
        let sign = if amount < 0 { "-" } else { "" };
        format!("{sign}Rp{}", grouped_size(amount.unsigned_abs(), self.marks().0))
    }

    /// `Rp1,2 juta`, for headlines.
    pub fn rupiah_short(&self, amount: impl Whole) -> String {
        let amount = amount.whole();
        let sign = if amount < 0 { "-" } else { "" };
        format!("{sign}Rp{}", self.number_short(amount.saturating_abs()))
    }

    /// `1,2 juta`; below a million all digits.
    pub fn number_short(&self, n: impl Whole) -> String {
        let n = n.whole();
        let size = n.unsigned_abs() as f64;
        // From 999.950 up the brief form rounds to the next word.
        let (unit, word) = match size {
            s if s < 999_950.0 => return self.number(n),
            s if s < 999_950_000.0 => (1e6, "number-million"),
            s if s < 999_950_000_000.0 => (1e9, "number-billion"),
            _ => (1e12, "number-trillion"),
        };
        self.fill(word, "n", self.brief(n as f64 / unit))
    }

    /// `ke-2`; English `2nd`.
    pub fn ordinal(&self, n: impl Whole) -> String {
        let n = n.whole();
        let key = match (n % 10, n % 100) {
            (_, 11..=13) => "ordinal",
            (1, _) => "ordinal-first",
            (2, _) => "ordinal-second",
            (3, _) => "ordinal-third",
            _ => "ordinal",
        };
        self.fill(key, "n", self.number(n))
    }

    /// `3–5`, and `3` when both ends are the same.
    pub fn range(&self, from: impl Whole, to: impl Whole) -> String {
        let (from, to) = (from.whole(), to.whole());
        if from == to { self.number(from) } else { format!("{}–{}", self.number(from), self.number(to)) }
    }

    /// Bytes as `310 KB` or `1,5 MB` (1 KB = 1.000 bytes, as the stores and phones of the readers count).
    pub fn file_size(&self, bytes: impl Whole) -> String {
        let bytes = bytes.whole().max(0);
        let size = bytes as f64;
        let (unit, name) = match bytes {
            0..1_000 => return format!("{bytes} B"),
            1_000..999_500 => return format!("{} KB", self.decimal(size / 1e3, 0)),
            999_500..999_950_000 => (1e6, "MB"),
            _ => (1e9, "GB"),
        };
        format!("{} {name}", self.brief(size / unit))
    }

    /// At most one decimal, and none when it is nought.
    fn brief(&self, x: f64) -> String {
        let tenths = (x * 10.0).round() / 10.0;
        self.decimal(tenths, usize::from(tenths.fract() != 0.0))
    }

    fn marks(&self) -> (char, char) {
        match self.lang() {
            Lang::Id => ('.', ','),
            Lang::En => (',', '.'),
        }
    }
}

/// `III` for cohorts, semesters and quarters; numbers outside 1 to 3999 stay as they are.
pub(crate) fn roman(n: i64) -> String {
    const STEPS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&n) {
        return n.to_string();
    }
    let mut rest = n;
    let mut text = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

fn grouped(n: i64, group: char) -> String {
    let sign = if n < 0 { "-" } else { "" };
    format!("{sign}{}", grouped_size(n.unsigned_abs(), group))
}

fn grouped_size(n: u64, group: char) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

impl Whole for i64 {
    fn whole(&self) -> i64 {
        *self
    }
}

impl Whole for i32 {
    fn whole(&self) -> i64 {
        i64::from(*self)
    }
}

impl Whole for u8 {
    fn whole(&self) -> i64 {
        i64::from(*self)
    }
}

impl Whole for u16 {
    fn whole(&self) -> i64 {
        i64::from(*self)
    }
}

impl Whole for u32 {
    fn whole(&self) -> i64 {
        i64::from(*self)
    }
}

impl Whole for u64 {
    fn whole(&self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
}

impl Whole for usize {
    fn whole(&self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
}

impl<T: Whole + ?Sized> Whole for &T {
    fn whole(&self) -> i64 {
        (**self).whole()
    }
}
