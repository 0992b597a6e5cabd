//! Why a flow came to nothing, in the visitor's words. The texts are ours, never the service's.

use super::page::{Chrome, Service};
use crate::connection::FlowFailure;

/// The sentence for a failure.
#[must_use]
pub fn reason(chrome: &Chrome, service: &Service, failure: FlowFailure) -> String {
    let arguments = [("service", (&service.name).into()), ("app", (&chrome.app_name).into())];
    chrome.tr.text_with(key(failure), &arguments)
}

const fn key(failure: FlowFailure) -> &'static str {
    match failure {
        FlowFailure::Denied => "flow-denied",
        FlowFailure::ApprovalRequested => "flow-approval",
        FlowFailure::NoAnswer => "flow-no-answer",
        FlowFailure::NoCode | FlowFailure::TokenRefused | FlowFailure::Unreadable => "flow-refused",
        FlowFailure::Owner
        | FlowFailure::CheckFailed
        | FlowFailure::NoDefinition
        | FlowFailure::Mode
        | FlowFailure::NotAllowed
        | FlowFailure::NoWayForCode
        | FlowFailure::Unverified => "flow-owner",
        FlowFailure::DefinitionChanged => "flow-definition-changed",
        FlowFailure::Values => "flow-values",
        FlowFailure::ForeignInstallation => "flow-foreign-installation",
        FlowFailure::OtherServer => "flow-other-server",
        FlowFailure::Expired | FlowFailure::NoSession => "flow-too-late",
        FlowFailure::Cancelled | FlowFailure::Gone => "flow-cancelled",
        FlowFailure::ConnectionGone => "reconnect-gone-text",
        FlowFailure::NotStored => "flow-not-stored",
        FlowFailure::Unknown => "flow-unknown",
    }
}
