//! The fields by which a session lets end users bring an OAuth client of their own.

use super::field::{Field, FieldRule};

/// Their names, in order. They are asked only where the session names them.
pub(super) const NAMES: [&str; 3] =
    ["oauth_client_id_override", "oauth_client_secret_override", "oauth_refresh_token_override"];

/// Shown while the preset is empty, hidden and fixed once it has a value; never required.
pub(super) fn of(field: Field, preset: &str) -> Field {
    let hidden = !preset.is_empty();
    let rule = if hidden { FieldRule::Anything } else { field.rule };
    Field {
        required: false,
        accepts_empty: true,
        hidden,
        preset: hidden.then(|| preset.into()),
        rule,
        ..field
    }
}
