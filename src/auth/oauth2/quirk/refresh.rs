//! How renewals differ.

use secrecy::ExposeSecret;

use super::{LongLived, Quirk, assertion, braintree, exchange, shopline};
use crate::{
    auth::{
        OAuth2Token,
        oauth2::{BodyFormat, Conversation, TokenRequest},
        problem::ExchangeProblem,
    },
    outbound::Method,
};

/// Changes the generic request into what this service wants.
pub fn shape_refresh(
    request: &mut TokenRequest,
    talk: &Conversation<'_>,
    token: &OAuth2Token,
) -> Result<(), ExchangeProblem> {
    let Some(quirk) = talk.quirk else { return Ok(()) };
    match quirk {
        Quirk::Agiloft => {
            let secret: String = talk.client.secret.expose_secret().chars().take(20).collect();
            request.set("client_id", talk.client.id.as_str());
            request.set_secret("md5_secret", &secret.into());
        }
        Quirk::Walmart => {
            let seller = talk.subject.connection_config.text("sellerId");
            exchange::walmart(request, talk, seller.map(ExposeSecret::expose_secret));
        }
        Quirk::AbsorbLms => {
            request.set("nonce", talk.cx.random.hex::<16>());
            let own = talk.subject.owner.and_then(|owner| owner.oauth_client());
            let scopes = own.map(|own| own.scopes.join(talk.definition.scope_separator()));
            request.set("scope", scopes.unwrap_or_default());
            exchange::absorb(request, talk)?;
        }
        Quirk::StripeApp => exchange::stripe(request, talk),
        Quirk::RevolutBusiness => assertion::add(request, talk)?,
        Quirk::Shopline => shopline::shape_refresh(request, talk),
        Quirk::Clover => exchange::keep(request, &["client_id", "refresh_token"]),
        Quirk::Facebook => facebook(request, token),
        Quirk::LongLived(service) => long_lived(request, service, token),
        Quirk::TiktokPersonal => exchange::rename(request, "client_id", "client_key"),
        Quirk::Braintree => braintree::shape(request),
        Quirk::MicrosoftAdmin => exchange::admin(request, talk),
        Quirk::PublicClient
        | Quirk::BasicOnly
        | Quirk::Workday
        | Quirk::FollowUpBoss
        | Quirk::Coros
        | Quirk::Figma
        | Quirk::Jobber
        | Quirk::TiktokAds
        | Quirk::TiktokAccounts
        | Quirk::Sentry
        | Quirk::Bullhorn
        | Quirk::SharePoint
        | Quirk::TeamsBot
        | Quirk::Slack
        | Quirk::Salesforce => {}
    }
    Ok(())
}

fn facebook(request: &mut TokenRequest, token: &OAuth2Token) {
    exchange::keep(request, &["client_id", "client_secret"]);
    request.set_first("grant_type", "fb_exchange_token");
    request.set_secret("fb_exchange_token", &token.access_token);
}

fn long_lived(request: &mut TokenRequest, service: LongLived, token: &OAuth2Token) {
    exchange::keep(request, &[]);
    request.method = Method::GET;
    request.format = BodyFormat::Query;
    request.set("grant_type", service.refresh_grant());
    request.set_secret("access_token", &token.access_token);
}

impl LongLived {
    /// The grant that changes a short-lived token into a long-lived one.
    pub const fn exchange_grant(self) -> &'static str {
        match self {
            Self::Instagram => "ig_exchange_token",
            Self::Threads => "th_exchange_token",
        }
    }

    const fn refresh_grant(self) -> &'static str {
        match self {
            Self::Instagram => "ig_refresh_token",
            Self::Threads => "th_refresh_token",
        }
    }
}
