//! Two thousand made-up civil servants type their names in every way seen, and nobody is taken for somebody else.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;
use crate::report::matching::{Register, Registered, Verdict};

struct Person {
    nip: String,
    before: String,
    name: String,
    after: String,
}

/// None, with a message, where the shared data is not at hand.
fn people() -> Option<Vec<Person>> {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("GUYUB_SHARED").map_or_else(|| workspace.join("../shared"), PathBuf::from);
    let path = shared.join("data/pegawai-contoh.csv");
    let Ok(file) = std::fs::File::open(&path) else {
        eprintln!("skipped: no {} (set GUYUB_SHARED)", path.display());
        return None;
    };
    let mut reader = csv::Reader::from_reader(file);
    let headings = reader.headers().unwrap().clone();
    let column = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let (nip, before, name, after) = (column("nip"), column("gelar_depan"), column("nama"), column("gelar_belakang"));
    let person = |row: csv::StringRecord| Person {
        nip: row[nip].to_owned(),
        before: row[before].to_owned(),
        name: row[name].to_owned(),
        after: row[after].to_owned(),
    };
    Some(reader.records().map(|row| person(row.unwrap())).collect())
}

fn registered(people: &[Person]) -> Vec<Registered> {
    let known = |person: &Person| Registered {
        id: person.nip.clone(),
        name_plain: person.name.clone(),
        nip: Some(person.nip.clone()),
        ..Registered::default()
    };
    people.iter().map(known).collect()
}

/// The ways to type a name, with whether each carries the NIP.
fn typings(person: &Person) -> Vec<(&'static str, String)> {
    let Person { nip, before, name, after } = person;
    let full = [before.as_str(), name.as_str()].join(" ").trim().to_owned();
    let titled = if after.is_empty() { full } else { format!("{full}, {after}") };
    let undotted = format!("{name} {}", after.replace([',', '.'], ""));
    let first_words = name.rsplit_once(' ').map_or(name.as_str(), |(first, _)| first);
    vec![
        ("as registered", name.clone()),
        ("in capitals", name.to_uppercase()),
        ("with titles", titled.clone()),
        ("titles without dots", undotted),
        ("capitals and titles", titled.to_uppercase()),
        ("NIP_name_office", format!("{nip}_{name}_Dinkes")),
        ("office_name", format!("BPS Mamuju_{titled}")),
        ("office - name", format!("Dinkes - {name}")),
        ("number_name", format!("1_{name}")),
        ("name (device)", format!("{titled} (Galaxy A14)")),
        ("device name", format!("iPhone {name}")),
        ("name, office", format!("{name}, KPPN Mamuju")),
        ("no apostrophe", name.replace(['\'', '’'], "")),
        ("curly apostrophe", name.replace('\'', "’")),
        ("double spaces", name.replace(' ', "  ")),
        ("invisible letters", name.replace(' ', " \u{200b}\u{202e}")),
        ("last word dropped", first_words.to_owned()),
        ("one letter wrong", name.replacen('a', "e", 1)),
        ("office without mark", format!("Dinkes {name}")),
    ]
}

/// How many typings of each kind were matched, of how many; panics at the first wrong person.
fn shares(people: &[Person], register: &Register<'_>) -> BTreeMap<&'static str, (u32, u32)> {
    let mut shares: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for person in people {
        for (kind, typed) in typings(person) {
            let row = Row { line: 1, name: typed.clone(), ..Row::default() };
            let (matched, all) = shares.entry(kind).or_default();
            *all += 1;
            if let Verdict::Matched { registration, .. } = register.verdict(&row) {
                assert_eq!(registration, person.nip, "{kind}: {typed} is {}", person.name);
                *matched += 1;
            }
        }
    }
    shares
}

fn tell(title: &str, shares: &BTreeMap<&str, (u32, u32)>) {
    eprintln!("{title}");
    for (kind, (matched, all)) in shares {
        eprintln!("  {:5.1} % {kind}", f64::from(*matched) * 100.0 / f64::from(*all));
    }
}

#[test]
fn when_all_of_them_are_registered_nobody_is_taken_for_another() {
    let Some(people) = people() else { return };
    let registered = registered(&people);

    let shares = shares(&people, &Register::of(&registered));

    tell("all 2.000 registered:", &shares);
    assert_eq!(shares["NIP_name_office"].0, people.len() as u32);
    // Only namesakes and short forms stay open, whatever stands around the name.
    for kind in ["in capitals", "with titles", "office_name", "number_name", "name (device)", "device name", "invisible letters"]
    {
        assert_eq!(shares[kind], shares["as registered"], "{kind}");
    }
}

#[test]
fn an_activity_of_ordinary_size_matches_nearly_everyone() {
    let Some(people) = people() else { return };
    let invited: Vec<Person> = people.into_iter().step_by(17).collect();
    let registered = registered(&invited);

    let shares = shares(&invited, &Register::of(&registered));

    tell(&format!("{} registered:", invited.len()), &shares);
    let (matched, all) = shares["with titles"];
    assert!(matched * 100 >= all * 85, "{matched} of {all}");
}

#[test]
fn strangers_are_not_taken_for_the_registered() {
    let Some(people) = people() else { return };
    let (strangers, invited): (Vec<_>, Vec<_>) = people.into_iter().enumerate().partition(|(index, _)| index % 17 != 0);
    let invited: Vec<Person> = invited.into_iter().map(|(_, person)| person).collect();
    let names: Vec<String> = invited.iter().map(|person| crate::report::names::plain(&person.name)).collect();
    let registered = registered(&invited);
    let register = Register::of(&registered);

    let mut wrong = Vec::new();
    for (_, stranger) in strangers.iter().filter(|(_, stranger)| !names.contains(&crate::report::names::plain(&stranger.name))) {
        for (kind, typed) in
            typings(stranger).into_iter().filter(|(kind, _)| *kind != "last word dropped" && *kind != "one letter wrong")
        {
            let row = Row { line: 1, name: typed.clone(), ..Row::default() };
            if let Verdict::Matched { registration, .. } = register.verdict(&row) {
                wrong.push(format!("{kind}: {typed} taken for {registration}"));
            }
        }
    }

    assert_eq!(wrong, Vec::<String>::new());
}
