//! What a form is about: the integration of the address with its provider and the session's presets.

use std::{collections::BTreeMap, sync::Arc};

use secrecy::SecretString;

use super::{listing, page::Service, problem::PageProblemKind, visit::Visit};
use crate::{
    auth::{ConnectionConfig, Given, two_step},
    connection::{Attempt, AttemptedIntegration, Former, open_custom_of},
    provider::{AuthMode, Form, FormContext, Provider},
    session::{self, flow::Ticket},
    store::page::PageIntegrationRow,
    web::{error::WebError, state::State},
};

/// The integration of a visit, ready to be asked for.
pub struct Subject<'a> {
    /// The integration.
    pub integration: &'a PageIntegrationRow,
    /// Its provider.
    pub provider: Arc<Provider>,
    /// How it is named.
    pub service: Service,
    /// What is asked.
    pub form: Arc<Form>,
    /// The connection as it was, where it is connected anew.
    pub former: Option<Former>,
}

impl<'a> Subject<'a> {
    /// The subject of a visit; an integration that is not allowed or whose provider is gone is not found.
    pub fn of(state: &'a State, visit: &'a Visit) -> Result<Self, WebError> {
        let integration = visit.integration()?;
        let environment = &visit.page.session.environment_id;
        let provider = state.services.definition(environment, &integration.provider);
        let provider = provider.ok_or_else(|| visit.problem(PageProblemKind::NotFound))?;
        let name = listing::name_of(integration.display_name.as_deref(), &provider);
        Ok(Self {
            service: listing::service(&name, &integration.provider),
            form: state.services.catalog.texts().form(
                visit.language.tag(),
                provider.key.as_str(),
                form(state, visit, integration, &provider)?,
            ),
            former: former(state, visit)?,
            integration,
            provider,
        })
    }

    /// Whether the session names an integration that cannot be connected any more.
    #[must_use]
    pub fn is_gone(state: &State, visit: &Visit, integration_key: &str) -> bool {
        let row = visit.page.integration.as_ref();
        let environment = &visit.page.session.environment_id;
        let provider = row.and_then(|row| state.services.definition(environment, &row.provider));
        visit.names(integration_key) && provider.is_none()
    }

    /// The attempt to connect it.
    #[must_use]
    pub fn attempt(&self, visit: &'a Visit) -> Attempt<'a> {
        let integration = AttemptedIntegration {
            id: &self.integration.id,
            key: &self.integration.unique_key,
            provider: &self.integration.provider,
            auth_mode: self.provider.auth_mode,
        };
        Attempt::in_session(&visit.page.session, &visit.page.environment_name, integration)
    }

    /// What was typed, over what stays of the connection that is connected anew.
    #[must_use]
    pub fn config_of(&self, typed: &BTreeMap<String, SecretString>) -> ConnectionConfig {
        match &self.former {
            Some(former) => former.below(&self.provider, &self.form, Given::InForm(typed)),
            None => ConnectionConfig::new(typed.clone()),
        }
    }

    /// What stays of that connection below what was typed.
    #[must_use]
    pub fn kept(&self, typed: &BTreeMap<String, SecretString>) -> ConnectionConfig {
        let former = self.former.as_ref();
        former.map(|own| own.kept(&self.provider, &self.form, Given::InForm(typed))).unwrap_or_default()
    }

    /// A ticket for a button of this page.
    #[must_use]
    pub fn seal_ticket(&self, state: &State, visit: &Visit, ticket: &Ticket) -> String {
        let services = &state.services;
        let (page, environment) = (&visit.page.id, &visit.page.session.environment_id);
        ticket.seal(&services.keyring, &services.random, page, environment, &self.integration.id)
    }

    /// The ticket that a button of this page brought.
    pub fn open_ticket(&self, state: &State, visit: &Visit, text: &str) -> Result<Ticket, WebError> {
        let (page, environment) = (&visit.page.id, &visit.page.session.environment_id);
        Ticket::open(text, &state.services.keyring, page, environment, &self.integration.id)
            .map_err(|_| visit.problem(PageProblemKind::StartUsed).into())
    }
}

/// The connection that the session reconnects; without it there is nothing to do here.
fn former(state: &State, visit: &Visit) -> Result<Option<Former>, WebError> {
    let session = &visit.page.session;
    let Some(reconnects) = &session.reconnects else { return Ok(None) };
    let row = visit.page.former.as_ref();
    let row = row.ok_or_else(|| visit.problem(PageProblemKind::ConnectionGone))?;
    Ok(Some(Former::open(&state.services, &session.environment_id, reconnects, row)))
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
    let preconfigured = preconfigured(state, visit, integration, provider)?;
    let overrides = session.overrides.as_ref().and_then(|all| all.get(&integration.unique_key));
    Ok(Form::shared(
        provider,
        &FormContext {
            preconfigured_credentials: &preconfigured,
            presets: (!presets.is_empty()).then_some(&presets),
            docs_connect: overrides.and_then(|own| own.docs_connect.as_deref()),
            reconnecting: session.reconnects.is_some(),
            ..FormContext::default()
        },
    ))
}

/// What the owner filled in already, so that end users are not asked (`integration_config` of a login).
fn preconfigured(
    state: &State,
    visit: &Visit,
    integration: &PageIntegrationRow,
    provider: &Provider,
) -> Result<Vec<String>, WebError> {
    if provider.auth_mode != AuthMode::TwoStep || provider.integration_config.is_empty() {
        return Ok(Vec::new());
    }
    let environment = &visit.page.session.environment_id;
    let custom = open_custom_of(&state.services, environment, &integration.id, integration.custom.as_ref())?;
    Ok(two_step::owner_fields(provider, &custom).into_keys().collect())
}
