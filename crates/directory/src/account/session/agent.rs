//! Which program and system a visitor says they use, as names people know. A claim: good for recognising, not for deciding.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Agent {
    /// "Chrome"; nothing when unknown.
    pub(crate) program: Option<&'static str>,
    /// "Android"; nothing when unknown.
    pub(crate) system: Option<&'static str>,
}

/// Those that also claim to be another stand before it.
const PROGRAMS: &[(&str, &str)] = &[
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("OPiOS/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("UCBrowser/", "UC Browser"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
    ("python", "Python"),
];
const SYSTEMS: &[(&str, &str)] = &[
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
];

impl Agent {
    pub(crate) fn read(claim: &str) -> Agent {
        let first = |known: &[(&'static str, &'static str)]| known.iter().find(|it| claim.contains(it.0)).map(|it| it.1);
        Agent { program: first(PROGRAMS), system: first(SYSTEMS) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(claim: &str, program: &'static str, system: &'static str) {
        assert_eq!(Agent::read(claim), Agent { program: Some(program), system: Some(system) }, "{claim}");
    }

    #[test]
    fn the_usual_ones_are_known() {
        reads(
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36",
            "Chrome",
            "Android",
        );
        reads(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Safari/537.36 Edg/129.0",
            "Edge",
            "Windows",
        );
        reads(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari",
            "iPhone",
        );
        reads("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox", "Linux");
        reads(
            "Mozilla/5.0 (Linux; Android 13; SM-A536) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
            "Samsung Internet",
            "Android",
        );
    }

    #[test]
    fn nothing_of_an_unknown_claim_is_shown() {
        assert_eq!(Agent::read("<script>alert(1)</script>"), Agent { program: None, system: None });
        assert_eq!(Agent::read(""), Agent { program: None, system: None });
    }
}
