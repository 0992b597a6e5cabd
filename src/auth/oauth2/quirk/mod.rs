//! What single services do otherwise than their definitions can say (provider-format.md §2.1.6), by provider key.
//!
//! This folder is the only place that knows a provider by its name. The generic request is made first; a quirk changes
//! it (`exchange`, `refresh`), reads the answer (`answer`) and makes the further calls that some services need
//! (`further`) or offer (`second_token`).

mod answer;
mod assertion;
mod braintree;
mod exchange;
mod further;
mod refresh;
mod second_token;
mod shopline;

pub use exchange::shape_exchange;
pub use further::{after_exchange, after_refresh, renewed_values};
pub use refresh::shape_refresh;
pub use second_token::{BOT_TOKEN, NEXT_ATTEMPT, SHAREPOINT_TOKEN, obtain as second_token};

use super::{BodyFormat, ClientAuthentication};
use crate::auth::Subject;

/// A service with ways of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quirk {
    /// Basic header and the client's name in the body; renewals prove themselves by a part of the secret.
    Agiloft,
    /// Public client: its name and PKCE, no secret.
    PublicClient,
    /// Basic header and nothing in the body.
    BasicOnly,
    /// As before; tokens live an hour, and a refresh token of the user's own stays.
    Workday,
    /// As before, and wants the state again.
    FollowUpBoss,
    /// As before, with headers of its own.
    Walmart,
    /// A nonce, and headers from the connection's values.
    AbsorbLms,
    /// The secret is the user name.
    StripeApp,
    /// The client proves itself by a signed JWT; the "secret" is its key.
    RevolutBusiness,
    /// Signed JSON.
    Shopline,
    /// JSON, with a refresh address that wants no secret.
    Clover,
    /// Renewal prolongs the same token.
    Coros,
    /// JSON, with the redirect address in the query.
    Figma,
    /// As before; renewed only on demand, by the access token itself.
    Facebook,
    /// Short-lived tokens are exchanged for long-lived ones.
    LongLived(LongLived),
    /// Tokens live an hour and do not say so.
    Jobber,
    /// `client_key` in place of `client_id`.
    TiktokPersonal,
    /// JSON with names of its own; never renewed.
    TiktokAds,
    /// JSON with names of its own.
    TiktokAccounts,
    /// JSON with names of its own, at the installation's address.
    Sentry,
    /// XML.
    Braintree,
    /// Everything in the query, then a session.
    Bullhorn,
    /// A second token for `SharePoint`.
    SharePoint,
    /// A second token for the bot.
    TeamsBot,
    /// Client credentials once an admin agreed.
    MicrosoftAdmin,
    /// Refusals with status 200; tokens for bot and user.
    Slack,
    /// Does not say when tokens end; can be asked.
    Salesforce,
}

/// Meta's services whose first token is short-lived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LongLived {
    /// Instagram.
    Instagram,
    /// Threads.
    Threads,
}

impl Quirk {
    /// The quirk of a provider key.
    pub fn of(key: &str) -> Option<Self> {
        Some(match key {
            "agiloft" => Self::Agiloft,
            "attio-mcp" | "heygen" | "posthog-oauth" => Self::PublicClient,
            "fanvue" => Self::BasicOnly,
            "workday-oauth" => Self::Workday,
            "followupboss" => Self::FollowUpBoss,
            "walmart" => Self::Walmart,
            "absorb-lms" => Self::AbsorbLms,
            "stripe-app" | "stripe-app-sandbox" => Self::StripeApp,
            "revolut-business" => Self::RevolutBusiness,
            "shopline-oauth" => Self::Shopline,
            "clover" => Self::Clover,
            "coros" | "coros-sandbox" => Self::Coros,
            "figma" | "figjam" => Self::Figma,
            "facebook" => Self::Facebook,
            "instagram" => Self::LongLived(LongLived::Instagram),
            "threads" => Self::LongLived(LongLived::Threads),
            "jobber" => Self::Jobber,
            "tiktok-personal" => Self::TiktokPersonal,
            "tiktok-ads" => Self::TiktokAds,
            "tiktok-accounts" => Self::TiktokAccounts,
            "sentry-oauth" => Self::Sentry,
            "braintree" | "braintree-sandbox" => Self::Braintree,
            "bullhorn" => Self::Bullhorn,
            "one-drive" | "sharepoint-online" => Self::SharePoint,
            "microsoft-teams-bot" => Self::TeamsBot,
            "microsoft-admin" => Self::MicrosoftAdmin,
            "slack" => Self::Slack,
            "salesforce" | "salesforce-cc" | "salesforce-sandbox" | "salesforce-experience-cloud" => {
                Self::Salesforce
            }
            _ => return None,
        })
    }

    /// How the client proves itself, where that is not what the definition says.
    pub const fn authentication(self) -> Option<ClientAuthentication> {
        Some(match self {
            Self::PublicClient => ClientAuthentication::Public,
            Self::Agiloft
            | Self::BasicOnly
            | Self::Workday
            | Self::FollowUpBoss
            | Self::Walmart
            | Self::Braintree => ClientAuthentication::Basic,
            Self::StripeApp | Self::RevolutBusiness | Self::Shopline | Self::TiktokAds => {
                ClientAuthentication::Nothing
            }
            _ => return None,
        })
    }

    /// How parameters are written, where that is not what the definition says.
    pub const fn body_format(self) -> Option<BodyFormat> {
        Some(match self {
            Self::Shopline
            | Self::Clover
            | Self::Figma
            | Self::Facebook
            | Self::TiktokAds
            | Self::TiktokAccounts
            | Self::Sentry => BodyFormat::Json,
            Self::Bullhorn => BodyFormat::Query,
            _ => return None,
        })
    }

    /// Whether tokens are renewed without a refresh token.
    pub const fn renews_without_refresh_token(self) -> bool {
        matches!(self, Self::Shopline | Self::MicrosoftAdmin | Self::Facebook | Self::LongLived(_))
    }

    /// Whether tokens are renewed only when somebody asks for it.
    pub const fn renews_on_demand(self) -> bool {
        matches!(self, Self::Facebook | Self::LongLived(_))
    }

    /// Whether tokens are never renewed.
    pub const fn never_renews(self) -> bool {
        matches!(self, Self::TiktokAds)
    }

    /// Whether only the service knows when a token ends.
    pub const fn can_be_asked(self) -> bool {
        matches!(self, Self::Salesforce)
    }

    /// Whether the refresh token of the first exchange stays, whatever a renewal brings.
    pub fn keeps_refresh_token(self, subject: &Subject<'_>) -> bool {
        match self {
            Self::Agiloft | Self::Walmart | Self::Figma => true,
            Self::Workday => subject.connection_config.flag("overrideTokenRefresh"),
            _ => false,
        }
    }
}
