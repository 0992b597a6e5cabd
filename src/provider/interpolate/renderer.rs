//! Puts values into parsed templates, and chooses between the two sides of `||`.

use zeroize::Zeroizing;

use super::{
    context::Context,
    rendered::Rendered,
    template::{Mode, Node, cut, trim},
};

/// Fills templates from one context, by the rules of one mode.
#[derive(Clone, Copy)]
pub(super) struct Renderer<'a> {
    context: Context<'a>,
    mode: Mode,
    in_function: bool,
}

impl<'a> Renderer<'a> {
    pub(super) const fn new(context: Context<'a>, mode: Mode) -> Self {
        Self { context, mode, in_function: false }
    }

    pub(super) const fn inside_function(self) -> Self {
        Self { in_function: true, ..self }
    }

    pub(super) const fn context(&self) -> Context<'a> {
        self.context
    }

    /// Fills all nodes; `||` is text.
    pub(super) fn render(&self, nodes: &[Node<'_>]) -> Rendered {
        let mut rendered = Rendered::default();
        for node in nodes {
            self.render_node(node, &mut rendered);
        }
        rendered
    }

    /// Fills the left side of `||` if it holds anything, else the right one.
    pub(super) fn render_with_fallback(&self, nodes: &[Node<'_>]) -> Rendered {
        let Some((left, right)) = split_fallback(nodes) else {
            return self.render(nodes);
        };
        let left = self.render(&left);
        if left.changed && !left.text.is_empty() { left } else { self.render(&right) }
    }

    /// The text for a name or a call; `None` where it has no value.
    pub(super) fn value(&self, node: &Node<'_>) -> Option<Zeroizing<String>> {
        match node {
            Node::Text(text) => Some(Zeroizing::new((*text).to_owned())),
            Node::Name(name) => {
                let text = self.context.lookup(name, self.mode, self.in_function)?;
                Some(Zeroizing::new(text.into_owned()))
            }
            Node::Call { function, arguments, .. } => function.apply(arguments, self),
        }
    }

    fn render_node(&self, node: &Node<'_>, into: &mut Rendered) {
        match (self.value(node), node) {
            (Some(text), _) => {
                into.changed |= !matches!(node, Node::Text(_));
                into.text.push_str(&text);
            }
            (None, Node::Name(name)) => {
                into.unresolved.push((*name).to_owned());
                for part in ["${", name, "}"] {
                    into.text.push_str(part);
                }
            }
            (None, Node::Call { source, .. } | Node::Text(source)) => {
                into.unresolved.push((*source).to_owned());
                into.text.push_str(source);
            }
        }
    }
}

/// The two sides of the first `||` of the template, trimmed; whatever follows a second `||` is ignored.
pub(super) fn split_fallback<'t>(nodes: &[Node<'t>]) -> Option<(Vec<Node<'t>>, Vec<Node<'t>>)> {
    let (left, rest) = split_once(nodes)?;
    let right = split_once(&rest).map_or(rest, |(second, _)| second);
    Some((trim(left), trim(right)))
}

fn split_once<'t>(nodes: &[Node<'t>]) -> Option<(Vec<Node<'t>>, Vec<Node<'t>>)> {
    let (index, offset) = nodes.iter().enumerate().find_map(|(index, node)| match node {
        Node::Text(text) => text.find("||").map(|offset| (index, offset)),
        _ => None,
    })?;
    Some(cut(nodes, index, offset, 2))
}
