//! From text to components: line ends, folding, names, parameters, nesting (RFC 5545 section 3.1). It does not know what a property means.

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    pub name: String,
    pub properties: Vec<Property>,
    pub children: Vec<Component>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    pub name: String,
    /// Names and values, quotes taken off.
    pub parameters: Vec<(String, String)>,
    /// As written, still escaped.
    pub value: String,
}

impl Component {
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    pub fn one(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }
}

impl Property {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The components at the top of the document.
pub(super) fn read(text: &str, found: &mut Vec<String>) -> Vec<Component> {
    let mut open = vec![Component { name: String::new(), properties: Vec::new(), children: Vec::new() }];
    for line in unfold(text, found) {
        match property(&line) {
            Ok(property) => place(property, &mut open, found),
            Err(reason) => found.push(format!("{reason}: {line}")),
        }
    }
    while open.len() > 1 {
        found.push(format!("{} is not ended", open[open.len() - 1].name));
        close(&mut open);
    }
    open.remove(0).children
}

fn place(property: Property, open: &mut Vec<Component>, found: &mut Vec<String>) {
    let inside = open.len() - 1;
    match property.name.as_str() {
        "BEGIN" => open.push(Component { name: property.value, properties: Vec::new(), children: Vec::new() }),
        "END" if inside == 0 => found.push(format!("END of {} without BEGIN", property.value)),
        "END" => {
            if open[inside].name != property.value {
                found.push(format!("END of {} inside {}", property.value, open[inside].name));
            }
            close(open);
        }
        _ if inside == 0 => found.push(format!("{} outside of a calendar", property.name)),
        _ => {
            if open[inside].name == "VCALENDAR" && !open[inside].children.is_empty() {
                found.push(format!("{} of the calendar after its components", property.name));
            }
            open[inside].properties.push(property);
        }
    }
}

fn close(open: &mut Vec<Component>) {
    if let Some(component) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(component);
    }
}

fn unfold(text: &str, found: &mut Vec<String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let Some(text) = text.strip_suffix("\r\n") else {
        found.push("document does not end with CRLF".to_owned());
        return lines;
    };
    for line in text.split("\r\n") {
        if line.contains(['\r', '\n']) {
            found.push(format!("line break other than CRLF: {line:?}"));
        }
        if line.len() > 75 {
            found.push(format!("line of {} octets: {line}", line.len()));
        }
        if line.chars().any(|character| character.is_control() && !['\t', '\r', '\n'].contains(&character)) {
            found.push(format!("control character: {line:?}"));
        }
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(before)) => before.push_str(rest),
            (Some(_), None) => found.push("first line is a continuation".to_owned()),
            (None, _) => lines.push(line.to_owned()),
        }
    }
    lines
}

fn property(line: &str) -> Result<Property, &'static str> {
    let (name, mut rest) = named(line, "no property name")?;
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let (key, after) = named(after, "no parameter name")?;
        let after = after.strip_prefix('=').ok_or("parameter without value")?;
        let (value, after) = parameter_value(after)?;
        if parameters.iter().any(|(known, _)| *known == key) {
            return Err("parameter twice");
        }
        parameters.push((key, value));
        rest = after;
    }
    let value = rest.strip_prefix(':').ok_or("no colon after the name")?;
    Ok(Property { name, parameters, value: value.to_owned() })
}

fn named<'a>(text: &'a str, otherwise: &'static str) -> Result<(String, &'a str), &'static str> {
    let end = text.find(|character: char| !character.is_ascii_alphanumeric() && character != '-').unwrap_or(text.len());
    if end == 0 {
        return Err(otherwise);
    }
    Ok((text[..end].to_owned(), &text[end..]))
}

fn parameter_value(text: &str) -> Result<(String, &str), &'static str> {
    if let Some(quoted) = text.strip_prefix('"') {
        let (value, after) = quoted.split_once('"').ok_or("quote is not closed")?;
        if !after.starts_with([';', ':']) {
            return Err("text after the closing quote");
        }
        return Ok((value.to_owned(), after));
    }
    let end = text.find([';', ':', ',', '"']).unwrap_or(text.len());
    if text[end..].starts_with([',', '"']) {
        return Err("parameter value needs quotes");
    }
    Ok((text[..end].to_owned(), &text[end..]))
}
