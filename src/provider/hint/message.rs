//! What a hint can say: a closed set, since every text stands in every language.

macro_rules! messages {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)*) => {
        /// What a hint says. Its words are the pages' matter.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum HintMessage {
            $($(#[$doc])* $variant,)*
        }

        impl HintMessage {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in definitions.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            pub(super) fn parse(text: &str) -> Result<Self, String> {
                let found = Self::ALL.iter().find(|message| message.as_str() == text);
                found.copied().ok_or_else(|| format!("unknown message `{text}`"))
            }
        }
    };
}

messages! {
    /// A header line with its name or scheme was pasted.
    WholeHeader = "whole_header",
    /// A line `NAME=value` was pasted.
    Assignment = "assignment",
    /// The beginning is known from another service; `name` says from which.
    OtherService = "other_service",
    /// Another kind of key of the same service; `name` is how the right one begins.
    WrongKind = "wrong_kind",
    /// A key that everybody may see; `name` is how the right one begins.
    PublishableKey = "publishable_key",
    /// A key of a test mode.
    TestKey = "test_key",
    /// The name of the key, not the key.
    KeyName = "key_name",
    /// A secret that signs webhooks, not calls.
    WebhookSecret = "webhook_secret",
    /// A password where a token is asked.
    PasswordNotToken = "password_not_token",
    /// The address is known, the token is not.
    TokenUnknown = "token_unknown",
    /// The user and the secret do not belong together.
    PairUnknown = "pair_unknown",
    /// There is no account at that address.
    AddressUnknown = "address_unknown",
    /// The token's time is over.
    TokenExpired = "token_expired",
    /// The token was withdrawn.
    TokenRevoked = "token_revoked",
    /// The token may not do enough.
    ScopeMissing = "scope_missing",
    /// The token belongs to another region.
    WrongRegion = "wrong_region",
    /// The account does not let tokens in.
    TokenAccessOff = "token_access_off",
    /// The account is suspended, or its plan has no access.
    AccountInactive = "account_inactive",
    /// Calls may only come from addresses that are listed.
    AddressNotListed = "address_not_listed",
    /// The organization wants to be asked for this token.
    SingleSignOn = "single_sign_on",
    /// Too many wrong attempts: the service wants a sign-in in its own pages first.
    LockedOut = "locked_out",
}
