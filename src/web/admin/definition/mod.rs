//! `/admin/integrations/{key}/definition`: how the provider of an integration is defined, and what this environment
//! has put in its place.

mod act;
mod edit;
mod export;
mod finding;
mod live;
mod reset;
mod show;

use actix_web::{
    Scope,
    web::{get, post, resource},
};

use super::{integration, not_found::not_found, session::SignedIn};
use crate::{
    provider::Written,
    store::{
        definition::{self as stored, OverrideRow},
        integration::IntegrationRow,
    },
    web::{error::WebError, state::State},
};

/// The addresses.
pub fn routes(scope: Scope) -> Scope {
    scope
        .route("/integrations/{key}/definition", get().to(show::show))
        .service(
            resource("/integrations/{key}/definition/edit")
                .route(get().to(edit::show))
                .route(post().to(act::act)),
        )
        .route("/integrations/{key}/definition/live", post().to(live::live))
        .route("/integrations/{key}/definition/preview", get().to(live::preview))
        .route("/integrations/{key}/definition/export", get().to(export::export))
        .service(
            resource("/integrations/{key}/definition/reset")
                .route(get().to(reset::ask))
                .route(post().to(reset::reset)),
        )
}

/// A definition, whose it is, and what is stored of it.
struct Place {
    integration: IntegrationRow,
    /// What the integration is called.
    name: String,
    /// The environment's own, where it ever had one.
    row: Option<OverrideRow>,
    /// The catalogue's, where that has one.
    written: Option<Written>,
}

impl Place {
    /// The definition of an integration; not found where neither the catalogue nor the environment has one.
    async fn of(state: &State, who: &SignedIn, key: &str) -> Result<Self, WebError> {
        let integration = integration::find(state, who, key).await?;
        let (services, environment) = (&state.services, &who.environment.id);
        let row = stored::find(&services.db, environment, &integration.provider).await?;
        let written = services.catalog.written(&integration.provider);
        let place = Self { name: integration::name(state, &integration), integration, row, written };
        if place.own().is_none() && place.written.is_none() {
            return Err(not_found());
        }
        Ok(place)
    }

    fn provider(&self) -> &str {
        &self.integration.provider
    }

    /// The address of its page.
    fn path(&self) -> String {
        format!("{}/definition", integration::path(&self.integration.unique_key))
    }

    /// The environment's own text, where one is in force.
    fn own(&self) -> Option<&str> {
        self.row.as_ref()?.source.as_deref()
    }

    /// The text that is in force.
    fn text(&self) -> &str {
        self.own().or(self.written.as_ref().map(|written| written.text.as_str())).unwrap_or_default()
    }

    /// The number of the last change; 0 where there was none.
    fn revision(&self) -> i64 {
        self.row.as_ref().map_or(0, |row| row.revision)
    }
}
