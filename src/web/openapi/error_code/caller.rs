//! Who asks cannot be made out, or may not.

use super::{
    Envelope::{Legacy, Plain},
    ErrorCode,
    Who::{Admin, Developer, EndUser},
    code,
};

/// The codes.
pub const CODES: &[ErrorCode] = &[
    code(
        "missing_auth_header",
        Legacy,
        "Nothing says who asks: there is no Authorization header, or no token in the body.",
        Developer,
        "Send `Authorization: Bearer` with an API key, or with a session token where the call takes one.",
    ),
    code(
        "malformed_auth_header",
        Legacy,
        "The Authorization header is not of the form `Bearer …`.",
        Developer,
        "Check that the variable with the key is not empty where your code runs.",
    ),
    code(
        "invalid_secret_key_format",
        Legacy,
        "What was sent as an API key is none. API keys are UUIDs of version 4.",
        Developer,
        "Check that the whole key arrived, and that it is not a session token: this call is for backends.",
    ),
    code(
        "unknown_account",
        Legacy,
        "No environment of this server has this API key, or it was revoked.",
        Admin,
        "Make a new key at /admin, and check that your backend talks to the right server.",
    ),
    code(
        "invalid_connect_session_token_format",
        Legacy,
        "What was sent as a session token is none.",
        Developer,
        "Send the `token` of `POST /connect/sessions`, unchanged. API keys do not work on calls of browsers.",
    ),
    code(
        "unknown_connect_session_token",
        Legacy,
        "The session's thirty minutes are over, it was ended, or it never was.",
        Developer,
        "Create a new session, and open the page again with its token.",
    ),
    code(
        "missing_public_key",
        Legacy,
        "The query has neither a session token nor a public key.",
        Developer,
        "Give the frontend SDK a `connectSessionToken`.",
    ),
    code(
        "invalid_public_key",
        Legacy,
        "What was sent as a public key is none.",
        Developer,
        "Use session tokens: this server accepts no public keys.",
    ),
    code(
        "deprecated_authentication",
        Plain,
        "Public keys are not accepted.",
        Developer,
        "Create a session in your backend with `POST /connect/sessions`, and give its token to the frontend SDK.",
    ),
    code(
        "verification_required",
        Plain,
        "This session wants to know who is there before anything is connected, so only its hosted link opens with its token.",
        Developer,
        "Lead the person to the session's `connect_link`, or create the session without `connect_ui.verify`.",
    ),
    code(
        "forbidden",
        Plain,
        "The key lacks the scope that the message names, or a page of another origin tried to change settings.",
        Admin,
        "Make a key with that scope at /admin.",
    ),
    code(
        "unauthorized",
        Plain,
        "Neither an API key nor a signed-in admin asks.",
        Admin,
        "Sign in at /admin, or send an API key.",
    ),
    code(
        "unknown_environment",
        Plain,
        "This caller has no environment of that name.",
        Developer,
        "Name the key's own environment in `env`.",
    ),
    code(
        "invalid_signature",
        Plain,
        "What a service sent is not signed, or not with the secret that the integration holds.",
        Admin,
        "Enter the webhook secret in the integration at /admin as it stands at the service.",
    ),
    code(
        "end_user_mismatch",
        Plain,
        "The hosted link is for somebody else than who is signed in.",
        EndUser,
        "Sign in as the person for whom the link was made. The application must not lead this browser back.",
    ),
];
