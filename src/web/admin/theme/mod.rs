//! `/admin/{environment|instance}/theme`: the theme editor, from draft to publication and back.

mod act;
mod export;
mod fields;
mod live;
mod proof_sheet;
mod sent;
mod show;
mod view;

use actix_web::{
    Scope,
    web::{get, post, resource},
};
use serde::Deserialize;

use super::{not_found::not_found, session::SignedIn};
use crate::{
    admin::theme::{OpenTheme, open},
    store::theme::ThemeKey,
    web::{error::WebError, state::State},
};

/// The addresses.
pub fn routes(scope: Scope) -> Scope {
    scope
        .service(
            resource("/{scope:environment|instance}/theme")
                .route(get().to(show::show))
                .route(post().to(act::act)),
        )
        .route("/{scope:environment|instance}/theme/live", post().to(live::live))
        .route("/{scope:environment|instance}/theme/export", get().to(export::export))
}

/// What an address says beside its path.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ThemeQuery {
    /// A theme that sessions name; without one the scope's own.
    #[serde(default)]
    pub theme: String,
    /// What was just done.
    #[serde(default)]
    pub done: String,
}

/// A theme and its address.
pub struct Place {
    /// The theme.
    pub open: OpenTheme,
    /// `/admin/environment/theme?theme=…`.
    pub path: String,
    /// `environment` or `instance`.
    pub scope: String,
}

impl Place {
    /// Opens the theme of an address.
    pub async fn of(state: &State, who: &SignedIn, scope: &str, name: &str) -> Result<Self, WebError> {
        let key = match (scope, name) {
            ("instance", "") => ThemeKey::instance(),
            ("environment", "") => ThemeKey::environment(&who.environment.id),
            ("environment", name) if is_name(name) => ThemeKey::named(&who.environment.id, name),
            _ => return Err(not_found()),
        };
        let open = open(&state.services, &who.environment, key).await?;
        Ok(Self { open, path: path(scope, name, ""), scope: scope.to_owned() })
    }
}

/// Letters, digits and dashes: it stands in addresses and in the bodies of backends.
pub fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&name.len()) && name.bytes().all(plain)
}

/// The address of a theme; names need no escaping.
pub fn path(scope: &str, name: &str, done: &str) -> String {
    let theme = (!name.is_empty()).then(|| format!("theme={name}"));
    let done = (!done.is_empty()).then(|| format!("done={done}"));
    let query: Vec<String> = theme.into_iter().chain(done).collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/admin/{scope}/theme{mark}{}", query.join("&"))
}
