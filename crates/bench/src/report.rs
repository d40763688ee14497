//! What was found, as Markdown: one row per figure with the other side of its ratio. Not the measuring.

/// One figure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finding {
    pub(crate) what: String,
    pub(crate) figure: String,
    /// What it was measured beside, in the same run.
    pub(crate) beside: String,
    pub(crate) ratio: String,
    pub(crate) goal: &'static str,
    pub(crate) remark: String,
}

impl Finding {
    pub(crate) fn of(what: impl Into<String>, figure: impl Into<String>) -> Finding {
        Finding { what: what.into(), figure: figure.into(), ..Finding::default() }
    }

    pub(crate) fn beside(mut self, beside: impl Into<String>, ratio: f64) -> Finding {
        self.beside = beside.into();
        self.ratio = format!("{:.0} %", ratio * 100.0);
        self
    }

    pub(crate) fn goal(mut self, goal: &'static str) -> Finding {
        self.goal = goal;
        self
    }

    pub(crate) fn remark(mut self, remark: impl Into<String>) -> Finding {
        self.remark = remark.into();
        self
    }

    fn row(&self) -> String {
        let cells = [&self.what, &self.figure, &self.beside, &self.ratio, self.goal, &self.remark].map(|it| it.replace('|', "/"));
        format!("| {} |\n", cells.join(" | "))
    }
}

/// A table under a heading.
pub(crate) fn table(heading: &str, findings: &[Finding]) -> String {
    let rows: String = findings.iter().map(Finding::row).collect();
    format!("\n### {heading}\n\n| what | measured | beside | ratio | goal | remark |\n|---|---|---|---|---|---|\n{rows}")
}

/// 12345.6 as "12.346".
pub(crate) fn number(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (at, it) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(it);
    }
    out
}

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([999.0, 1_000.0, 1_234_567.4].map(number), ["999", "1.000", "1.234.567"]);
    }

    #[test]
    fn the_median_is_one_of_the_values() {
        assert_eq!(median(vec![9.0, 1.0, 3.0]), 3.0);
        assert_eq!(median(Vec::new()), 0.0);
    }

    #[test]
    fn a_table_has_a_row_per_finding() {
        let found = Finding::of("page", "1.000/s").beside("2.000/s", 0.5).goal(">= 70 %").remark("a|b");

        assert!(table("SQLite", &[found]).ends_with("| page | 1.000/s | 2.000/s | 50 % | >= 70 % | a/b |\n"));
    }
}
