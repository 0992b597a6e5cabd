//! OAuth 2 (RFC 6749) as a definition describes it: consent address, exchange of the code, renewal, revocation, and
//! client credentials. What single services do otherwise stands in `quirk`.

mod answer;
pub(super) mod arrival;
pub(super) mod authorization;
mod callback_values;
mod client;
mod client_assertion;
pub mod client_credentials;
mod conversation;
mod definition;
pub(super) mod exchange;
pub(super) mod expiry;
pub(super) mod installation;
pub(super) mod introspect;
mod pkce;
mod quirk;
pub(super) mod refresh;
pub mod revoke;
mod token_request;
mod token_response;

pub(super) use answer::refusal;
pub(super) use client::Client;
pub(super) use conversation::Conversation;
pub(super) use definition::Definition;
pub(super) use expiry::moment;
pub(super) use pkce::{challenge, new_verifier};
pub(super) use quirk::{BOT_TOKEN, NEXT_ATTEMPT, Quirk, SHAREPOINT_TOKEN};
pub(super) use token_request::{
    Answer, BodyFormat, ClientAuthentication, TokenRequest, basic as basic_header,
};
pub use token_response::scopes;
pub(super) use token_response::{Tokens, at_path, metadata, text as token_text};
