//! The configuration of a connection as it may be shown: the value only where the form says that it is no secret.

use crate::{
    connection,
    provider::{FieldGroup, Form, FormContext, Provider},
    services::Services,
    store::connection::ConnectionRow,
};

/// One value, or only its name.
#[derive(Clone, Debug)]
pub struct ConfigValue {
    /// Its name.
    pub name: String,
    /// What it is, where that may be shown.
    pub value: Option<String>,
}

/// All values; nothing where they cannot be opened.
pub fn shown(services: &Services, row: &ConnectionRow) -> Option<Vec<ConfigValue>> {
    let opened = connection::open(services, row).ok()?;
    let provider = services.definition(&row.environment_id, &row.provider);
    let wire = opened.connection_config.to_wire();
    let values = wire.as_object()?.iter().map(|(name, value)| {
        let is_open = provider.as_deref().is_some_and(|provider| is_open(provider, name));
        let value = value.as_str().filter(|_| is_open).map(str::to_owned);
        ConfigValue { name: name.clone(), value }
    });
    Some(values.collect())
}

/// Whether the definition has that field and nothing says that it is secret.
fn is_open(provider: &Provider, name: &str) -> bool {
    Form::build(provider, &FormContext::default()).fields.iter().any(|field| {
        field.path.group == FieldGroup::Params && field.path.name.as_str() == name && !field.secret
    })
}
