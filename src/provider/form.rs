//! Definition + integration + session → the ordered form. Pure.
//!
//! Must not know how a form is drawn or submitted.

use std::{collections::BTreeMap, sync::Arc};

use secrecy::SecretString;
use url::Url;

use super::base;
use super::draft::Draft;
use super::field::{ExternalId, Field, FieldGroup, FieldName, FieldPath, Form};
use super::hint;
use super::mode::AuthMode;
use super::model::Provider;
use super::override_field;
use super::schema::FieldSchema;

/// What integration and session add to a definition.
#[derive(Clone, Copy, Debug, Default)]
pub struct FormContext<'a> {
    /// Names of the credentials that the integration already holds.
    pub preconfigured_credentials: &'a [String],
    /// Labels of credentials that the integration overrides.
    pub credentials_label: Option<&'a BTreeMap<String, String>>,
    /// The session's presets of the connection's configuration.
    pub presets: Option<&'a BTreeMap<String, String>>,
    /// The session's own guide.
    pub docs_connect: Option<&'a str>,
    /// Whether an existing connection is connected anew.
    pub reconnecting: bool,
}

impl FormContext<'_> {
    /// The session's preset of a parameter.
    #[must_use]
    pub fn preset(&self, name: &str) -> Option<&str> {
        self.presets?.get(name).map(String::as_str)
    }

    /// Whether nothing is added, so that every such session has the same form.
    const fn is_plain(&self) -> bool {
        self.preconfigured_credentials.is_empty()
            && self.credentials_label.is_none()
            && self.presets.is_none()
            && self.docs_connect.is_none()
            && !self.reconnecting
    }
}

impl Form {
    /// The form of a provider; most sessions add nothing to it, so that one is built once.
    #[must_use]
    pub fn shared(provider: &Provider, context: &FormContext<'_>) -> Arc<Self> {
        if context.is_plain() {
            Arc::clone(provider.plain_form.get_or_init(|| Arc::new(Self::build(provider, context))))
        } else {
            Arc::new(Self::build(provider, context))
        }
    }

    /// Builds the form of a provider.
    #[must_use]
    pub fn build(provider: &Provider, context: &FormContext<'_>) -> Self {
        let mut builder = Builder { draft: Draft::new(provider, context), fields: Vec::new(), next: 100 };
        builder.add_base();
        builder.add_credentials();
        builder.add_connection_config();
        builder.add_assertion_option();
        builder.add_overrides();
        builder.finish()
    }
}

struct Builder<'a> {
    draft: Draft<'a>,
    fields: Vec<Field>,
    next: i64,
}

impl<'a> Builder<'a> {
    fn provider(&self) -> &'a Provider {
        self.draft.provider
    }

    fn number(&mut self) -> i64 {
        let number = self.next;
        self.next += 1;
        number
    }

    fn add_base(&mut self) {
        for name in base::names(self.provider()) {
            let order = self.number();
            let path = path(FieldGroup::Credential, &FieldName::new(name));
            self.fields.push(self.draft.field(path, None, order));
        }
    }

    fn add_credentials(&mut self) {
        let provider = self.provider();
        for schema in &provider.credentials {
            self.add_credential(schema, schema.optional);
        }
        if provider.auth_mode == AuthMode::TwoStep {
            let known = |name: &FieldName| provider.credentials.iter().any(|field| field.name == *name);
            for schema in provider.integration_config.iter().filter(|schema| !known(&schema.name)) {
                self.add_credential(schema, false);
            }
        }
    }

    /// A base name keeps its number and takes this definition.
    fn add_credential(&mut self, schema: &FieldSchema, optional: bool) {
        if schema.automated || self.draft.is_preconfigured(&schema.name) {
            return;
        }
        let path = path(FieldGroup::Credential, &schema.name);
        let schema = FieldSchema { optional, ..schema.clone() };
        let base = self.fields.iter().position(|field| field.path == path);
        let known = base.map(|at| self.fields[at].order);
        let order = known.unwrap_or_else(|| self.number());
        let field = self.draft.field(path, Some(&schema), order);
        match base {
            Some(at) => self.fields[at] = field,
            None => self.fields.push(field),
        }
    }

    fn add_connection_config(&mut self) {
        for schema in self.provider().connection_config.iter().filter(|schema| !schema.automated) {
            let order = schema.order.unwrap_or_else(|| self.number());
            self.fields.push(self.draft.field(path(FieldGroup::Params, &schema.name), Some(schema), order));
        }
    }

    fn add_assertion_option(&mut self) {
        for schema in self.provider().assertion_option.iter().filter(|schema| !schema.automated) {
            let order = self.number();
            self.fields.push(self.draft.field(
                path(FieldGroup::Assertion, &schema.name),
                Some(schema),
                order,
            ));
        }
    }

    fn add_overrides(&mut self) {
        if self.provider().auth_mode != AuthMode::OAuth2 {
            return;
        }
        for name in override_field::NAMES {
            if let Some(preset) = self.draft.context.preset(name) {
                let order = self.number();
                let path = path(FieldGroup::Credential, &FieldName::new(name));
                let field = self.draft.field(path, None, order);
                self.fields.push(override_field::of(field, preset));
            }
        }
    }

    fn finish(mut self) -> Form {
        self.fields.sort_by_key(|field| field.order);
        let context = self.draft.context;
        let external_id = (self.provider().auth_mode == AuthMode::AwsSigV4 && !context.reconnecting)
            .then(|| ExternalId { preset: context.preset("external_id").map(Box::from) });
        let fixed_params = self.fixed_params();
        let guide: Option<Url> = self.draft.guide.clone();
        let provider = self.draft.provider;
        let mut form =
            Form { fields: self.fields, external_id, guide, fixed_params, value_rules: Vec::new() };
        form.value_rules = hint::for_form(&provider.key, &provider.hints, &form);
        form
    }

    /// Presets without a field, such as those of automated parameters.
    fn fixed_params(&self) -> Vec<(Box<str>, SecretString)> {
        let presets = self.draft.context.presets.into_iter().flatten();
        let is_field = |name: &str| {
            let mut fields = self.fields.iter().map(|field| &field.path);
            fields.any(|path| path.group == FieldGroup::Params && path.name.as_str() == name)
        };
        presets
            .filter(|(name, _)| !is_field(name) && !override_field::NAMES.contains(&name.as_str()))
            .map(|(name, value)| (name.as_str().into(), value.as_str().into()))
            .collect()
    }
}

fn path(group: FieldGroup, name: &FieldName) -> FieldPath {
    FieldPath { group, name: name.clone() }
}
