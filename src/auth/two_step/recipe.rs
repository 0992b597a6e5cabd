//! What a definition says about its login, judged.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    auth::{ConnectionConfig, TwoStepLogin, problem::DefinitionProblem},
    outbound::Method,
    provider::{
        FieldSchema, Provider,
        raw::{Parameters, RawProvider, RawStep, RawTokenUrl},
    },
};

/// How parameters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// JSON; what a definition means that says nothing.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// XML: maps are elements, names that begin with `$` attributes. An envelope of SOAP is written like any other.
    Xml,
    /// Everything in the address.
    Query,
}

/// A request as the definition writes it.
#[derive(Clone, Copy)]
pub struct RequestRecipe<'r> {
    /// The definition's key that the address stands under, for problems.
    pub url_key: &'static str,
    /// The address.
    pub url: &'r str,
    /// The method.
    pub method: &'r str,
    /// What is sent.
    pub parameters: Option<&'r Parameters>,
    /// Its headers.
    pub headers: Option<&'r Parameters>,
}

/// A definition's login.
pub struct Recipe<'p> {
    provider: &'p Provider,
    raw: RawProvider,
}

impl<'p> Recipe<'p> {
    /// Reads it.
    pub fn of(provider: &'p Provider) -> Result<Self, DefinitionProblem> {
        let raw = provider.definition().map_err(|_| DefinitionProblem::Unreadable)?;
        Ok(Self { provider, raw })
    }

    /// All keys as they stand.
    pub const fn raw(&self) -> &RawProvider {
        &self.raw
    }

    /// The first request of a login.
    pub fn login(&self) -> Result<RequestRecipe<'_>, DefinitionProblem> {
        Ok(RequestRecipe {
            url_key: "token_url",
            url: self.token_url()?,
            method: self.method(),
            parameters: self.raw.token_params.as_ref(),
            headers: self.raw.token_headers.as_ref(),
        })
    }

    /// The request of a renewal by a refresh token, where the definition has one.
    pub fn refresh(&self) -> Result<Option<RequestRecipe<'_>>, DefinitionProblem> {
        let (parameters, headers) = (&self.raw.refresh_token_params, &self.raw.refresh_token_headers);
        if parameters.is_none() && headers.is_none() {
            return Ok(None);
        }
        let url = self.raw.refresh_url.as_deref().filter(|url| !url.is_empty());
        Ok(Some(RequestRecipe {
            url_key: "refresh_url",
            url: url.map_or_else(|| self.token_url(), Ok)?,
            method: self.method(),
            parameters: parameters.as_ref(),
            headers: headers.as_ref().or(self.raw.token_headers.as_ref()),
        }))
    }

    /// The requests that follow the first one.
    pub fn further(&self) -> Result<Vec<RequestRecipe<'_>>, DefinitionProblem> {
        self.raw.additional_steps.iter().flatten().map(step).collect()
    }

    /// How parameters are written; the same in all steps, whatever they say (§8.2).
    pub fn body_format(&self) -> Result<BodyFormat, DefinitionProblem> {
        match self.raw.body_format.as_deref() {
            None | Some("" | "json") => Ok(BodyFormat::Json),
            Some("form") => Ok(BodyFormat::Form),
            Some("xml") => Ok(BodyFormat::Xml),
            Some("query") => Ok(BodyFormat::Query),
            Some(_) => Err(DefinitionProblem::Unknown("body_format")),
        }
    }

    /// Where the token stands in the last answer; empty where the answer is the token.
    pub fn token_path(&self) -> Result<&str, DefinitionProblem> {
        let path = self.raw.token_response.as_ref().and_then(|response| response.token.as_deref());
        path.ok_or(DefinitionProblem::Missing("token_response.token"))
    }

    /// Whether a field is one of the form's, so that no answer may replace it.
    pub fn declares(&self, name: &str) -> bool {
        let fields = self.provider.credentials.iter().chain(&self.provider.integration_config);
        fields.map(|field| field.name.as_str()).any(|declared| declared == name)
    }

    /// The fields that may be left out, with what stands for them then.
    pub fn complete_fields(&self, login: &TwoStepLogin) -> BTreeMap<String, SecretString> {
        let schemas = self.provider.credentials.iter().chain(&self.provider.integration_config);
        let mut fields = login.fields.clone();
        for (name, text) in missing(schemas, |name| login.fields.contains_key(name)) {
            fields.entry(name).or_insert(text);
        }
        fields
    }

    /// The connection's values, with what stands for those that may be left out.
    pub fn complete_config(&self, config: &ConnectionConfig) -> ConnectionConfig {
        let mut complete = config.clone();
        complete.extend(missing(self.provider.connection_config.iter(), |name| config.get(name).is_some()));
        complete
    }

    fn token_url(&self) -> Result<&str, DefinitionProblem> {
        match &self.raw.token_url {
            Some(RawTokenUrl::One(url)) if !url.is_empty() => Ok(url),
            _ => Err(DefinitionProblem::Missing("token_url")),
        }
    }

    fn method(&self) -> &str {
        self.raw.token_request_method.as_deref().unwrap_or_default()
    }
}

impl RequestRecipe<'_> {
    /// The method; `POST` where nothing is said.
    pub fn method(&self) -> Result<Method, DefinitionProblem> {
        match self.method {
            "" | "POST" => Ok(Method::POST),
            "GET" => Ok(Method::GET),
            _ => Err(DefinitionProblem::Unknown("token_request_method")),
        }
    }
}

/// The owner's own values among a login's fields: they stand in for what the end user is then not asked, and are kept
/// with the integration alone.
#[must_use]
pub fn owner_fields(provider: &Provider, custom: &ConnectionConfig) -> BTreeMap<String, SecretString> {
    let names = provider.integration_config.iter().map(|field| field.name.as_str());
    names.filter_map(|name| Some((name.to_owned(), custom.text(name)?.clone()))).collect()
}

fn step(step: &RawStep) -> Result<RequestRecipe<'_>, DefinitionProblem> {
    let url = step.token_url.as_deref().filter(|url| !url.is_empty());
    Ok(RequestRecipe {
        url_key: "additional_steps.token_url",
        url: url.ok_or(DefinitionProblem::Missing("additional_steps.token_url"))?,
        method: step.token_request_method.as_deref().unwrap_or_default(),
        parameters: step.token_params.as_ref(),
        headers: step.token_headers.as_ref(),
    })
}

/// Fields that the SDK need not send: the form sends them empty, or with their default.
fn missing<'a>(
    schemas: impl Iterator<Item = &'a FieldSchema>,
    is_there: impl Fn(&str) -> bool,
) -> Vec<(String, SecretString)> {
    let left_out = schemas.filter(|schema| !schema.automated && !is_there(schema.name.as_str()));
    let text = |schema: &FieldSchema| match &schema.default_value {
        Some(default) => Some(SecretString::from(&**default)),
        None => schema.optional.then(SecretString::default),
    };
    left_out.filter_map(|schema| Some((schema.name.to_string(), text(schema)?))).collect()
}

/// The texts that must not come back in what people are told.
pub fn secrets(fields: &BTreeMap<String, SecretString>) -> Vec<SecretString> {
    fields.values().filter(|text| !text.expose_secret().is_empty()).cloned().collect()
}
