//! The calls that try credentials, as templates: what a definition declares, and what a special check asks for.

use serde_json::Value;

use crate::{
    outbound::Method,
    provider::{AuthMode, Provider, Proxy, Verification, VerificationMethod, interpolate::RequestTemplate},
};

/// The call that a definition declares.
pub(super) fn declared(provider: &Provider, verification: &Verification, endpoint: &str) -> RequestTemplate {
    let mut call = match verification.method {
        VerificationMethod::Get => get(provider, endpoint),
        VerificationMethod::Post => RequestTemplate {
            data: body(&provider.proxy, verification),
            ..call(provider, Method::POST, endpoint)
        },
    };
    if let Some(base_url) = &verification.base_url_override {
        call.base_url = base_url.to_string();
    }
    call.headers.extend(verification.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
    call
}

/// A `GET` below the provider's base URL.
pub(super) fn get(provider: &Provider, endpoint: &str) -> RequestTemplate {
    call(provider, Method::GET, endpoint)
}

/// A `POST` below the provider's base URL. Its body is the caller's part.
pub(super) fn post(provider: &Provider, endpoint: &str, content_type: &str) -> RequestTemplate {
    let mut call = call(provider, Method::POST, endpoint);
    call.headers.retain(|(name, _)| name != "content-type");
    call.headers.push(("content-type".to_owned(), content_type.to_owned()));
    call
}

fn call(provider: &Provider, method: Method, endpoint: &str) -> RequestTemplate {
    let proxy = &provider.proxy;
    let texts = |(name, value): (&String, &Value)| {
        (name.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    RequestTemplate {
        base_url: proxy.base_url.as_deref().unwrap_or_default().to_owned(),
        endpoint: endpoint.to_owned(),
        method,
        headers: proxy.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
        query: proxy.query.iter().map(texts).collect(),
        data: None,
        default_basic: matches!(provider.auth_mode, AuthMode::Basic | AuthMode::InstallPlugin),
    }
}

/// A POST carries the verification's data, with the values that the proxy adds to every body.
fn body(proxy: &Proxy, verification: &Verification) -> Option<Value> {
    let data = verification.data.iter().flatten().chain(&proxy.body);
    let map: serde_json::Map<_, _> = data.map(|(name, value)| (name.clone(), value.clone())).collect();
    (!map.is_empty()).then_some(Value::Object(map))
}
