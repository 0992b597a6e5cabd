//! What a definition says about OAuth 2, judged.

use super::token_request::{BodyFormat, ClientAuthentication};
use crate::{
    auth::problem::DefinitionProblem,
    provider::{
        AuthMode, Provider,
        interpolate::ValueEncoding,
        raw::{Parameters, RawProvider, RawTokenUrl},
    },
};

/// A definition's part that speaks of OAuth 2.
pub struct Definition {
    raw: RawProvider,
    mode: AuthMode,
}

impl Definition {
    /// Reads it.
    pub fn of(provider: &Provider) -> Result<Self, DefinitionProblem> {
        let raw = provider.definition().map_err(|_| DefinitionProblem::Unreadable)?;
        Ok(Self { raw, mode: provider.auth_mode })
    }

    /// All keys as they stand.
    pub const fn raw(&self) -> &RawProvider {
        &self.raw
    }

    /// Template of the consent page.
    pub fn authorization_url(&self) -> Result<&str, DefinitionProblem> {
        filled(self.raw.authorization_url.as_ref()).ok_or(DefinitionProblem::Missing("authorization_url"))
    }

    /// Template of the token endpoint; of several, the one for users.
    pub fn token_url(&self) -> Result<&str, DefinitionProblem> {
        let url = match &self.raw.token_url {
            Some(RawTokenUrl::One(url)) => Some(url),
            Some(RawTokenUrl::ByFlow(urls)) => urls.get("OAUTH2"),
            None => None,
        };
        filled(url).ok_or(DefinitionProblem::Missing("token_url"))
    }

    /// Template of the endpoint for renewals: only some services have one of its own.
    pub fn refresh_url(&self) -> Result<&str, DefinitionProblem> {
        filled(self.raw.refresh_url.as_ref()).map_or_else(|| self.token_url(), Ok)
    }

    /// How values are written into the authorization address.
    pub fn authorization_encoding(&self) -> ValueEncoding {
        if self.skips_encoding("base_url") { ValueEncoding::Path } else { ValueEncoding::Component }
    }

    /// Whether a part of the authorization address goes unencoded.
    pub fn skips_encoding(&self, part: &str) -> bool {
        self.raw.authorization_url_skip_encode.iter().flatten().any(|skipped| skipped == part)
    }

    /// What stands between two scopes.
    pub fn scope_separator(&self) -> &str {
        filled(self.raw.scope_separator.as_ref()).unwrap_or(" ")
    }

    /// Whether the request is bound by PKCE; MCP always is.
    pub fn uses_pkce(&self) -> bool {
        self.mode == AuthMode::McpOAuth2 || self.raw.disable_pkce != Some(true)
    }

    /// The callback's parameter that holds the code.
    pub fn code_parameter(&self) -> &str {
        filled(self.raw.authorization_code_param_in_callback.as_ref()).unwrap_or("code")
    }

    /// How a token request's parameters are written.
    pub fn body_format(&self) -> Result<BodyFormat, DefinitionProblem> {
        match self.raw.body_format.as_deref() {
            None | Some("" | "form") => Ok(BodyFormat::Form),
            Some("json") => Ok(BodyFormat::Json),
            Some("query") => Ok(BodyFormat::Query),
            Some(_) => Err(DefinitionProblem::Unknown("body_format")),
        }
    }

    /// How the client proves itself when it exchanges a code (provider-format.md §2.1.3).
    pub fn client_authentication(&self) -> Result<ClientAuthentication, DefinitionProblem> {
        if self.raw.authorization_method.as_deref() == Some("header") {
            return Ok(ClientAuthentication::Header);
        }
        match self.raw.token_request_auth_method.as_deref() {
            None | Some("") => Ok(ClientAuthentication::Body),
            Some("basic") => Ok(ClientAuthentication::BasicAndBody),
            Some("private_key_jwt") => Ok(ClientAuthentication::PrivateKeyJwt),
            Some("custom") => Ok(ClientAuthentication::Custom),
            Some(_) => Err(DefinitionProblem::Unknown("token_request_auth_method")),
        }
    }

    /// What a renewal sends beside the refresh token.
    pub fn refresh_params(&self) -> Option<&Parameters> {
        self.raw.refresh_params.as_ref().or(self.raw.token_params.as_ref())
    }
}

/// A text that is there and not empty.
fn filled(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.is_empty())
}
