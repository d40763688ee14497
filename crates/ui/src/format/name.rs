//! Initials of people whose names carry titles before and after. It does not guess at anything else in a name.

/// `AN` of "Dr. Hj. Andi Nurfaidah Mappangara, S.E., M.Si.": titles are what ends in a point or follows a comma.
pub fn initials(name: &str) -> String {
    let bare = name.split(',').next().unwrap_or(name);
    let words = || bare.split_whitespace().filter(|word| !word.ends_with('.') || word.chars().count() <= 2);
    let letters: String = words().filter_map(|word| word.chars().find(|c| c.is_alphanumeric())).take(2).collect();
    letters.to_uppercase()
}
