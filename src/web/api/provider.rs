//! `GET /providers` and `GET /providers/{provider}` (wire-protocol.md §3.9, §3.10): the definitions as they are.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::ContentType,
    web::{Data, Path},
};
use serde_json::json;

use super::{
    ApiError,
    auth::EitherCaller,
    input::{key::ProviderName, providers::ListProviders},
    request::{invalid_query, no_query, path_name, query},
};
use crate::{
    provider::Provider,
    web::{
        connect::listing::logo_path,
        error::WebError,
        guard,
        state::State,
        tr::{self, Language},
    },
};

/// All providers, or those whose key holds the text.
pub async fn list(
    state: Data<State>,
    caller: EitherCaller,
    request: HttpRequest,
) -> Result<HttpResponse, WebError> {
    let wanted = ListProviders::read(&query(&request)).map_err(invalid_query)?.search;
    let fits =
        |provider: &Provider| wanted.as_deref().is_none_or(|text| provider.key.as_str().contains(text));
    let language = language(&request);
    let found = state.services.catalog.iter().filter(|provider| fits(provider));
    let own = |key: &str| state.services.definition(caller.environment(), key);
    let entries: Vec<String> =
        found.filter_map(|provider| Some(entry(&state, language, &*own(provider.key.as_str())?))).collect();
    Ok(answer(&format!("[{}]", entries.join(","))))
}

/// One provider: what a form is built from.
pub async fn one(
    state: Data<State>,
    caller: EitherCaller,
    request: HttpRequest,
    key: Path<String>,
) -> Result<HttpResponse, WebError> {
    no_query(&request)?;
    let key = path_name("provider", &key, ProviderName::parse)?;
    let provider = state.services.definition(caller.environment(), key.as_str());
    let provider =
        provider.ok_or_else(|| ApiError::not_found("not_found", format!("Unknown provider {key}")))?;
    Ok(answer(&entry(&state, language(&request), &provider)))
}

fn answer(data: &str) -> HttpResponse {
    HttpResponse::Ok().content_type(ContentType::json()).body(format!("{{\"data\":{data}}}"))
}

/// Titles and descriptions are in the language that is asked for, where somebody has translated them.
fn language(request: &HttpRequest) -> Language {
    tr::negotiate(guard::text(request.headers(), "accept-language"))
}

/// The definition's JSON is ready-made: two keys are set behind the others.
fn entry(state: &State, language: Language, provider: &Provider) -> String {
    let key = provider.key.as_str();
    let (name, logo) = (json!(key), json!(state.public_url.join(&logo_path(key))));
    let definition = state.services.catalog.texts().definition(language.tag(), key, provider.json());
    let definition = definition.strip_suffix('}').unwrap_or_default();
    format!("{definition},\"name\":{name},\"logo_url\":{logo}}}")
}
