//! `API_KEY`: one key (provider-format.md §2.2). Where it goes in a request is the definition's part.

use super::Credential;
use crate::provider::Inputs;

pub(super) fn credential(inputs: &Inputs) -> Credential {
    Credential::ApiKey { key: inputs.credentials.get("apiKey").cloned().unwrap_or_default() }
}
