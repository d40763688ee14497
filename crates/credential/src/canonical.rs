//! JSON-LD read as the rest of the world reads it, in canonical N-Quads (RDFC-1.0). Knows two contexts by heart and fetches none.

use std::collections::BTreeSet;

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::{
    Dataset, GraphName, NamedOrBlankNode, Quad, Term,
    dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm},
};

use crate::shape::{CREDENTIALS, OPEN_BADGES};

const CONTEXTS: &[(&str, &str)] = &[
    (CREDENTIALS, include_str!("../contexts/credentials-v2.json")),
    (OPEN_BADGES, include_str!("../contexts/open-badges-3.0.3.json")),
];

const MOST_BYTES: usize = 2 * 1024 * 1024;
const MOST_STATEMENTS: usize = 2_000;
/// Numbering things without an id can take time beyond all bounds ("poison graphs"); of ours there are three.
const MOST_UNNAMED: usize = 12;

/// None when it is not JSON-LD, asks for another context or goes beyond the limits.
pub(crate) fn canonical(document: &str) -> Option<String> {
    if document.len() > MOST_BYTES {
        return None;
    }
    let parser = JsonLdParser::new().for_slice(document).with_load_document_callback(|address, _| {
        let known = CONTEXTS.iter().find(|it| it.0 == address).ok_or("no context is fetched")?;
        Ok(JsonLdRemoteDocument { document: known.1.as_bytes().to_vec(), document_url: address.to_owned() })
    });
    let quads: Vec<Quad> = parser.take(MOST_STATEMENTS + 1).collect::<Result<_, _>>().ok()?;
    if quads.len() > MOST_STATEMENTS || unnamed(&quads) > MOST_UNNAMED {
        return None;
    }
    let mut dataset: Dataset = quads.iter().collect();
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm: CanonicalizationHashAlgorithm::Sha256 });
    let mut lines: Vec<String> = dataset.iter().map(|it| format!("{it} .\n")).collect();
    lines.sort_unstable();
    Some(lines.concat())
}

fn unnamed(quads: &[Quad]) -> usize {
    let mut found = BTreeSet::new();
    for quad in quads {
        if let NamedOrBlankNode::BlankNode(it) = &quad.subject {
            found.insert(it.as_str());
        }
        if let Term::BlankNode(it) = &quad.object {
            found.insert(it.as_str());
        }
        if let GraphName::BlankNode(it) = &quad.graph_name {
            found.insert(it.as_str());
        }
    }
    found.len()
}
