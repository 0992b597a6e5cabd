//! Fills a definition's templates with a connection's values (provider-format.md §3.4).

use indexmap::IndexMap;
use serde_json::Value;

use super::{ConnectionConfig, problem::DefinitionProblem, service::ServiceContext};
use crate::{
    clock::Timestamp,
    provider::{
        interpolate::{self, BuiltUrl, Context, Scope, UrlError, ValueEncoding},
        raw::Parameters,
    },
};

/// Templates of one request: time and random id are the same in all of them.
pub(super) struct Templates {
    scope: Scope,
    now: Timestamp,
    random: String,
}

impl Templates {
    /// Templates over a connection's values.
    pub fn new(cx: &ServiceContext<'_>, config: &ConnectionConfig) -> Self {
        let values = config.scope();
        let scope = Scope::new().with("connectionConfig", values.clone()).with("connection_config", values);
        Self { scope, now: cx.clock.now(), random: cx.random.uuid() }
    }

    fn context(&self) -> Context<'_> {
        Context::new(&self.scope, self.now, &self.random)
    }

    /// An address of the definition.
    pub fn url(
        &self,
        key: &'static str,
        template: &str,
        encoding: ValueEncoding,
    ) -> Result<BuiltUrl, DefinitionProblem> {
        interpolate::make_url(template, self.context(), encoding).map_err(|problem| match problem {
            UrlError::Unresolved(names) => DefinitionProblem::Unresolved(bare(&names)),
            problem => DefinitionProblem::Url { key, problem },
        })
    }

    /// A text of the definition; every placeholder must have a value.
    pub fn text(&self, template: &str) -> Result<String, DefinitionProblem> {
        let filled = interpolate::path(template, self.context());
        if filled.is_complete() && interpolate::resolves(template, self.context()) {
            return Ok(filled.as_str().to_owned());
        }
        Err(DefinitionProblem::Unresolved(bare(filled.unresolved())))
    }

    /// Parameters of the definition, texts filled at any depth.
    pub fn parameters(
        &self,
        parameters: Option<&Parameters>,
    ) -> Result<IndexMap<String, Value>, DefinitionProblem> {
        let filled = |(name, value): (&String, &Value)| Ok((name.clone(), self.value(value)?));
        parameters.into_iter().flatten().map(filled).collect()
    }

    fn value(&self, value: &Value) -> Result<Value, DefinitionProblem> {
        Ok(match value {
            Value::String(text) => Value::String(self.text(text)?),
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

/// The names as people know them from the form.
fn bare(names: &[String]) -> Vec<String> {
    names.iter().map(|name| name.trim_start_matches("connectionConfig.").to_owned()).collect()
}
