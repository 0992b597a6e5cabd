//! What a caller says of the trace that its request belongs to (W3C Trace Context §3.2).

/// The caller's trace and span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TraceParent {
    pub trace: [u8; 16],
    pub span: [u8; 8],
}

impl TraceParent {
    /// Reads the header's value; whatever is not well formed counts as absent.
    pub(super) fn parse(value: &str) -> Option<Self> {
        let mut parts = value.split('-');
        let (version, trace, span, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let is_known = version == "00";
        if version == "ff" || lower_hex::<1>(version).is_none() || (is_known && parts.next().is_some()) {
            return None;
        }
        lower_hex::<1>(flags)?;
        let (trace, span) = (lower_hex(trace)?, lower_hex(span)?);
        (trace != [0; 16] && span != [0; 8]).then_some(Self { trace, span })
    }
}

fn lower_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let is_lower = !text.bytes().any(|byte| byte.is_ascii_uppercase());
    (is_lower && hex::decode_to_slice(text, &mut bytes).is_ok()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_well_formed_value_names_trace_and_span() {
        let known = TraceParent::parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").unwrap();
        assert_eq!(hex::encode(known.trace), "0af7651916cd43dd8448eb211c80319c");
        assert_eq!(hex::encode(known.span), "b7ad6b7169203331");
        let later = "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-comes-later";
        assert_eq!(TraceParent::parse(later), Some(known));
    }

    #[test]
    fn anything_else_counts_as_absent() {
        for value in [
            "",
            "00",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "00-0af7-b7ad-01",
        ] {
            assert_eq!(TraceParent::parse(value), None, "{value}");
        }
    }
}
