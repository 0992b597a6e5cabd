//! `GET /static/{hash}/{name}` and the logos: bytes that are compiled in.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};

use crate::store::theme;

use super::{asset, connect::PageProblem, connect::PageProblemKind, error::WebError, logo, state::State};

const A_DAY: &str = "public, max-age=86400";

/// A script, for ever cacheable: its address names its content.
pub async fn asset(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let found = state.wardrobe.assets.find(request.path());
    let asset = found.ok_or_else(|| PageProblem::new(PageProblemKind::NotFound))?;
    Ok(HttpResponse::Ok()
        .content_type(asset.content_type)
        .insert_header((header::CACHE_CONTROL, asset::IMMUTABLE))
        .body(asset.body))
}

/// An uploaded logo or font. Its name is the hash of its bytes; opened by itself it runs nothing (security.md F1).
pub async fn theme_file(state: Data<State>, name: Path<String>) -> Result<HttpResponse, WebError> {
    let found = theme::file::find(&state.services.db, &name).await?;
    let file = found.ok_or_else(|| PageProblem::new(PageProblemKind::NotFound))?;
    Ok(HttpResponse::Ok()
        .content_type(file.media_type)
        .insert_header((header::CACHE_CONTROL, asset::IMMUTABLE))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header(("cross-origin-resource-policy", "same-origin"))
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
        ))
        .body(file.body))
}

/// A provider's logo, or a monogram; loadable from any origin, as the protocol asks (wire-protocol.md §3.1).
pub async fn provider_logo(state: Data<State>, path: Path<String>) -> HttpResponse {
    let name = state.services.catalog.get(&path).map(|provider| provider.display_name.to_string());
    let body = logo::logo_for(&path, name.as_deref().unwrap_or(&path)).into_owned();
    HttpResponse::Ok()
        .content_type("image/svg+xml")
        .insert_header((header::CACHE_CONTROL, A_DAY))
        .insert_header(("cross-origin-resource-policy", "cross-origin"))
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        ))
        .body(body)
}
