//! The functions of templates: what they are called, how they take their arguments.

use zeroize::Zeroizing;

use super::{
    digest, fingerprint,
    renderer::Renderer,
    sigv4,
    template::{Mode, Node, cut, trim},
};

/// A function that a definition may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    HmacSha1Hex,
    AwsSigV4,
    Base64,
    Fingerprint,
    Sha256Hex,
    Sha256Base64,
    Ed25519Sign,
}

const BY_NAME: [(&str, Function); 7] = [
    ("hmacSha1Hex", Function::HmacSha1Hex),
    ("awsSigV4", Function::AwsSigV4),
    ("base64", Function::Base64),
    ("fingerprint", Function::Fingerprint),
    ("sha256Hex", Function::Sha256Hex),
    ("sha256Base64", Function::Sha256Base64),
    ("ed25519Sign", Function::Ed25519Sign),
];

impl Function {
    /// The function whose call `text` begins with, and the length of its name.
    pub(super) fn at_start_of(text: &str, mode: Mode) -> Option<(Self, usize)> {
        let is_called = |name: &str| text.strip_prefix(name).is_some_and(|rest| rest.starts_with('('));
        let (name, function) = BY_NAME.into_iter().find(|(name, _)| is_called(name))?;
        let known = mode == Mode::Flat || function != Self::Fingerprint;
        known.then_some((function, name.len()))
    }

    /// Whether the template's own text between the parentheses may hold line breaks.
    pub(super) const fn spans_lines(self) -> bool {
        matches!(self, Self::HmacSha1Hex | Self::AwsSigV4 | Self::Ed25519Sign)
    }

    /// The result, or `None` where an argument has no value or is no key: then the call stands as it is,
    /// because a signature over half of its input would only hide what is missing.
    pub(super) fn apply(self, arguments: &[Node<'_>], renderer: &Renderer<'_>) -> Option<Zeroizing<String>> {
        let whole = || complete(arguments, renderer);
        match self {
            Self::Base64 => Some(digest::base64(whole()?.as_bytes())),
            Self::Sha256Hex => Some(digest::sha256_hex(whole()?.as_bytes())),
            Self::Sha256Base64 => Some(digest::sha256_base64(whole()?.as_bytes())),
            Self::Fingerprint => fingerprint::of_pem(&whole()?),
            Self::HmacSha1Hex => {
                let (message, key) = message_and_key(arguments, renderer)?;
                digest::hmac_sha1_hex(message.as_bytes(), key.as_bytes())
            }
            Self::Ed25519Sign => {
                let (message, key) = message_and_key(arguments, renderer)?;
                digest::ed25519_sign(message.as_bytes(), &key)
            }
            Self::AwsSigV4 => aws_sig_v4(arguments, renderer),
        }
    }
}

fn complete(nodes: &[Node<'_>], renderer: &Renderer<'_>) -> Option<Zeroizing<String>> {
    let filled = renderer.inside_function().render(nodes);
    filled.is_complete().then_some(filled.text)
}

/// Splits at the last comma of the template; only the key is trimmed.
fn message_and_key(
    arguments: &[Node<'_>],
    renderer: &Renderer<'_>,
) -> Option<(Zeroizing<String>, Zeroizing<String>)> {
    let (index, offset) = arguments.iter().enumerate().rev().find_map(|(index, node)| match node {
        Node::Text(text) => text.rfind(',').map(|offset| (index, offset)),
        _ => None,
    })?;
    let (message, key) = cut(arguments, index, offset, 1);
    Some((complete(&message, renderer)?, complete(&trim(key), renderer)?))
}

fn aws_sig_v4(arguments: &[Node<'_>], renderer: &Renderer<'_>) -> Option<Zeroizing<String>> {
    let arguments: Vec<Zeroizing<String>> =
        split_at_commas(arguments).iter().map(|part| complete(part, renderer)).collect::<Option<_>>()?;
    let (id, secret, region, service, host) = match arguments.as_slice() {
        [id, secret, region, service] => {
            (id, secret, region, service, format!("{}.amazonaws.com", **service))
        }
        [id, secret, region, service, host] => (id, secret, region, service, host.to_string()),
        _ => return None,
    };
    let scope = sigv4::CredentialScope { access_key_id: id, region, service };
    let context = renderer.context();
    let default = super::RequestFacts { method: "GET".into(), path: "/".into(), ..Default::default() };
    let request = sigv4::CanonicalRequest { facts: context.facts.unwrap_or(&default), host: &host };
    sigv4::authorization(&scope, secret, &request, context.now)
}

/// Splits at the commas of the template that stand outside parentheses, and trims the parts.
fn split_at_commas<'t>(nodes: &[Node<'t>]) -> Vec<Vec<Node<'t>>> {
    let mut parts = vec![Vec::new()];
    let mut depth = 0_u32;
    for node in nodes {
        let Node::Text(text) = node else {
            add(&mut parts, node.clone());
            continue;
        };
        let mut from = 0;
        for (at, character) in text.char_indices() {
            match character {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    add(&mut parts, Node::Text(&text[from..at]));
                    parts.push(Vec::new());
                    from = at + 1;
                }
                _ => {}
            }
        }
        add(&mut parts, Node::Text(&text[from..]));
    }
    parts.into_iter().map(trim).collect()
}

fn add<'t>(parts: &mut [Vec<Node<'t>>], node: Node<'t>) {
    if let Some(last) = parts.last_mut() {
        last.push(node);
    }
}
