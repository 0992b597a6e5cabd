//! `/admin/environment/origins`: who may embed the UI, and what the embedding page's own policy must say.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{
    page::{Frame, Spot, draw},
    session::SignedIn,
};
use crate::{
    origin::AllowedOrigins,
    web::{error::WebError, state::State},
};

#[derive(Template)]
#[template(path = "admin/origins.html")]
struct OriginsPage {
    frame: Frame,
    own: Vec<String>,
    instance: Vec<String>,
    lines: Vec<Directive>,
    whole: String,
    ancestors: String,
}

/// A directive of the host page's policy.
struct Directive {
    id: &'static str,
    value: String,
    why: &'static str,
}

/// The handler.
pub async fn origins(state: Data<State>, who: SignedIn) -> Result<HttpResponse, WebError> {
    let origin = state.public_url.origin().to_string();
    let lines = directives(&origin);
    let own = AllowedOrigins::from_stored(&who.environment.allowed_origins);
    let all = state.allowed_origins.and(&own).to_source_list();
    let list = |origins: &AllowedOrigins| {
        origins.to_source_list().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let whole: Vec<&str> = lines.iter().map(|line| line.value.as_str()).collect();
    let page = OriginsPage {
        frame: Frame::inside(&state, &who, Spot::Origins),
        own: list(&own),
        instance: list(&state.allowed_origins),
        whole: format!("Content-Security-Policy: {}", whole.join("; ")),
        ancestors: format!("frame-ancestors 'self' {all}").trim_end().to_owned(),
        lines,
    };
    draw(&state, StatusCode::OK, &page)
}

fn directives(origin: &str) -> Vec<Directive> {
    // The same authority under the scheme of WebSockets: `ws` for `http`, `wss` for `https`.
    let socket = origin.replacen("http", "ws", 1);
    vec![
        Directive {
            id: "frame-src",
            value: format!("frame-src 'self' {origin}"),
            why: "Connect UI opens in a frame of your page.",
        },
        Directive {
            id: "connect-src",
            value: format!("connect-src 'self' {origin} {socket}"),
            why: "The SDK asks for the session and hears by a WebSocket when a popup has come back.",
        },
        Directive {
            id: "script-src",
            value: "script-src 'self'".to_owned(),
            why: "Nothing of ours: the SDK is part of your own bundle. No script is loaded from this server.",
        },
        Directive {
            id: "img-src",
            value: format!("img-src 'self' {origin}"),
            why: "Only where your page shows the logos of services itself.",
        },
    ]
}
