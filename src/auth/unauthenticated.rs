//! `NONE`: the service asks for nothing; only the form's other values are kept.

use super::Credential;

pub(super) const fn credential() -> Credential {
    Credential::Unauthenticated
}
