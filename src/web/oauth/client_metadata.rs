//! `GET /oauth/client-metadata/{environment}/{key}`: who we are, for servers that know no client of ours
//! (wire-protocol.md §4.4). Anybody may read it.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};

use super::home::{HomeOf, home};
use crate::{
    auth::mcp::client_metadata_document,
    id::EnvironmentId,
    provider::AuthMode,
    store::{environment, integration},
    web::{api::ApiError, error::WebError, state::State},
};

const FIVE_MINUTES: &str = "public, max-age=300";

/// The handler.
pub async fn client_metadata(
    state: Data<State>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (environment, key) = path.into_inner();
    let missing = |code, message: String| WebError::from(ApiError::not_found(code, message));
    let db = &state.services.db;
    let environment = environment::find(db, &EnvironmentId::from_stored(environment)).await?;
    let environment = environment
        .ok_or_else(|| missing("unknown_environment", "There is no such environment".to_owned()))?;
    let unknown = || missing("unknown_provider_config", format!("There is no MCP integration {key}"));
    let row = integration::find(db, &environment.id, &key).await?.ok_or_else(unknown)?;
    let provider = state.services.definition(&environment.id, &row.provider).ok_or_else(unknown)?;
    if !matches!(provider.auth_mode, AuthMode::McpOAuth2 | AuthMode::McpOAuth2Generic) {
        return Err(unknown());
    }
    let home = home(
        &state,
        HomeOf {
            environment: &environment.id,
            callback_url: environment.callback_url.as_deref(),
            integration: &row.id,
            key: &row.unique_key,
            own_callback: row.own_callback,
            provider: &provider,
            app_name: environment.app_name.as_deref().unwrap_or_else(|| state.public_url.host()),
        },
    );
    let address = home.client_metadata_url.ok_or_else(|| {
        let message = "The document is of no use without a public https address".to_owned();
        missing("feature_disabled", message)
    })?;
    let document = client_metadata_document(
        &address,
        &home.app_name,
        state.public_url.origin().as_str(),
        None,
        &home.redirect_uri,
    );
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, FIVE_MINUTES)).json(document))
}
