//! Telling the SDK what came of a flow (wire-protocol.md §4.9).

use crate::{
    connection::FlowEnd,
    store::flow::FlowState,
    web::{socket::SocketMessage, state::State},
};

/// Tells the socket that waits for a flow how it ended.
pub fn report(state: &State, end: &FlowEnd) {
    let (Some(socket), Some(message)) = (&end.socket_id, message(end)) else { return };
    if !state.sockets.tell(socket, &message) {
        tracing::debug!(flow = end.flow.as_str(), "the socket of this flow does not listen here");
    }
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
            error_type: protocol_type(error_code).to_owned(),
            error_desc: description(error_code, detail.as_deref()),
        }),
        FlowState::Prepared | FlowState::Departed | FlowState::Returned => None,
    }
}

/// The protocol's types are fewer than our codes.
#[must_use]
pub fn protocol_type(code: &str) -> &str {
    match code {
        "access_denied" => "callback_err",
        "issuer_mismatch" => "state_err",
        "service_unreachable" | "flow_expired" | "cancelled" | "session_ended" | "not_stored" => "unknown_err",
        other => other,
    }
}

/// For the developer who reads the SDK's error; English, and never the service's raw answer.
fn description(code: &str, detail: Option<&str>) -> String {
    let text = match code {
        "access_denied" => "The end user did not allow the access",
        "callback_err" => "The service sent no code",
        "issuer_mismatch" => "The answer came from another authorization server than the one asked",
        "service_unreachable" => "The service did not answer in time",
        "flow_expired" => "The end user did not come back in time",
        "cancelled" => "The end user cancelled",
        "session_ended" => "The connect session was ended or the integration deleted meanwhile",
        "provider_config_err" => "The integration's OAuth client is missing or not accepted by the service",
        "url_param_err" => "A value that the service's address needs is missing",
        "token_err" => "The service refused the token request",
        _ => "The connection could not be made",
    };
    detail.map_or_else(|| text.to_owned(), |detail| format!("{text}: {detail}"))
}
