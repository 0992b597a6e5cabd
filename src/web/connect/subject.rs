//! What a form is about: the integration of the address with its provider and the session's presets.

use std::{collections::BTreeMap, sync::Arc};

use super::{listing, page::Service, problem::PageProblemKind, visit::Visit};
use crate::{
    connection::Attempt,
    provider::{Form, FormContext, Provider},
    secret::Fingerprint,
    session,
    store::page::PageIntegrationRow,
    web::{error::WebError, state::State},
};

/// The integration of a visit, ready to be asked for.
pub struct Subject<'a> {
    /// The integration.
    pub integration: &'a PageIntegrationRow,
    /// Its provider.
    pub provider: &'a Provider,
    /// How it is named.
    pub service: Service,
    /// What is asked.
    pub form: Arc<Form>,
}

impl<'a> Subject<'a> {
    /// The subject of a visit; an integration that is not allowed or whose provider is gone is not found.
    pub fn of(state: &'a State, visit: &'a Visit) -> Result<Self, WebError> {
        let integration = visit.integration()?;
        let provider = listing::provider(&state.services.catalog, &integration.provider)
            .ok_or_else(|| visit.problem(PageProblemKind::NotFound))?;
        let name = listing::name_of(integration.display_name.as_deref(), provider);
        Ok(Self {
            service: listing::service(&name, &integration.provider),
            form: form(state, visit, integration, provider)?,
            integration,
            provider,
        })
    }

    /// Whether the session names an integration that cannot be connected any more.
    #[must_use]
    pub fn is_gone(state: &State, visit: &Visit, integration_key: &str) -> bool {
        let row = visit.page.integration.as_ref();
        let provider = row.and_then(|row| listing::provider(&state.services.catalog, &row.provider));
        visit.names(integration_key) && provider.is_none()
    }

    /// The attempt to connect it with this sent form.
    #[must_use]
    pub fn attempt(&self, visit: &'a Visit, sent: Option<&'a Fingerprint>) -> Attempt<'a> {
        Attempt {
            session: &visit.page.session,
            environment_name: &visit.page.environment_name,
            integration_id: &self.integration.id,
            integration_key: &self.integration.unique_key,
            provider: &self.integration.provider,
            auth_mode: self.provider.auth_mode,
            sent,
        }
    }
}

fn form(
    state: &State,
    visit: &Visit,
    integration: &PageIntegrationRow,
    provider: &Provider,
) -> Result<Arc<Form>, WebError> {
    let session = &visit.page.session;
    let defaults = session::open_defaults(&state.services.keyring, session)?;
    let presets: BTreeMap<String, String> =
        defaults.form_values(&integration.unique_key).into_iter().collect();
    let overrides = session.overrides.as_ref().and_then(|all| all.get(&integration.unique_key));
    Ok(Form::shared(
        provider,
        &FormContext {
            presets: (!presets.is_empty()).then_some(&presets),
            docs_connect: overrides.and_then(|own| own.docs_connect.as_deref()),
            reconnecting: session.reconnects.is_some(),
            ..FormContext::default()
        },
    ))
}
