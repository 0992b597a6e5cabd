//! The grammar: text, `${name}`, `${function(…)}`. Owns where each of them begins and ends.

use super::function::Function;

/// Which of the two interpolators fills the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Exact names first, `fingerprint` known, `||` plain text.
    Flat,
    /// Dotted paths first, `||` chooses.
    Path,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node<'t> {
    Text(&'t str),
    /// The name between `${` and `}`.
    Name(&'t str),
    Call {
        function: Function,
        arguments: Vec<Node<'t>>,
        source: &'t str,
    },
}

/// Deeper nesting is plain text; definitions nest two deep.
const MAX_DEPTH: u8 = 6;

/// Splits a template into its pieces. Nothing is an error: what is no placeholder is text.
pub(super) fn parse(template: &str, mode: Mode) -> Vec<Node<'_>> {
    let mut parser = Parser { input: template, at: 0, mode, calls_can_close: true };
    parser.sequence(0).unwrap_or_default()
}

struct Parser<'t> {
    input: &'t str,
    at: usize,
    mode: Mode,
    /// False once a call was found without an end: then no later one has an end either.
    calls_can_close: bool,
}

impl<'t> Parser<'t> {
    /// Reads up to the end of the input (depth 0) or to the `)}` that ends a call; `None` if that is missing.
    fn sequence(&mut self, depth: u8) -> Option<Vec<Node<'t>>> {
        let mut nodes = Vec::new();
        let mut text_from = self.at;
        while self.at < self.input.len() {
            let rest = self.rest();
            if depth > 0 && rest.starts_with(")}") {
                push_text(&mut nodes, &self.input[text_from..self.at]);
                self.at += 2;
                return Some(nodes);
            }
            let start = self.at;
            match rest.starts_with("${").then(|| self.placeholder(depth)).flatten() {
                Some(node) => {
                    push_text(&mut nodes, &self.input[text_from..start]);
                    nodes.push(node);
                    text_from = self.at;
                }
                None => self.at = start + rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        push_text(&mut nodes, &self.input[text_from..]);
        (depth == 0).then_some(nodes)
    }

    fn placeholder(&mut self, depth: u8) -> Option<Node<'t>> {
        let inner = &self.rest()[2..];
        match Function::at_start_of(inner, self.mode) {
            Some((function, name_length)) => self.call(function, name_length, depth),
            None => self.name(inner),
        }
    }

    fn name(&mut self, inner: &'t str) -> Option<Node<'t>> {
        let end = inner.find(['{', '}'])?;
        if end == 0 || inner.as_bytes()[end] == b'{' {
            return None;
        }
        self.at += 2 + end + 1;
        Some(Node::Name(&inner[..end]))
    }

    fn call(&mut self, function: Function, name_length: usize, depth: u8) -> Option<Node<'t>> {
        if depth >= MAX_DEPTH || !self.calls_can_close {
            return None;
        }
        let start = self.at;
        self.at += 2 + name_length + 1;
        let Some(arguments) = self.sequence(depth + 1) else {
            self.calls_can_close = false;
            self.at = start;
            return None;
        };
        if !function.spans_lines() && arguments.iter().any(is_multi_line) {
            self.at = start;
            return None;
        }
        Some(Node::Call { function, arguments, source: &self.input[start..self.at] })
    }

    fn rest(&self) -> &'t str {
        &self.input[self.at..]
    }
}

fn is_multi_line(node: &Node<'_>) -> bool {
    matches!(node, Node::Text(text) if text.contains('\n'))
}

fn push_text<'t>(nodes: &mut Vec<Node<'t>>, text: &'t str) {
    if !text.is_empty() {
        nodes.push(Node::Text(text));
    }
}

/// Cuts a list of nodes in two around `length` bytes at `offset` of the text node at `index`.
pub(super) fn cut<'t>(
    nodes: &[Node<'t>],
    index: usize,
    offset: usize,
    length: usize,
) -> (Vec<Node<'t>>, Vec<Node<'t>>) {
    let Some(Node::Text(text)) = nodes.get(index) else {
        return (nodes.to_vec(), Vec::new());
    };
    let mut left = nodes[..index].to_vec();
    push_text(&mut left, &text[..offset]);
    let mut right = Vec::new();
    push_text(&mut right, &text[offset + length..]);
    right.extend_from_slice(&nodes[index + 1..]);
    (left, right)
}

/// The nodes without the blanks that the template has around them.
pub(super) fn trim(mut nodes: Vec<Node<'_>>) -> Vec<Node<'_>> {
    if let Some(Node::Text(text)) = nodes.first_mut() {
        *text = text.trim_start();
    }
    if let Some(Node::Text(text)) = nodes.last_mut() {
        *text = text.trim_end();
    }
    nodes.retain(|node| !matches!(node, Node::Text("")));
    nodes
}
