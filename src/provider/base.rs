//! The credentials that a mode asks for by itself, and what they are called where no definition says it.

use super::mode::AuthMode;
use super::model::Provider;

/// A field known by its name.
#[derive(Clone, Copy)]
pub(super) struct BuiltIn {
    pub name: &'static str,
    pub label: &'static str,
    pub placeholder: &'static str,
    pub secret: bool,
}

const fn plain(name: &'static str, label: &'static str, placeholder: &'static str) -> BuiltIn {
    BuiltIn { name, label, placeholder, secret: false }
}

const fn secret(name: &'static str, label: &'static str, placeholder: &'static str) -> BuiltIn {
    BuiltIn { name, label, placeholder, secret: true }
}

const BUILT_IN: &[BuiltIn] = &[
    secret("apiKey", "API Key", "Your API key"),
    plain("username", "User Name", "Your user name"),
    secret("password", "Password", "Your password"),
    plain("client_id", "Client ID", "Your Client ID"),
    secret("client_secret", "Client Secret", "Your Client Secret"),
    secret("client_certificate", "Client Certificate", "-----BEGIN CERTIFICATE-----"),
    secret("client_private_key", "Client Private Key", "-----BEGIN PRIVATE KEY-----"),
    plain("oauth_client_id_override", "OAuth Client ID", "Your OAuth Client ID"),
    secret("oauth_client_secret_override", "OAuth Client Secret", "Your OAuth Client Secret"),
    secret("oauth_refresh_token_override", "OAuth Refresh Token", "Your OAuth Refresh Token"),
    secret("token_id", "Token ID", "Your Token ID"),
    secret("token_secret", "Token Secret", "Your Token Secret"),
    plain("organization_id", "Organization ID", "Your Organization ID"),
    secret("dev_key", "Developer Key", "Your Developer Key"),
    plain("role_arn", "Role ARN", "arn:aws:iam::123456789012:role/Name"),
    secret("pat_secret", "Token Secret", "Your token secret"),
    secret("content_url", "Content URL", "Your content URL"),
    secret("privateKey", "Private Key", "-----BEGIN PRIVATE KEY-----"),
];

/// What is known of a credential by its name.
pub(super) fn built_in(name: &str) -> Option<&'static BuiltIn> {
    BUILT_IN.iter().find(|field| field.name == name)
}

/// The names of the credentials that the provider's mode asks for, in order.
pub(super) fn names(provider: &Provider) -> Vec<&'static str> {
    match provider.auth_mode {
        AuthMode::ApiKey => vec!["apiKey"],
        AuthMode::Basic | AuthMode::Signature => vec!["username", "password"],
        AuthMode::OAuth2ClientCredentials => client_credentials(provider),
        AuthMode::Tba => {
            vec!["oauth_client_id_override", "oauth_client_secret_override", "token_id", "token_secret"]
        }
        AuthMode::Bill => vec!["username", "password", "organization_id", "dev_key"],
        AuthMode::AwsSigV4 => vec!["role_arn"],
        AuthMode::OAuth1
        | AuthMode::OAuth2
        | AuthMode::Custom
        | AuthMode::App
        | AuthMode::None
        | AuthMode::Jwt
        | AuthMode::TwoStep
        | AuthMode::McpOAuth2
        | AuthMode::McpOAuth2Generic
        | AuthMode::InstallPlugin => Vec::new(),
    }
}

fn client_credentials(provider: &Provider) -> Vec<&'static str> {
    let mut names = vec!["client_id"];
    if !provider.private_key_jwt {
        names.push("client_secret");
    }
    if provider.require_client_certificate {
        names.extend(["client_certificate", "client_private_key"]);
    }
    names
}
