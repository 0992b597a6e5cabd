//! Services that tell no good credential from a bad one by their status: what to ask them, and how to read the answer.
//!
//! A definition names one by `credentials_verification_script`. Each is one function; none knows a provider's key.

mod aws;
mod graphql;
mod json;
mod status;
mod xml;

pub(super) use aws::identity;

use super::{CheckFailure, Checked, trial::Trial};
use crate::provider::Provider;

/// A check with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Special {
    Apollo,
    AwsIam,
    AzureDevOps,
    Bitdefender,
    Cdw,
    Expensify,
    LastPass,
    PushpayChms,
    Skio,
    SnipeIt,
    VantageApparel,
}

impl Special {
    /// The check that a definition names; an unknown name is none.
    pub fn of(provider: &Provider) -> Option<Self> {
        Some(match provider.credentials_verification_script.as_deref()? {
            "apolloCredentialsVerification" => Self::Apollo,
            "awsIamCredentialsVerification" => Self::AwsIam,
            "azureDevopsCredentialsVerification" => Self::AzureDevOps,
            "bitdefenderCredentialsVerification" => Self::Bitdefender,
            "cdwCredentialsVerification" => Self::Cdw,
            "expensifyCredentialsVerification" => Self::Expensify,
            "lastpassCredentialsVerification" => Self::LastPass,
            "pushpayChmsV1CredentialsVerification" => Self::PushpayChms,
            "skioCredentialsVerification" => Self::Skio,
            "snipeItCredentialsVerification" => Self::SnipeIt,
            "vantageApparelCredentialsVerification" => Self::VantageApparel,
            _ => return None,
        })
    }

    /// Runs it.
    pub async fn check(self, trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
        match self {
            Self::Apollo => json::apollo(trial).await,
            Self::AwsIam => aws::iam(trial).await,
            Self::AzureDevOps => status::azure_devops(trial).await,
            Self::Bitdefender => json::bitdefender(trial).await,
            Self::Cdw => status::cdw(trial).await,
            Self::Expensify => json::expensify(trial).await,
            Self::LastPass => json::lastpass(trial).await,
            Self::PushpayChms => xml::pushpay_chms(trial).await,
            Self::Skio => graphql::skio(trial).await,
            Self::SnipeIt => json::snipe_it(trial).await,
            Self::VantageApparel => xml::vantage_apparel(trial).await,
        }
    }
}
