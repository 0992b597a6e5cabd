//! The way back to the client: 303 with everything in the address, or a form that posts itself.

use actix_web::{HttpResponse, http::header};
use url::Url;

use super::{
    authorization_request::{ResponseMode, ReturnAddress},
    consent_page,
};

impl ReturnAddress {
    /// `answer` with `state` and `iss` (RFC 9207).
    pub(super) fn respond(&self, answer: &[(&str, &str)]) -> HttpResponse {
        let around = [("state", self.state.as_deref()), ("iss", self.issuer.as_deref())];
        let around = around.into_iter().filter_map(|(name, value)| Some((name, value?)));
        let all: Vec<(&str, &str)> = answer.iter().copied().chain(around).collect();
        match self.mode {
            ResponseMode::Query => redirect(&self.redirect_uri, &all),
            ResponseMode::FormPost => consent_page::form_post(&self.redirect_uri, &all),
        }
    }

    pub(super) fn refuse(&self, error: &str, description: &str) -> HttpResponse {
        self.respond(&[("error", error), ("error_description", description)])
    }
}

/// The address's own query stays.
pub(super) fn redirect(to: &str, pairs: &[(&str, &str)]) -> HttpResponse {
    let Ok(mut url) = Url::parse(to) else {
        return consent_page::problem("The application's address is none.");
    };
    url.query_pairs_mut().extend_pairs(pairs);
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, url.as_str()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}
