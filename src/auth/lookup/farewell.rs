//! What single services want to hear before a connection is deleted (`pre_connection_deletion_script`,
//! provider-format.md §6): they end a grant by an endpoint of their own, which RFC 7009 does not describe.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::json;

use super::{
    Account, LookupProblem,
    question::{Call, Host, Question},
};
use crate::{
    auth::{Credential, ServiceContext, renew::Revoked},
    outbound::Method,
};

/// A service's own way.
#[derive(Clone, Copy, Debug)]
enum Farewell {
    /// DELETE, with the refresh token in the path.
    RefreshToken(&'static str),
    /// POST with the access token.
    AccessToken(&'static str),
    /// POST by the client, with the access token in the body.
    ByClient(&'static str),
}

impl Farewell {
    fn of(script: &str) -> Option<Self> {
        Some(match script {
            "hubspotPreConnectionDeletion" => Self::RefreshToken("/oauth/v1/refresh-tokens"),
            "intercomPreConnectionDeletion" => Self::AccessToken("/auth/uninstall"),
            "linearPreConnectionDeletion" => Self::AccessToken("/oauth/revoke"),
            "oneloginPreConnectionDeletion" => Self::ByClient("/auth/oauth2/revoke"),
            _ => return None,
        })
    }
}

/// Ends a grant in its service's own way; nothing where the definition names none.
pub async fn farewell(
    cx: ServiceContext<'_>,
    account: Account<'_>,
) -> Option<Result<Revoked, LookupProblem>> {
    let script = account.provider.pre_connection_deletion_script.as_deref()?;
    Some(end(cx, &account, Farewell::of(script)?).await)
}

async fn end(
    cx: ServiceContext<'_>,
    account: &Account<'_>,
    farewell: Farewell,
) -> Result<Revoked, LookupProblem> {
    let address = |path| Question::get(Host::Api(&[]), path).address(cx, account);
    let access_token = Revoked { access_token: true, refresh_token: false };
    match farewell {
        Farewell::RefreshToken(path) => {
            let mut address = address(path)?;
            let token = refresh_token(account.credential).ok_or(LookupProblem::Credential)?;
            if let Ok(mut segments) = address.url.path_segments_mut() {
                segments.push(token.expose_secret());
            }
            let call = Call::new(Method::DELETE, address, account.credential, "Bearer")?;
            call.send(cx, None).await?;
            Ok(Revoked { access_token: false, refresh_token: true })
        }
        Farewell::AccessToken(path) => {
            let call = Call::new(Method::POST, address(path)?, account.credential, "Bearer")?;
            call.send(cx, None).await.map(|_| access_token)
        }
        Farewell::ByClient(path) => {
            let Credential::OAuth2ClientCredentials(credentials) = account.credential else {
                return Err(LookupProblem::Credential);
            };
            let client = Credential::Basic {
                username: credentials.client.client_id.clone().into(),
                password: credentials.client.client_secret.clone(),
            };
            let body = json!({ "access_token": credentials.token.expose_secret() });
            let call = Call::new(Method::POST, address(path)?, &client, "Basic")?;
            call.send(cx, Some(&body)).await.map(|_| access_token)
        }
    }
}

const fn refresh_token(credential: &Credential) -> Option<&SecretString> {
    match credential {
        Credential::OAuth2(token) => token.refresh_token.as_ref(),
        _ => None,
    }
}
