//! The seventeen ways to authenticate at a service.

use std::fmt;

macro_rules! auth_modes {
    ($($(#[$doc:meta])* $variant:ident = $wire:literal,)*) => {
        /// How a provider authenticates; a closed set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum AuthMode {
            $($(#[$doc])* $variant,)*
        }

        impl AuthMode {
            /// All modes.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The mode's name on the wire and in provider files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $wire,)* }
            }
        }

        impl TryFrom<&str> for AuthMode {
            type Error = UnknownAuthMode;

            fn try_from(text: &str) -> Result<Self, UnknownAuthMode> {
                match text {
                    $($wire => Ok(Self::$variant),)*
                    other => Err(UnknownAuthMode(other.to_owned())),
                }
            }
        }
    };
}

auth_modes! {
    /// OAuth 1.0a with a temporary token.
    OAuth1 = "OAUTH1",
    /// OAuth 2 authorization code.
    OAuth2 = "OAUTH2",
    /// OAuth 2 client credentials.
    OAuth2ClientCredentials = "OAUTH2_CC",
    /// User name and password.
    Basic = "BASIC",
    /// One key.
    ApiKey = "API_KEY",
    /// A GitHub App together with its user's authorization.
    Custom = "CUSTOM",
    /// A GitHub App.
    App = "APP",
    /// Nothing to prove.
    None = "NONE",
    /// `NetSuite`'s token-based authentication.
    Tba = "TBA",
    /// A JWT signed by us.
    Jwt = "JWT",
    /// Bill's login.
    Bill = "BILL",
    /// A token fetched with credentials of any shape.
    TwoStep = "TWO_STEP",
    /// A signature made by us (WSSE).
    Signature = "SIGNATURE",
    /// OAuth 2 of an MCP server.
    McpOAuth2 = "MCP_OAUTH2",
    /// OAuth 2 of an MCP server that the end user names.
    McpOAuth2Generic = "MCP_OAUTH2_GENERIC",
    /// A plugin installed at the service.
    InstallPlugin = "INSTALL_PLUGIN",
    /// An AWS role, assumed by us.
    AwsSigV4 = "AWS_SIGV4",
}

/// An `auth_mode` outside the closed set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown auth_mode `{0}`")]
pub struct UnknownAuthMode(pub String);

impl fmt::Display for AuthMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
