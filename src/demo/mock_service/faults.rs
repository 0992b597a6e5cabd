//! What goes wrong on purpose, chosen by the client id alone, so that no test needs a switch at the service.
//!
//! | client id | at the consent page | at the token endpoint | afterwards |
//! | --- | --- | --- | --- |
//! | `denied` | none: returns `error=access_denied` at once | – | – |
//! | `slow` | as usual | answers after [`super::MockSettings::slow`] (8 s) | as usual |
//! | `wrong-redirect` | an error page about the redirect URI; nobody returns | – | – |
//! | `expired-code` | as usual, but the code has ended when it is made | `invalid_grant` | – |
//! | `bad-json` | as usual | 200, `application/json`, cut off in the middle | – |
//! | `missing-iss` | returns without `iss`, though the metadata promises it | as usual | as usual |
//! | `wrong-iss` | returns with another server's `iss` | as usual | as usual |
//! | `rotating-refresh` | as usual | tokens live 60 s; every refresh token works once, a second use ends them all | as usual |
//! | `failing-refresh` | as usual | tokens live 60 s; every refresh is `invalid_grant` | as usual |
//! | `revoked` | as usual | tokens live 60 s, and are taken back when they are made: refresh is `invalid_grant` | 401 |
//! | `short-lived` | as usual | tokens live 5 s | 401 after 5 s |
//! | `server-error` | as usual | 500 with a page | – |
//! | `cuts-opener` | has `Cross-Origin-Opener-Policy: same-origin` | as usual | as usual |
//! | `form-post` | returns by POST, whatever `response_mode` says | as usual | as usual |
//! | `no-code` | returns with `state` and `iss`, and with neither code nor error | – | – |
//!
//! OAuth 1 honours those that mean something there: `denied`, `slow`, `wrong-redirect`, `bad-json`, `server-error`,
//! `cuts-opener`.

/// One thing that goes wrong. The table is in the module's documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the module's table says what each of them does")]
pub enum Fault {
    Denied,
    Slow,
    WrongRedirect,
    ExpiredCode,
    BadJson,
    MissingIss,
    WrongIss,
    RotatingRefresh,
    FailingRefresh,
    Revoked,
    ShortLived,
    ServerError,
    CutsOpener,
    FormPost,
    NoCode,
}

impl Fault {
    /// All of them, by their client ids.
    pub const BY_CLIENT_ID: &[(&str, Self)] = &[
        ("denied", Self::Denied),
        ("slow", Self::Slow),
        ("wrong-redirect", Self::WrongRedirect),
        ("expired-code", Self::ExpiredCode),
        ("bad-json", Self::BadJson),
        ("missing-iss", Self::MissingIss),
        ("wrong-iss", Self::WrongIss),
        ("rotating-refresh", Self::RotatingRefresh),
        ("failing-refresh", Self::FailingRefresh),
        ("revoked", Self::Revoked),
        ("short-lived", Self::ShortLived),
        ("server-error", Self::ServerError),
        ("cuts-opener", Self::CutsOpener),
        ("form-post", Self::FormPost),
        ("no-code", Self::NoCode),
    ];

    /// The fault that a client id asks for.
    #[must_use]
    pub fn of(client_id: &str) -> Option<Self> {
        Self::BY_CLIENT_ID.iter().find(|(id, _)| *id == client_id).map(|(_, fault)| *fault)
    }
}
