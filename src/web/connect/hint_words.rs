//! The texts of hints. One list for both tables: a definition may say of an answer what another says of a value.

use crate::provider::HintMessage;

/// The key of a hint's text.
#[must_use]
pub const fn key(message: HintMessage) -> &'static str {
    match message {
        HintMessage::WholeHeader => "hint-whole-header",
        HintMessage::Assignment => "hint-assignment",
        HintMessage::OtherService => "hint-other-service",
        HintMessage::WrongKind => "hint-wrong-kind",
        HintMessage::PublishableKey => "hint-publishable-key",
        HintMessage::TestKey => "hint-test-key",
        HintMessage::KeyName => "hint-key-name",
        HintMessage::WebhookSecret => "hint-webhook-secret",
        HintMessage::PasswordNotToken => "hint-password-not-token",
        HintMessage::TokenUnknown => "hint-token-unknown",
        HintMessage::PairUnknown => "hint-pair-unknown",
        HintMessage::AddressUnknown => "hint-address-unknown",
        HintMessage::TokenExpired => "hint-token-expired",
        HintMessage::TokenRevoked => "hint-token-revoked",
        HintMessage::ScopeMissing => "hint-scope-missing",
        HintMessage::WrongRegion => "hint-wrong-region",
        HintMessage::TokenAccessOff => "hint-token-access-off",
        HintMessage::AccountInactive => "hint-account-inactive",
        HintMessage::AddressNotListed => "hint-address-not-listed",
        HintMessage::SingleSignOn => "hint-single-sign-on",
        HintMessage::LockedOut => "hint-locked-out",
    }
}
