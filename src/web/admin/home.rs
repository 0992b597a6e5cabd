//! `/admin`: leads to the first place.

use actix_web::{HttpResponse, http::header};

use super::session::SignedIn;

/// The handler.
pub async fn home(_: SignedIn) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, "/admin/integrations")).finish()
}
