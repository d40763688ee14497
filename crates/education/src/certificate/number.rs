//! Number patterns: `{urut}/SERT/{instansi}/{bulan-romawi}/{tahun}`. Which sequence comes next is not decided here.

use jiff::civil::Date;

/// Longest pattern, in characters.
const LONGEST: usize = 80;
const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// A pattern that has a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// With zeros in front up to this width.
    Sequence(usize),
    Month,
    RomanMonth,
    Year,
    Agency,
}

/// Why a pattern is refused; each has its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    Empty,
    TooLong,
    /// Without it all would have the same number.
    NoSequence,
    TwoSequences,
    UnknownPlaceholder,
}

impl Pattern {
    pub(crate) fn read(text: &str) -> Result<Pattern, Wrong> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Wrong::Empty);
        }
        if text.chars().count() > LONGEST {
            return Err(Wrong::TooLong);
        }
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').filter(|_| !before.contains('}')).ok_or(Wrong::UnknownPlaceholder)?;
            pieces.extend([Piece::Text(before.to_owned()), Piece::named(name).ok_or(Wrong::UnknownPlaceholder)?]);
            rest = behind;
        }
        if rest.contains('}') {
            return Err(Wrong::UnknownPlaceholder);
        }
        pieces.push(Piece::Text(rest.to_owned()));
        match pieces.iter().filter(|it| matches!(it, Piece::Sequence(_))).count() {
            0 => Err(Wrong::NoSequence),
            1 => Ok(Pattern(pieces)),
            _ => Err(Wrong::TwoSequences),
        }
    }

    /// The number with that sequence, for the day of signing and the agency that numbers.
    pub(crate) fn number(&self, sequence: i64, day: Date, agency: &str) -> String {
        self.0.iter().map(|it| it.written(sequence, day, agency)).collect()
    }

    /// What a sequence counts in: the agency by its code, and the pattern with its year, so that counting begins anew with a year
    /// that shows in the number and goes on for ever otherwise.
    pub(crate) fn series(&self, day: Date, agency_id: &str) -> String {
        let pattern: String = self.0.iter().map(|it| it.in_series(day)).collect();
        format!("{agency_id} {pattern}")
    }
}

impl Piece {
    fn named(name: &str) -> Option<Piece> {
        match name {
            "urut" => Some(Piece::Sequence(1)),
            "bulan" => Some(Piece::Month),
            "bulan-romawi" => Some(Piece::RomanMonth),
            "tahun" => Some(Piece::Year),
            "instansi" => Some(Piece::Agency),
            _ => {
                let width = name.strip_prefix("urut:")?.parse().ok()?;
                (1..=9).contains(&width).then_some(Piece::Sequence(width))
            }
        }
    }

    fn written(&self, sequence: i64, day: Date, agency: &str) -> String {
        match self {
            Piece::Text(text) => text.clone(),
            Piece::Sequence(width) => format!("{sequence:0width$}"),
            Piece::Month => format!("{:02}", day.month()),
            Piece::RomanMonth => MONTHS[usize::from(day.month().unsigned_abs() - 1) % 12].to_owned(),
            Piece::Year => day.year().to_string(),
            Piece::Agency => agency.to_owned(),
        }
    }

    fn in_series(&self, day: Date) -> String {
        match self {
            Piece::Text(text) => text.clone(),
            Piece::Sequence(_) => "{urut}".to_owned(),
            Piece::Month | Piece::RomanMonth => "{bulan}".to_owned(),
            Piece::Year => day.year().to_string(),
            Piece::Agency => "{instansi}".to_owned(),
        }
    }
}

impl Wrong {
    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Wrong::Empty => "certificate-pattern-empty",
            Wrong::TooLong => "certificate-pattern-too-long",
            Wrong::NoSequence => "certificate-pattern-no-sequence",
            Wrong::TwoSequences => "certificate-pattern-two-sequences",
            Wrong::UnknownPlaceholder => "certificate-pattern-unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn number(pattern: &str, sequence: i64) -> String {
        Pattern::read(pattern).unwrap().number(sequence, date(2025, 8, 26), "KPPN Mamuju")
    }

    #[test]
    fn placeholders_are_filled_in() {
        assert_eq!(number("{urut}/SERT/KPPN.2401/{bulan-romawi}/{tahun}", 12), "12/SERT/KPPN.2401/VIII/2025");
        assert_eq!(number("S-{urut:4}/{instansi}/{bulan}.{tahun}", 12), "S-0012/KPPN Mamuju/08.2025");
        assert_eq!(number("{urut:4}", 12_345), "12345");
    }

    #[test]
    fn a_pattern_must_tell_certificates_apart() {
        assert_eq!(Pattern::read("SERT/{tahun}"), Err(Wrong::NoSequence));
        assert_eq!(Pattern::read("{urut}/{urut:3}"), Err(Wrong::TwoSequences));
        assert_eq!(Pattern::read("{urut}/{bulanan}"), Err(Wrong::UnknownPlaceholder));
        assert_eq!(Pattern::read("{urut"), Err(Wrong::UnknownPlaceholder));
        assert_eq!(Pattern::read("urut}/{urut}"), Err(Wrong::UnknownPlaceholder));
        assert_eq!(Pattern::read("{urut:0}"), Err(Wrong::UnknownPlaceholder));
        assert_eq!(Pattern::read("  "), Err(Wrong::Empty));
        assert_eq!(Pattern::read(&format!("{{urut}}{}", "x".repeat(90))), Err(Wrong::TooLong));
    }

    #[test]
    fn counting_begins_anew_with_the_year_and_not_with_the_month() {
        let pattern = Pattern::read("{urut}/SERT/{bulan-romawi}/{tahun}").unwrap();
        let series = |day| pattern.series(day, "kemenkeu.djpb.kppn-mamuju");

        assert_eq!(series(date(2025, 1, 31)), series(date(2025, 12, 31)));
        assert_ne!(series(date(2025, 12, 31)), series(date(2026, 1, 1)));
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in ".{0,90}") {
            let _ = Pattern::read(&text);
        }

        #[test]
        fn two_sequences_never_share_a_number(
            before in "[A-Z0-9/.-]{0,8}", after in "[A-Z0-9/.-]{0,8}", width in 1..9_usize, one in 1..1_000_000_i64, other in 1..1_000_000_i64,
        ) {
            prop_assume!(one != other);
            let pattern = format!("{before}{{urut:{width}}}{after}");

            prop_assert_ne!(number(&pattern, one), number(&pattern, other));
        }
    }
}
