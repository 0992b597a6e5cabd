//! What a flat import of older backends lacks.

use super::{Envelope::Legacy, ErrorCode, Who::Developer, code};

const REMEDY: &str = "Send it as a text that is not empty. New code does better with `POST /connections`.";

const fn missing(name: &'static str, happened: &'static str) -> ErrorCode {
    code(name, Legacy, happened, Developer, REMEDY)
}

/// The codes.
pub const CODES: &[ErrorCode] = &[
    missing("missing_provider_config", "The body has no `provider_config_key`."),
    missing("missing_access_token", "The body has no `access_token`."),
    missing("missing_oauth_token", "The body has no `oauth_token`."),
    missing("missing_oauth_token_secret", "The body has no `oauth_token_secret`."),
    missing("missing_basic_username", "The body has no `username`."),
    missing("missing_api_key", "The body has no `api_key`."),
    missing("missing_app_id", "The body has no `app_id`."),
    missing("missing_installation_id", "The body has no `installation_id`."),
    code(
        "missing_expires_at",
        Legacy,
        "The body does not say when the token ends.",
        Developer,
        "Send `expires_at`, or `expires_in` in seconds; for a token that never ends, `no_expiration: true`.",
    ),
    code(
        "invalid_expires_at",
        Legacy,
        "`expires_at` is no moment, or `expires_in` is no number of seconds.",
        Developer,
        "Send `expires_at` as in `2025-01-31T10:00:00Z`.",
    ),
];
