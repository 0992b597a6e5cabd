//! Integrations: list, catalogue, new, one, delete.

pub mod catalogue;
pub mod change;
mod client_form;
pub mod create;
pub mod delete;
pub mod list;
pub mod preview;
pub mod try_it;
mod view;

use crate::{
    auth::{TypedMode, Unproven, redirect::RedirectMode},
    provider::Provider,
    store::integration::{self, IntegrationRow},
    web::{
        admin::{not_found::not_found, session::SignedIn},
        connect::listing,
        error::WebError,
        state::State,
    },
};

/// The address of an integration's page.
pub(super) fn path(key: &str) -> String {
    format!("/admin/integrations/{}", listing::segment(key))
}

/// The integration of a page's address.
pub(super) async fn find(state: &State, who: &SignedIn, key: &str) -> Result<IntegrationRow, WebError> {
    integration::find(&state.services.db, &who.environment.id, key).await?.ok_or_else(not_found)
}

/// What an integration is called: its own name, its provider's, or the provider's key.
pub(super) fn name(state: &State, row: &IntegrationRow) -> String {
    let provider = state.services.definition(&row.environment_id, &row.provider);
    match (&row.display_name, provider) {
        (Some(name), _) => name.clone(),
        (None, Some(provider)) => provider.display_name.to_string(),
        (None, None) => row.provider.clone(),
    }
}

/// Whether end users can connect a provider.
fn is_built(provider: &Provider) -> bool {
    TypedMode::of(provider).is_some() || RedirectMode::of(provider).is_some()
}

/// What an admin should know before such an integration is made.
fn warning(provider: &Provider) -> Option<&'static str> {
    Unproven::of(provider).map(|unproven| match unproven {
        Unproven::Installation => {
            "Nobody can prove here whose installation comes back: an app's installation names no person. Whoever knows \
             the number of somebody else's installation could connect it. Choose the service's variant with user \
             authorization (mode CUSTOM) instead, where there is one."
        }
        Unproven::Tenant => {
            "The service does not prove whose tenant it is: once a tenant's admin has agreed, whoever enters that \
             tenant's id connects it. Preset tenantId in the session from what your backend knows, and do not let \
             people enter it."
        }
    })
}

/// Whether somebody comes back from the service of a provider.
fn comes_back(provider: &Provider) -> bool {
    RedirectMode::of(provider).is_some()
}

fn display_name_problem(name: &str) -> Option<String> {
    let fits = name.chars().count() <= 255 && !name.chars().any(char::is_control);
    (!fits).then(|| "Enter a name of at most 255 characters".to_owned())
}
