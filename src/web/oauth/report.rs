//! Telling the SDK what came of a flow (wire-protocol.md §4.9).

use crate::{
    connection::{FlowEnd, FlowFailure},
    store::{
        flow::FlowState,
        relay::{self, Relayed},
    },
    web::{socket::SocketMessage, state::State},
};

/// Tells the socket that waits for a flow how it ended, in whichever process it listens.
pub async fn report(state: &State, end: &FlowEnd) {
    if report_here(state, end) {
        return;
    }
    let (Some(socket), Some(message)) = (&end.socket_id, message(end)) else { return };
    let relayed = Relayed { socket: socket.clone(), text: message.text() };
    if let Err(error) = relay::send(&state.services.db, &relayed).await {
        tracing::warn!(flow = end.flow.as_str(), %error, "a result was not passed on to other processes");
    }
}

/// Tells it if it listens in this process.
pub fn report_here(state: &State, end: &FlowEnd) -> bool {
    let (Some(socket), Some(message)) = (&end.socket_id, message(end)) else { return false };
    state.sockets.tell(socket, &message)
}

fn message(end: &FlowEnd) -> Option<SocketMessage> {
    let provider_config_key = end.integration_key.clone();
    match &end.state {
        FlowState::Connected { connection_id, is_pending } => Some(SocketMessage::Success {
            provider_config_key,
            connection_id: connection_id.clone(),
            is_pending: *is_pending,
        }),
        FlowState::Refused { error_code, detail } => Some(SocketMessage::Error {
            provider_config_key,
            error_type: FlowFailure::of_code(error_code).error_type().to_owned(),
            error_desc: description(FlowFailure::of_code(error_code), detail.as_deref()),
        }),
        FlowState::Prepared | FlowState::Departed | FlowState::Returned => None,
    }
}

/// For the developer who reads the SDK's error; English, and never the service's raw answer.
fn description(failure: FlowFailure, detail: Option<&str>) -> String {
    let text = match failure {
        FlowFailure::Denied => "The end user did not allow the access",
        FlowFailure::NoCode => "The service sent no code",
        FlowFailure::ApprovalRequested => "The installation still has to be approved at the service",
        FlowFailure::OtherServer => "The answer did not come from the authorization server that was asked",
        FlowFailure::TokenRefused => "The service refused the token request",
        FlowFailure::Unreadable => "The service's answer cannot be read",
        FlowFailure::NoAnswer => "The service did not answer",
        FlowFailure::Owner => "The integration's OAuth client is missing or not accepted by the service",
        FlowFailure::NoDefinition => "The provider's definition is missing or incomplete",
        FlowFailure::Mode => "This integration cannot be connected this way",
        FlowFailure::Values => "A value that the service's address needs is missing or wrong",
        FlowFailure::ForeignInstallation => "The end user may not see the installation that came back",
        FlowFailure::CheckFailed => "The service did not accept the integration's credentials",
        FlowFailure::NoSession => "The connect session is unknown or its time is over",
        FlowFailure::NotAllowed => "The connect session does not allow this integration, or there is none",
        FlowFailure::NoWayForCode => {
            "connect_ui.completion \"exchange\" needs the Connect UI: nango.auth() has no place for the code of a redirect"
        }
        FlowFailure::Unverified => {
            "connect_ui.verify of this session wants its hosted link; nothing else opens with its token"
        }
        FlowFailure::Expired => "The end user did not come back in time",
        FlowFailure::Cancelled => "The end user cancelled",
        FlowFailure::ConnectionGone => "The connection that was to be reconnected was deleted meanwhile",
        FlowFailure::Gone => "The connect session was ended or the integration deleted meanwhile",
        FlowFailure::NotStored => "The database did not take the connection",
        FlowFailure::Unknown => "The connection could not be made",
    };
    detail.map_or_else(|| text.to_owned(), |detail| format!("{text}: {detail}"))
}
