//! `OAUTH2_CC`: client credentials (provider-format.md §2.4).

use indexmap::IndexMap;

use crate::auth::{ClientIdentity, Grant, ServiceContext, Subject, problem::ExchangeProblem};

/// Fetches a token for a client that the end user typed in. `authorization_params` are the session's.
pub async fn fetch(
    _cx: ServiceContext<'_>,
    _subject: &Subject<'_>,
    _client: ClientIdentity,
    _authorization_params: &IndexMap<String, String>,
) -> Result<Grant, ExchangeProblem> {
    Err(ExchangeProblem::NotOffered)
}
