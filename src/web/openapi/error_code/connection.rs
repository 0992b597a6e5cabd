//! Connections that are not there, or of no use.

use super::{
    Envelope::{Plain, Refresh},
    ErrorCode,
    Who::{Developer, EndUser},
    code,
};

/// The codes.
pub const CODES: &[ErrorCode] = &[
    code(
        "unknown_connection",
        Plain,
        "The integration has no connection of that id.",
        Developer,
        "Check both names. It may have been deleted before.",
    ),
    code(
        "invalid_credentials",
        Refresh,
        "The connection is there, and its credentials could not be renewed.",
        EndUser,
        "`payload.type` says why. With status 424 we do not ask the service just now, or not any more; with 400 it has \
         refused. Create a reconnect session and let the person connect again; `force_refresh=true` tries at once.",
    ),
    code(
        "connection_not_exchanged",
        Plain,
        "The session asked for an exchange, and your backend has not exchanged this connection's code yet.",
        Developer,
        "Send the code that your page got to `POST /connect/exchange`. Otherwise the connection is deleted.",
    ),
    code(
        "multiple_webhook_signing_keys",
        Plain,
        "Two keys sign already: the last rotation is less than a day ago.",
        Developer,
        "Wait until the older key has ended, then rotate again.",
    ),
];
