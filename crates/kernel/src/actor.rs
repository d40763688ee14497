//! Whoever is asking: what they may read (labels) and what they may do (duties at nodes of a tree). Not how they proved it.

use serde::Serialize;

#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub id: String,
    pub name: String,
    /// The node of the tree they belong to.
    pub home: String,
    /// WIB, WITA or WIT.
    pub zone: String,
    /// An object may be read when its labels and these meet.
    pub labels: Vec<String>,
    pub duties: Vec<Duty>,
    pub way: Way,
}

/// What someone may do at a node and everything below it.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Duty {
    pub kind: String,
    pub node: String,
}

/// The way in.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    Session { id: String },
    Token { id: String, scopes: Vec<String> },
}

impl Actor {
    /// Whether one of these duties is held at any of the nodes: pass a node together with its ancestors.
    pub fn holds(&self, kinds: &[&str], nodes: &[String]) -> bool {
        self.duties.iter().any(|it| kinds.contains(&it.kind.as_str()) && nodes.contains(&it.node))
    }

    /// Whether the duty is held anywhere.
    pub fn holds_somewhere(&self, kind: &str) -> bool {
        self.duties.iter().any(|it| it.kind == kind)
    }

    pub fn may_read(&self, labels: &[String]) -> bool {
        labels.iter().any(|it| self.labels.contains(it))
    }

    /// Tokens do no more than their scopes say, e.g. `education:write`; a session may do all that its person may.
    pub fn has_scope(&self, scope: &str) -> bool {
        match &self.way {
            Way::Session { .. } => true,
            Way::Token { scopes, .. } => scopes.iter().any(|it| it == scope),
        }
    }
}
