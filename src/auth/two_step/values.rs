//! What the templates of a login are filled with: credentials, the connection's values, the answers so far (§3.4).

use std::collections::BTreeMap;

use indexmap::IndexMap;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use super::recipe;
use crate::{
    auth::{ConnectionConfig, ServiceContext, problem::DefinitionProblem},
    clock::Timestamp,
    provider::{
        interpolate::{self, BuiltUrl, Context, Scope, UrlError, ValueEncoding},
        raw::Parameters,
    },
};

/// The values of one login. Time and random id are the same in all its requests but are drawn anew for each of them.
pub struct Values {
    fields: BTreeMap<String, SecretString>,
    further: Vec<(String, Scope)>,
    now: Timestamp,
}

impl Values {
    /// Over what was typed and what the connection has.
    pub fn new(
        now: Timestamp,
        fields: BTreeMap<String, SecretString>,
        assertion_option: &BTreeMap<String, SecretString>,
        config: &ConnectionConfig,
    ) -> Self {
        let config = config.scope();
        let further = vec![
            ("connectionConfig".to_owned(), config.clone()),
            ("connection_config".to_owned(), config),
            ("assertionOption".to_owned(), texts(assertion_option)),
        ];
        Self { fields, further, now }
    }

    /// Adds a credential that was not typed: a signed token, an assertion, a refresh token.
    pub fn set(&mut self, name: &str, value: SecretString) {
        self.fields.insert(name.to_owned(), value);
    }

    /// All credentials.
    pub const fn fields(&self) -> &BTreeMap<String, SecretString> {
        &self.fields
    }

    /// A credential.
    pub fn field(&self, name: &str) -> Option<&SecretString> {
        self.fields.get(name)
    }

    /// Adds an answer, as later steps name it: the first one is `step1`.
    pub fn set_step(&mut self, number: usize, answer: &Value) {
        self.further.push((format!("step{number}"), Scope::from_json(answer)));
    }

    /// The texts that must not come back in what people are told.
    pub fn secrets(&self) -> Vec<SecretString> {
        recipe::secrets(&self.fields)
    }

    /// The templates of one request.
    pub fn templates(&self, cx: &ServiceContext<'_>) -> RequestTemplates {
        let mut scope = texts(&self.fields);
        scope.insert("credentials", scope.clone());
        for (name, values) in &self.further {
            scope.insert(name.as_str(), values.clone());
        }
        RequestTemplates { scope, now: self.now, random: cx.random.uuid() }
    }
}

/// Templates of one request: a date header and its signature agree.
pub struct RequestTemplates {
    scope: Scope,
    now: Timestamp,
    random: String,
}

impl RequestTemplates {
    fn context(&self) -> Context<'_> {
        Context::new(&self.scope, self.now, &self.random)
    }

    /// An address of the definition.
    pub fn url(&self, key: &'static str, template: &str) -> Result<BuiltUrl, DefinitionProblem> {
        interpolate::make_url(template, self.context(), ValueEncoding::Component).map_err(|problem| {
            match problem {
                UrlError::Unresolved(names) => DefinitionProblem::Unresolved(bare(&names)),
                problem => DefinitionProblem::Url { key, problem },
            }
        })
    }

    /// A text of the definition; every placeholder must have a value, an empty one counts.
    pub fn text(&self, template: &str) -> Result<SecretString, DefinitionProblem> {
        let filled = interpolate::flat(template, self.context());
        if filled.is_complete() {
            return Ok(filled.into_secret());
        }
        Err(DefinitionProblem::Unresolved(bare(filled.unresolved())))
    }

    /// Texts of the definition by name.
    pub fn texts(
        &self,
        parameters: Option<&Parameters>,
    ) -> Result<Vec<(String, SecretString)>, DefinitionProblem> {
        let text = |value: &Value| match value {
            Value::String(template) => self.text(template),
            other => Ok(SecretString::from(other.to_string())),
        };
        parameters.into_iter().flatten().map(|(name, value)| Ok((name.clone(), text(value)?))).collect()
    }

    /// Parameters of the definition, texts filled at any depth.
    pub fn parameters(
        &self,
        parameters: Option<&Parameters>,
    ) -> Result<IndexMap<String, Value>, DefinitionProblem> {
        let filled = |(name, value): (&String, &Value)| Ok((name.clone(), self.value(value)?));
        parameters.into_iter().flatten().map(filled).collect()
    }

    /// A value of the definition, texts filled at any depth.
    pub fn value(&self, value: &Value) -> Result<Value, DefinitionProblem> {
        Ok(match value {
            Value::String(template) => Value::String(self.text(template)?.expose_secret().to_owned()),
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.value(item)).collect::<Result<_, _>>()?)
            }
            Value::Object(map) => {
                let filled = |(name, value): (&String, &Value)| Ok((name.clone(), self.value(value)?));
                Value::Object(map.iter().map(filled).collect::<Result<_, DefinitionProblem>>()?)
            }
            other => other.clone(),
        })
    }
}

fn texts(values: &BTreeMap<String, SecretString>) -> Scope {
    values.iter().fold(Scope::new(), |scope, (name, text)| scope.with(name.as_str(), text.expose_secret()))
}

/// The names as people know them from the form.
fn bare(names: &[String]) -> Vec<String> {
    let prefixes = ["connectionConfig.", "credentials.", "assertionOption."];
    let bare = |name: &String| {
        let rest = prefixes.iter().find_map(|prefix| name.strip_prefix(prefix));
        rest.unwrap_or(name).to_owned()
    };
    names.iter().map(bare).collect()
}
