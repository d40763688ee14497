//! Memory after many documents: the compiler would keep half a megabyte of each. In a process of its own, for its own figure.

use std::{fs, num::NonZeroUsize};

use document::{Press, Setup, Sheet};

#[test]
fn memory_does_not_grow_with_the_number_of_certificates() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime starts");
    let press = Press::start(&Setup { threads: NonZeroUsize::MIN, ..Setup::default() }).expect("threads start");
    let sheet: Sheet = serde_json::from_str(include_str!("../src/samples/least.json")).expect("a sheet");
    let short = "#import \"/parts.typ\": *\n= #sheet.heading\n#sheet.person.name #qr()";
    let template = runtime.block_on(press.adopt(short.to_owned())).expect("the template works");
    let print = |numbers: std::ops::Range<usize>| {
        for number in numbers {
            let mut sheet = sheet.clone();
            sheet.person.name = format!("Peserta {number}");
            sheet.verification = format!("https://guyub.example/v/{number}");
            runtime.block_on(press.certificate(&template, sheet)).expect("drawn");
        }
        resident_kilobytes()
    };

    let after_some = print(0..20);
    let after_many = print(20..120);

    assert!(after_many < after_some + 6_000, "{after_some} KB after 20, {after_many} KB after 120");
}

fn resident_kilobytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("a line").to_owned();
    line.split_whitespace().nth(1).and_then(|it| it.parse().ok()).expect("a number")
}
