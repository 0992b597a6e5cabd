//! The key of a query parameter, `a[b][c]`, into its segments.
//!
//! Owns the depth limit and the names that no key may have. Must not know values.

/// Brackets deeper than this stay literal, so that no query can nest without end.
const MAX_DEPTH: usize = 5;

/// What every JavaScript object already has: dropped for parity, and because a JavaScript client reads it back.
const RESERVED: [&str; 13] = [
    "__proto__",
    "constructor",
    "prototype",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
];

/// The segments of a decoded key; none where the parameter is to be dropped.
pub(super) fn path(key: &str) -> Option<Vec<&str>> {
    let (parent, mut rest) = match key.find('[') {
        Some(open) if key[open..].contains(']') => key.split_at(open),
        _ => (key, ""),
    };
    let mut path = Vec::new();
    if !parent.is_empty() {
        path.push(parent);
    }
    let mut depth = 0;
    while let Some((segment, after)) = bracketed(rest) {
        if depth == MAX_DEPTH {
            path.push(rest);
            break;
        }
        path.push(segment);
        rest = after;
        depth += 1;
    }
    let dropped = path.is_empty() || path.iter().any(|segment| RESERVED.contains(segment));
    (!dropped).then_some(path)
}

/// `[a]…` into `a` and what follows; text between brackets is skipped.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inner = &text[text.find('[')? + 1..];
    let close = inner.find(']')?;
    Some((&inner[..close], &inner[close + 1..]))
}
