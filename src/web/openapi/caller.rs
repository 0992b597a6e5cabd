//! Who may call a route, and with what answers others are turned away (wire-protocol.md §1).
//!
//! Owns the security schemes and the refusals that go with each. Must not know any route.

use serde_json::{Value, json};

/// A status with an error code.
pub type Refusal = (u16, &'static str);

/// Who may call.
#[derive(Clone, Copy, Debug)]
pub enum Caller {
    /// A backend with an API key that has one of these scopes; without any, every key will do.
    Key(&'static [&'static str]),
    /// An end user's browser, with a session token in the header.
    Session,
    /// Either of them; the scopes are asked of the key.
    Either(&'static [&'static str]),
    /// An end user's browser, with a session token in the query.
    QueryToken,
    /// An end user's browser, with a session token in the body.
    BodyToken,
    /// A backend whose key has this scope, or an admin's browser.
    Settings(&'static str),
    /// The operator's own program, with the account key.
    Account,
    /// The operator's own program with the account key, or the browser of an owner.
    Instance,
    /// A service, which signs what it sends.
    Service,
    /// Everybody.
    Anybody,
}

const KEY: &[Refusal] = &[
    (401, "missing_auth_header"),
    (401, "malformed_auth_header"),
    (401, "invalid_secret_key_format"),
    (401, "unknown_account"),
];
const TOKEN: &[Refusal] = &[
    (401, "invalid_connect_session_token_format"),
    (401, "unknown_connect_session_token"),
    (403, "verification_required"),
    (429, "too_many_request"),
];
const HEADER: &[Refusal] = &[(401, "missing_auth_header"), (401, "malformed_auth_header")];
const QUERY: &[Refusal] =
    &[(401, "missing_public_key"), (401, "invalid_public_key"), (401, "deprecated_authentication")];
const SETTINGS: &[Refusal] =
    &[(401, "unauthorized"), (403, "forbidden"), (404, "unknown_environment"), (400, "invalid_query_params")];

impl Caller {
    /// How others are turned away.
    pub fn refusals(self) -> Vec<Refusal> {
        let scopes = |scopes: &[&str]| if scopes.is_empty() { &[][..] } else { &[(403, "forbidden")][..] };
        match self {
            Self::Key(any_of) => [KEY, scopes(any_of)].concat(),
            Self::Session => [HEADER, TOKEN].concat(),
            Self::Either(any_of) => [KEY, TOKEN, scopes(any_of)].concat(),
            Self::QueryToken => [QUERY, TOKEN].concat(),
            Self::BodyToken => [&[(401, "missing_auth_header")], TOKEN].concat(),
            Self::Settings(_) => [KEY, SETTINGS].concat(),
            Self::Account => [KEY, &[(403, "forbidden")]].concat(),
            Self::Instance => {
                [KEY, &[(401, "unauthorized"), (403, "forbidden"), (400, "invalid_query_params")]].concat()
            }
            Self::Service | Self::Anybody => Vec::new(),
        }
    }

    /// The `security` of an operation.
    pub fn security(self) -> Value {
        match self {
            Self::Key(_) => json!([{ "apiKey": [] }]),
            Self::Session => json!([{ "sessionToken": [] }]),
            Self::Either(_) => json!([{ "apiKey": [] }, { "sessionToken": [] }]),
            Self::QueryToken => json!([{ "sessionTokenInQuery": [] }]),
            Self::Settings(_) => json!([{ "apiKey": [] }, { "adminCookie": [] }]),
            Self::Account => json!([{ "accountKey": [] }]),
            Self::Instance => json!([{ "accountKey": [] }, { "adminCookie": [] }]),
            Self::BodyToken | Self::Service | Self::Anybody => json!([]),
        }
    }

    /// In words, for readers.
    pub fn words(self) -> String {
        let scopes = |any_of: &[&str]| match any_of {
            [] => String::new(),
            [one] => format!(" with the scope `environment:{one}`"),
            many => format!(" with one of the scopes `environment:{}`", many.join("`, `environment:")),
        };
        match self {
            Self::Key(any_of) => format!("an API key{}", scopes(any_of)),
            Self::Session => "a session token in the Authorization header".to_owned(),
            Self::Either(any_of) => format!("an API key{}, or a session token", scopes(any_of)),
            Self::QueryToken => "a session token in the query, as `connect_session_token`".to_owned(),
            Self::BodyToken => "a session token in the body".to_owned(),
            Self::Settings(scope) => format!("an API key{}, or an admin's session", scopes(&[scope])),
            Self::Account => "the account key of the server".to_owned(),
            Self::Instance => "the account key of the server, or an owner's session".to_owned(),
            Self::Service => "the service itself, which signs the body".to_owned(),
            Self::Anybody => "nothing: everybody may call it".to_owned(),
        }
    }
}

/// `components.securitySchemes`.
pub fn schemes(admin_cookie: &str) -> Value {
    json!({
        "apiKey": {
            "type": "http", "scheme": "bearer", "bearerFormat": "UUID version 4",
            "description": "An API key of an environment, made in admin or given as CONNECT_UI_API_KEY. For backends only: \
                            it must never reach a browser.",
        },
        "sessionToken": {
            "type": "http", "scheme": "bearer", "bearerFormat": "nango_connect_session_ and 64 hexadecimal digits",
            "description": "The token of a connect session, from `POST /connect/sessions`. For the browser of one end user, \
                            for thirty minutes.",
        },
        "sessionTokenInQuery": {
            "type": "apiKey", "in": "query", "name": "connect_session_token",
            "description": "The token of a connect session, as the frontend SDK sends it.",
        },
        "accountKey": {
            "type": "http", "scheme": "bearer", "bearerFormat": "UUID version 4",
            "description": "The key that the operator gives the server as CONNECT_UI_ACCOUNT_KEY. It makes and ends \
                            environments and their keys, and opens none of them.",
        },
        "adminCookie": {
            "type": "apiKey", "in": "cookie", "name": admin_cookie,
            "description": "The cookie of an admin who is signed in at /admin.",
        },
    })
}
