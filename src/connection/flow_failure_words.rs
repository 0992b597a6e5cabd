//! Why a flow came to nothing, for the developer: on the SDK's socket and in the webhook.

use super::FlowFailure;

impl FlowFailure {
    /// For the developer who reads the SDK's error; English, and never the service's raw answer.
    #[must_use]
    pub fn description(self, detail: Option<&str>) -> String {
        let text = match self {
            Self::Denied => "The end user did not allow the access",
            Self::NoCode => "The service sent no code",
            Self::ApprovalRequested => "The installation still has to be approved at the service",
            Self::OtherServer => "The answer did not come from the authorization server that was asked",
            Self::TokenRefused => "The service refused the token request",
            Self::Unreadable => "The service's answer cannot be read",
            Self::NoAnswer => "The service did not answer",
            Self::Owner => "The integration's OAuth client is missing or not accepted by the service",
            Self::NoDefinition => "The provider's definition is missing or incomplete",
            Self::DefinitionChanged => {
                "The provider's definition was changed while the end user was at the service"
            }
            Self::Mode => "This integration cannot be connected this way",
            Self::Values => "A value that the service's address needs is missing or wrong",
            Self::ForeignInstallation => "The end user may not see the installation that came back",
            Self::CheckFailed => "The service did not accept the integration's credentials",
            Self::NoSession => "The connect session is unknown or its time is over",
            Self::NotAllowed => "The connect session does not allow this integration, or there is none",
            Self::NoWayForCode => {
                "connect_ui.completion \"exchange\" needs the Connect UI: nango.auth() has no place for the code of a redirect"
            }
            Self::Unverified => {
                "connect_ui.verify of this session wants its hosted link; nothing else opens with its token"
            }
            Self::Expired => "The end user did not come back in time",
            Self::Cancelled => "The end user cancelled",
            Self::ConnectionGone => "The connection that was to be reconnected was deleted meanwhile",
            Self::Gone => "The connect session was ended or the integration deleted meanwhile",
            Self::NotStored => "The database did not take the connection",
            Self::Unknown => "The connection could not be made",
        };
        detail.map_or_else(|| text.to_owned(), |detail| format!("{text}: {detail}"))
    }
}
