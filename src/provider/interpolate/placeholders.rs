//! Which values a template asks for.

use super::template::{self, Mode, Node};

/// The names of a template's placeholders, in order, those inside functions too.
#[must_use]
pub fn placeholders(template: &str) -> Vec<&str> {
    let mut names = Vec::new();
    gather(&template::parse(template, Mode::Flat), &mut names);
    names
}

fn gather<'t>(nodes: &[Node<'t>], names: &mut Vec<&'t str>) {
    for node in nodes {
        match node {
            Node::Text(_) => {}
            Node::Name(name) => names.push(name),
            Node::Call { arguments, .. } => gather(arguments, names),
        }
    }
}
