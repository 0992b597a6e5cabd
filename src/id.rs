//! Typed ids, so that one kind of row is never looked up by another kind's id.
//!
//! Owns the types only; who creates an id brings the randomness.

use crate::clock::Random;

macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// A new random id (UUID version 4).
            #[must_use]
            pub fn random(random: &Random) -> Self {
                Self(random.uuid())
            }

            /// An id as it stands in the database.
            #[must_use]
            pub fn from_stored(text: String) -> Self {
                Self(text)
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

typed_id! {
    /// An environment: a tenant's separate set of integrations, keys and connections.
    EnvironmentId,
    /// An environment variable's row.
    VariableId,
    /// An API key's row.
    ApiKeyId,
    /// An integration's row.
    IntegrationId,
    /// An end user's row.
    EndUserId,
    /// A connect session's row; not its token.
    SessionId,
    /// A page capability's row; not the capability.
    CapabilityId,
    /// A connection's row; not the protocol's `connection_id`.
    ConnectionRowId,
    /// One attempt to connect.
    FlowId,
    /// What admin is told of an attempt: one session's way to one integration.
    AttemptId,
    /// A webhook: one thing that happened, told to every address that wants to know.
    WebhookId,
    /// A webhook on its way to one address.
    DeliveryId,
    /// A link that an admin hands out; not its token.
    ShareLinkId,
    /// An invitation to admin; not its token.
    InvitationId,
    /// A session of an admin; not its secret.
    AdminSessionId,
    /// An admin account.
    AdminId,
    /// An entry of the audit log.
    AuditId,
}
