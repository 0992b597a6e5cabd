//! Uploading a logo, a picture for the tab, or a typeface. A file is judged by its bytes, whoever sends it.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;

use super::place::ThemePlace;
use crate::{
    admin::{perform, theme::store_file},
    theme::check_file,
    web::{
        api::{
            ApiError,
            input::theme::FileBody,
            request::{JsonBody, invalid_body},
        },
        error::WebError,
        state::State,
    },
};

/// Stores a file and tells the name under which themes know it.
pub async fn upload(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::changing(&state, &request).await?;
    let given = FileBody::read(body.tree()).map_err(invalid_body)?;
    let refused = |message: String| ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "file_refused", message);
    let bytes = STANDARD.decode(&given.content);
    let bytes = bytes.map_err(|_| refused("The content is not base64".to_owned()))?;
    let file = check_file(&bytes, given.purpose).map_err(|refusal| refused(refusal.to_string()))?;
    store_file(&state.services, &file).await?;
    let deed = place.deed("theme.file").with_detail(format!("{} {}", file.media_type, file.name));
    perform(&state.services, deed, |_| Box::pin(async { Ok(true) })).await?;
    let data = json!({ "name": file.name.as_str(), "media_type": file.media_type, "size": file.bytes.len() });
    Ok(HttpResponse::Created().json(json!({ "data": data })))
}
