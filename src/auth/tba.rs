//! `TBA`: `NetSuite`'s token-based authentication, requests signed by OAuth 1.0a (provider-format.md §2.9).
//!
//! No service is asked for the token: somebody makes it there and types it in.

use secrecy::{ExposeSecret as _, SecretString};

use super::{
    ClientOverride, ConnectionConfig, Credential, Grant, ServiceContext, Subject, TbaToken,
    oauth1::{OAuth1Signer, Occasion, SignatureMethod},
    problem::{ExchangeProblem, MissingOwner},
};
use crate::provider::Inputs;

/// The integration's client among a connection's values.
const CLIENT_ID: &str = "oauth_client_id";
const CLIENT_SECRET: &str = "oauth_client_secret";
/// The account, which is the realm of signatures.
const ACCOUNT: &str = "accountId";

/// What was typed, with the client that signs beside it.
pub(super) fn grant(subject: &Subject<'_>, inputs: &Inputs) -> Result<Grant, ExchangeProblem> {
    let typed =
        |name: &str| inputs.credentials.get(name).filter(|text| !text.expose_secret().is_empty()).cloned();
    let client_override = ClientOverride {
        client_id: typed("oauth_client_id_override").map(|id| id.expose_secret().to_owned()),
        client_secret: typed("oauth_client_secret_override"),
        refresh_token: None,
    };
    let token = TbaToken {
        token_id: typed("token_id").unwrap_or_default(),
        token_secret: typed("token_secret").unwrap_or_default(),
        client_override: Some(client_override).filter(ClientOverride::is_some),
    };
    let mut connection_config = subject.connection_config.clone();
    if let Some(client) = subject.owner.and_then(|owner| owner.oauth_client()) {
        connection_config.set(CLIENT_ID, client.client_id.as_str());
        connection_config.set(CLIENT_SECRET, client.client_secret.clone());
    }
    // A token that nothing can sign with is not worth storing.
    client(&token, &connection_config)?;
    Ok(Grant { credential: Credential::Tba(token), connection_config, granted_scopes: None })
}

/// The `Authorization` of one request. `form` holds the parameters of a form in its body, and nothing else.
pub fn authorization(
    cx: ServiceContext<'_>,
    token: &TbaToken,
    config: &ConnectionConfig,
    method: &str,
    url: &url::Url,
    form: &[(String, String)],
) -> Result<SecretString, ExchangeProblem> {
    let (client_id, client_secret) = client(token, config)?;
    let realm = config.text(ACCOUNT).map(|account| realm(account.expose_secret()));
    let signer = OAuth1Signer {
        client_id: client_id.expose_secret(),
        client_secret: &client_secret,
        token: Some((&token.token_id, &token.token_secret)),
        method: SignatureMethod::HmacSha256,
        realm: realm.as_deref(),
    };
    Ok(signer.authorization(&Occasion::now(cx), method, url, &[], form))
}

/// The end user's client, each half of it, else the integration's.
fn client(
    token: &TbaToken,
    config: &ConnectionConfig,
) -> Result<(SecretString, SecretString), ExchangeProblem> {
    let own = token.client_override.as_ref();
    let id = own.and_then(|own| own.client_id.as_deref()).map(SecretString::from);
    let id = id.or_else(|| config.text(CLIENT_ID).cloned());
    let secret = own.and_then(|own| own.client_secret.clone());
    let secret = secret.or_else(|| config.text(CLIENT_SECRET).cloned());
    id.zip(secret).ok_or(ExchangeProblem::Owner(MissingOwner::Client))
}

/// `tstdrv1-sb1` is the account in addresses, `TSTDRV1_SB1` in signatures.
fn realm(account: &str) -> String {
    account.replacen('-', "_", 1).to_uppercase()
}
