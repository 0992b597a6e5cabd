//! How the exchange of a code differs.

use secrecy::ExposeSecret as _;

use super::{Quirk, assertion, braintree, shopline};
use crate::auth::{
    oauth2::{Client, ClientAuthentication, Conversation, TokenRequest, exchange::Code},
    problem::ExchangeProblem,
};

/// Changes the generic request into what this service wants.
pub fn shape_exchange(
    request: &mut TokenRequest,
    talk: &Conversation<'_>,
    code: Code<'_>,
) -> Result<(), ExchangeProblem> {
    let Some(quirk) = talk.quirk else { return Ok(()) };
    match quirk {
        Quirk::Agiloft => request.set("client_id", talk.client.id.as_str()),
        Quirk::FollowUpBoss => {
            request.set("state", code.query.get("state").map_or("", String::as_str));
        }
        Quirk::Walmart => walmart(request, talk, code.query.get("sellerId").map(String::as_str)),
        Quirk::AbsorbLms => {
            request.set("nonce", talk.cx.random.hex::<16>());
            absorb(request, talk)?;
        }
        Quirk::StripeApp => {
            keep(request, &["grant_type", "code"]);
            stripe(request, talk);
        }
        Quirk::RevolutBusiness => {
            keep(request, &["grant_type", "code"]);
            assertion::add(request, talk)?;
        }
        Quirk::Shopline => shopline::shape_exchange(request, talk, code.value),
        Quirk::Clover => keep(request, &["code", "client_id", "client_secret"]),
        Quirk::Figma => redirect_in_query(request, talk, false),
        Quirk::Facebook => redirect_in_query(request, talk, true),
        Quirk::TiktokPersonal => rename(request, "client_id", "client_key"),
        Quirk::TiktokAds => {
            keep(request, &[]);
            tiktok_ads(request, &talk.client);
            request.set_secret("auth_code", code.value);
        }
        Quirk::TiktokAccounts => rename(request, "code", "auth_code"),
        Quirk::Sentry => keep(request, &["grant_type", "code", "client_id", "client_secret"]),
        Quirk::Braintree => braintree::shape(request),
        Quirk::MicrosoftAdmin => admin(request, talk),
        Quirk::PublicClient
        | Quirk::BasicOnly
        | Quirk::Workday
        | Quirk::Coros
        | Quirk::LongLived(_)
        | Quirk::Jobber
        | Quirk::Bullhorn
        | Quirk::SharePoint
        | Quirk::TeamsBot
        | Quirk::Slack
        | Quirk::Salesforce => {}
    }
    Ok(())
}

/// Drops all other parameters.
pub fn keep(request: &mut TokenRequest, names: &[&str]) {
    request.parameters.retain(|name, _| names.contains(&name.as_str()));
}

/// Gives a parameter another name, in the same place.
pub fn rename(request: &mut TokenRequest, from: &str, to: &str) {
    if let Some((index, _, value)) = request.parameters.shift_remove_full(from) {
        request.parameters.shift_insert(index, to.to_owned(), value);
    }
}

pub fn walmart(request: &mut TokenRequest, talk: &Conversation<'_>, seller: Option<&str>) {
    request.header("wm_svc.name", "Walmart Marketplace");
    request.header("wm_qos.correlation_id", talk.cx.random.uuid());
    if let Some(seller) = seller {
        request.header("wm_partner.id", seller);
    }
}

pub fn absorb(request: &mut TokenRequest, talk: &Conversation<'_>) -> Result<(), ExchangeProblem> {
    request.header("x-api-key", talk.value("restApiKey")?);
    request.header("x-api-version", talk.value("apiVersion")?);
    Ok(())
}

/// The secret is the user name, and there is no password.
pub fn stripe(request: &mut TokenRequest, talk: &Conversation<'_>) {
    let user = Client {
        id: talk.client.secret.expose_secret().to_owned(),
        secret: secrecy::SecretString::default(),
    };
    request.secrets.push(talk.client.secret.clone());
    request.authenticate(&user, ClientAuthentication::Basic);
}

fn redirect_in_query(request: &mut TokenRequest, talk: &Conversation<'_>, in_body_too: bool) {
    request.url.url.query_pairs_mut().append_pair("redirect_uri", talk.subject.redirect_uri);
    if !in_body_too {
        request.parameters.shift_remove("redirect_uri");
    }
}

fn tiktok_ads(request: &mut TokenRequest, client: &Client) {
    request.set_secret("secret", &client.secret);
    request.set("app_id", client.id.as_str());
}

/// There is no code: the admin's consent lets the client speak for itself.
pub fn admin(request: &mut TokenRequest, talk: &Conversation<'_>) {
    keep(request, &["client_id", "client_secret"]);
    request.set_first("grant_type", "client_credentials");
    let own = talk.subject.owner.and_then(|owner| owner.oauth_client());
    let scopes = own.map(|own| own.scopes.join(" ")).filter(|scopes| !scopes.is_empty());
    request.set("scope", scopes.unwrap_or_else(|| "https://graph.microsoft.com/.default".to_owned()));
}
