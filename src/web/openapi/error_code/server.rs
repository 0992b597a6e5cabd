//! What is the server's own trouble, or its setting.

use super::{
    Envelope::{Plain, Reference},
    ErrorCode,
    Who::Operator,
    code,
};

/// The codes.
pub const CODES: &[ErrorCode] = &[
    code(
        "generic_error_support",
        Reference,
        "Something failed on the server that should not fail.",
        Operator,
        "`payload` is the reference under which the server's log says what it was. Try again; if it stays, look there.",
    ),
    code(
        "unavailable",
        Plain,
        "The database does not answer.",
        Operator,
        "Check the database. The server recovers by itself as soon as it answers.",
    ),
    code(
        "feature_disabled",
        Plain,
        "This document is of no use without a public https address.",
        Operator,
        "Set CONNECT_UI_PUBLIC_URL to the https address at which the server is reached.",
    ),
];
