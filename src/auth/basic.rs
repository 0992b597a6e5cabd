//! `BASIC`: user name and password (provider-format.md §2.3). Some services use only one; the other is empty.

use super::Credential;
use crate::provider::Inputs;

pub(super) fn credential(inputs: &Inputs) -> Credential {
    let field = |name: &str| inputs.credentials.get(name).cloned().unwrap_or_default();
    Credential::Basic { username: field("username"), password: field("password") }
}
