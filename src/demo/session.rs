//! What the host application's backend asks of Connect UI: one session for the person who is signed in.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Makes a connect session over HTTP (`POST /connect/sessions` with the API key). Given by whoever starts the demo,
/// because only `outbound` speaks to other hosts. The error is a sentence for the developer who looks at the page.
pub type CreateSession =
    Arc<dyn Fn(SessionRequest) -> BoxFuture<'static, Result<Session, String>> + Send + Sync>;

/// Which integration the person wants to connect; none means that they choose in the Connect UI.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct SessionRequest {
    /// An integration's unique key.
    pub integration: Option<String>,
}

impl SessionRequest {
    /// The body of `POST /connect/sessions`.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = json!({
            "tags": {
                "end_user_id": "u-1024",
                "end_user_email": "alice@acme.example",
                "end_user_display_name": "Alice Baker",
            },
            "connect_ui": { "app_name": "Acme" },
        });
        if let Some(integration) = &self.integration {
            body["allowed_integrations"] = json!([integration]);
        }
        body
    }
}

/// The `data` of the answer, as the host page's script reads it.
#[derive(Clone, Deserialize, Serialize)]
pub struct Session {
    /// The session token, for the frame.
    pub token: String,
    /// The address of the hosted page.
    pub connect_link: String,
    /// When both end.
    pub expires_at: String,
}

impl Session {
    /// Reads the whole answer of `POST /connect/sessions`, or says what it was instead.
    pub fn from_answer(answer: &Value) -> Result<Self, String> {
        serde_json::from_value(answer["data"].clone()).map_err(|_| {
            let message = answer["error"]["message"].as_str().or(answer["error"]["code"].as_str());
            format!("Connect UI made no session: {}", message.unwrap_or("its answer was not understood"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_integration_limits_the_session_to_it() {
        assert_eq!(SessionRequest::default().body().get("allowed_integrations"), None);
        let request = SessionRequest { integration: Some("ledger".to_owned()) };
        assert_eq!(request.body()["allowed_integrations"], json!(["ledger"]));
    }

    #[test]
    fn an_answer_without_a_session_says_why() {
        let refused = json!({ "error": { "code": "unknown_account", "message": "No such key" } });
        let said = Session::from_answer(&refused).map(|session| session.token);
        assert_eq!(said, Err("Connect UI made no session: No such key".to_owned()));
    }
}
