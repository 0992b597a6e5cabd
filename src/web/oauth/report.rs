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
            error_desc: FlowFailure::of_code(error_code).description(detail.as_deref()),
        }),
        FlowState::Prepared | FlowState::Departed | FlowState::Returned => None,
    }
}
