//! The arithmetic of indexes on the scale from 1 to 4 (PermenPANRB 14/2017, annex): means, weights, conversion, categories, in whole
//! numbers throughout. Pure, and free of any noun but these: a survey of services computes the same way.

#[cfg(test)]
mod tests;

/// What was given for one element: how many answers, and their sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) sum: u64,
    /// At least 1, at most 2^31.
    pub(crate) answers: u64,
}

/// What one element weighs in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// 1/n for n elements: what the regulation means.
    Exact,
    /// A weight as some reports print it, in thousandths: 111 for 0,111 and 110 for 0,11.
    #[cfg_attr(not(test), allow(dead_code))]
    Thousandths(u64),
}

/// An index in hundredths of 1 to 4, and its conversion in hundredths of 25 to 100. Each is rounded, half up, from the exact value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Index {
    pub(crate) hundredths: i64,
    pub(crate) conversion: i64,
}

/// Where a category begins on the conversion, in hundredths. A table's classes go up to the beginning of the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) begins_at: i64,
    pub(crate) letter: String,
    pub(crate) name: String,
}

/// The conversion is the index times this.
const CONVERSION: u128 = 25;

/// The index of some elements; nothing without any, or where one has no answers.
pub(crate) fn index(elements: &[Element], weight: Weight) -> Option<Index> {
    let weighted = Weighted::of(elements, weight)?;
    Some(Index { hundredths: weighted.rounded(100), conversion: weighted.rounded(100 * CONVERSION) })
}

/// The class of a conversion that is rounded to hundredths. Classes may come in any order.
pub(crate) fn class_of(classes: &[Class], conversion: i64) -> Option<&Class> {
    classes.iter().filter(|it| it.begins_at <= conversion).max_by_key(|it| it.begins_at)
}

/// A weighted sum of means, kept as fractions.
struct Weighted<'a> {
    elements: &'a [Element],
    over: u128,
    under: u128,
}

impl<'a> Weighted<'a> {
    fn of(elements: &'a [Element], weight: Weight) -> Option<Weighted<'a>> {
        if elements.is_empty() || elements.iter().any(|it| it.answers == 0) {
            return None;
        }
        let (over, under) = match weight {
            Weight::Exact => (1, elements.len() as u128),
            Weight::Thousandths(it) => (u128::from(it), 1000),
        };
        Some(Weighted { elements, over, under })
    }

    /// The value times `scale`, rounded half up: the whole part of (2 * value * scale + 1) / 2.
    fn rounded(&self, scale: u128) -> i64 {
        let doubled = whole_sum(self.elements.iter().map(|it| {
            let over = 2 * scale * self.over * u128::from(it.sum);
            (over, u128::from(it.answers))
        }));
        i64::try_from((doubled + self.under) / (2 * self.under)).unwrap_or(i64::MAX)
    }
}

/// Bits after the point that rests of divisions are compared with.
const BITS: u32 = 92;

/// The whole part of a sum of fractions, without their common denominator, which may be beyond any number at hand. Rests are summed
/// in steps of 2^-92; when that leaves open whether they reach the next whole number, they do: a sum that only comes near one stays away from it
/// by at least 1/(common denominator).
fn whole_sum(fractions: impl Iterator<Item = (u128, u128)>) -> u128 {
    let (mut whole, mut rests, mut count) = (0, 0_u128, 0_u128);
    for (over, under) in fractions {
        whole += over / under;
        let rest = over % under;
        rests += (rest << BITS) / under;
        count += u128::from(!(rest << BITS).is_multiple_of(under));
    }
    whole + ((rests + count) >> BITS)
}
