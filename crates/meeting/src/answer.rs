//! XML as BigBlueButton answers, read into a small tree within limits. Entities of a document's own are not known, so none can grow.

use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesRef, Event},
};

use crate::Trouble;

const DEEPEST: usize = 16;
const MOST_NODES: usize = 200_000;

#[derive(Debug, Default)]
pub(crate) struct Node {
    name: String,
    text: String,
    children: Vec<Node>,
}

/// The answer to a call that succeeded, or why it did not.
pub(crate) fn answer(text: &str) -> Result<Node, Trouble> {
    let node = read(text).filter(|it| it.name == "response").ok_or(Trouble::NotUnderstood)?;
    match node.of("returncode") {
        "SUCCESS" => Ok(node),
        "FAILED" => Err(Trouble::Refused(key(node.of("messageKey")))),
        _ => Err(Trouble::NotUnderstood),
    }
}

/// A key as the API promises it; whatever else stands there is not repeated.
fn key(text: &str) -> String {
    let is_key = (1..=60).contains(&text.len()) && text.chars().all(|it| it.is_ascii_alphanumeric());
    if is_key { text.to_owned() } else { "unknown".to_owned() }
}

impl Node {
    /// The text of the first child of that name.
    pub(crate) fn of(&self, name: &str) -> &str {
        self.child(name).map_or("", |it| it.text.trim())
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|it| it.name == name)
    }

    /// Children of that name of the child of the first name: `attendees`, `attendee`.
    pub(crate) fn all<'a>(&'a self, list: &str, name: &'a str) -> impl Iterator<Item = &'a Node> {
        let children = self.child(list).map_or(&[][..], |it| &it.children);
        children.iter().filter(move |it| it.name == name)
    }
}

fn read(text: &str) -> Option<Node> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Node> = vec![Node::default()];
    let mut nodes = 0;
    loop {
        let event = reader.read_event().ok()?;
        nodes += 1;
        if nodes > MOST_NODES || open.len() > DEEPEST {
            return None;
        }
        match event {
            Event::Start(it) => open.push(named(it.local_name().as_ref())),
            Event::Empty(it) => open.last_mut()?.children.push(named(it.local_name().as_ref())),
            Event::End(_) if open.len() > 1 => {
                let closed = open.pop()?;
                open.last_mut()?.children.push(closed);
            }
            Event::Text(it) => open.last_mut()?.text.push_str(&it.xml10_content()),
            Event::CData(it) => open.last_mut()?.text.push_str(&it.xml10_content()),
            Event::GeneralRef(it) => open.last_mut()?.text.push_str(&resolved(&it)?),
            Event::DocType(_) => return None,
            Event::Eof => break,
            _ => {}
        }
    }
    if open.len() == 1 { open.pop()?.children.pop() } else { None }
}

fn named(name: &str) -> Node {
    Node { name: name.to_owned(), ..Node::default() }
}

fn resolved(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref().ok()? {
        Some(character) => Some(character.to_string()),
        None => resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_out_as_they_were_meant() {
        let text = "<?xml version=\"1.0\"?><response>\n<returncode>SUCCESS</returncode>\
            <meetingName>Anton G&apos;s &lt;Room&gt; &#233;</meetingName><message><![CDATA[a & b]]></message>\
            <attendees><attendee><userID>x</userID></attendee><attendee/></attendees></response>";

        let node = answer(text).unwrap();

        assert_eq!((node.of("meetingName"), node.of("message")), ("Anton G's <Room> é", "a & b"));
        assert_eq!(node.all("attendees", "attendee").map(|it| it.of("userID")).collect::<Vec<_>>(), ["x", ""]);
    }

    #[test]
    fn a_refusal_names_its_key_and_no_more() {
        let refused = |key: &str| {
            let text = format!("<response><returncode>FAILED</returncode><messageKey>{key}</messageKey></response>");
            answer(&text).unwrap_err().to_string()
        };

        assert!(refused("checksumError").contains("checksumError"));
        assert!(refused("&lt;script&gt;").contains("unknown"));
    }

    #[test]
    fn what_is_no_answer_is_not_understood() {
        let deep = format!("{}{}", "<a>".repeat(40), "</a>".repeat(40));
        let bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\">]><response><returncode>&a;</returncode></response>";
        for text in ["", "ok", "<html></html>", "<response>", "<response></respons>", "<response/>", &deep, bomb] {
            assert!(matches!(answer(text), Err(Trouble::NotUnderstood)), "{text:.60}");
        }
    }
}
