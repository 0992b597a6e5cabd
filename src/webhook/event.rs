//! The body of an auth webhook (wire-protocol.md §6.3): compact JSON with sorted keys.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use crate::{
    provider::AuthMode,
    store::connect_session::{EndUser, Organization},
};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// A connection was made, or was to be.
    Creation,
    /// An existing one was connected anew.
    Override,
    /// Its credentials were to be renewed.
    Refresh,
    /// Its end user has ended it, on the page of his own. The protocol knows no such event; its clients' types do.
    Deletion,
}

impl Operation {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Creation => "creation",
            Self::Override => "override",
            Self::Refresh => "refresh",
            Self::Deletion => "deletion",
        }
    }
}

/// Why it failed.
#[derive(Clone, Debug)]
pub struct EventFailure {
    /// A stable code.
    pub kind: &'static str,
    /// A sentence for the developer; no secret.
    pub description: String,
}

/// What happened to a connection, as its owner's backend is told.
#[derive(Clone, Debug)]
pub struct AuthEvent {
    /// What was done.
    pub operation: Operation,
    /// Why it failed, if it did.
    pub failure: Option<EventFailure>,
    /// The protocol's id of the connection.
    pub connection_id: String,
    /// The provider's mode.
    pub auth_mode: AuthMode,
    /// The integration's key.
    pub provider_config_key: String,
    /// The provider's key.
    pub provider: String,
    /// The environment's name.
    pub environment: String,
    /// Whose account it is, when the session said so.
    pub end_user: Option<EventEndUser>,
    /// The connection's tags, where there is a connection.
    pub tags: Option<IndexMap<String, String>>,
}

/// The end user of an event.
#[derive(Clone, Debug)]
pub struct EventEndUser {
    /// The application's own id.
    pub id: String,
    /// E-mail address.
    pub email: Option<String>,
    /// The application's own id of the organization.
    pub organization_id: Option<String>,
    /// Tags.
    pub tags: IndexMap<String, String>,
}

impl AuthEvent {
    /// The exact body that is signed and sent.
    #[must_use]
    pub fn body(&self) -> String {
        let mut body = json!({
            "authMode": self.auth_mode.as_str(),
            "connectionId": self.connection_id,
            "environment": self.environment,
            "from": "nango",
            "operation": self.operation.as_str(),
            "provider": self.provider,
            "providerConfigKey": self.provider_config_key,
            "success": self.failure.is_none(),
            "type": "auth",
        });
        if let Some(tags) = &self.tags {
            body["tags"] = json!(tags);
        }
        if let Some(failure) = &self.failure {
            body["error"] = json!({ "type": failure.kind, "description": failure.description });
        }
        if let Some(end_user) = &self.end_user {
            body["endUser"] = end_user.to_json();
        }
        sorted(body).to_string()
    }
}

impl From<(EndUser, Option<Organization>)> for EventEndUser {
    fn from((end_user, organization): (EndUser, Option<Organization>)) -> Self {
        Self {
            id: end_user.id,
            email: end_user.email,
            organization_id: organization.map(|organization| organization.id),
            tags: end_user.tags.unwrap_or_default(),
        }
    }
}

impl EventEndUser {
    fn to_json(&self) -> Value {
        let mut value = json!({ "endUserId": self.id, "endUserEmail": self.email, "tags": self.tags });
        if let Some(organization) = &self.organization_id {
            value["organizationId"] = json!(organization);
        }
        value
    }
}

/// Keys in order at every level: whole numbers first, by value, as JavaScript lists them; then by text.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<(String, Value)> =
                map.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|(a, _), (b, _)| array_index(a).cmp(&array_index(b)).then_with(|| a.cmp(b)));
            Value::Object(entries.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

/// Sorts keys that JavaScript takes for array indexes before all others.
fn array_index(key: &str) -> (bool, u32) {
    match key.parse::<u32>() {
        Ok(index) if index != u32::MAX && index.to_string() == key => (false, index),
        _ => (true, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> AuthEvent {
        AuthEvent {
            operation: Operation::Creation,
            failure: None,
            connection_id: "c-1".into(),
            auth_mode: AuthMode::ApiKey,
            provider_config_key: "acme".into(),
            provider: "acme".into(),
            environment: "dev".into(),
            end_user: None,
            tags: Some(IndexMap::new()),
        }
    }

    #[test]
    fn the_body_is_the_one_of_the_protocol_s_test_vector() {
        assert_eq!(
            event().body(),
            r#"{"authMode":"API_KEY","connectionId":"c-1","environment":"dev","from":"nango","operation":"creation","provider":"acme","providerConfigKey":"acme","success":true,"tags":{},"type":"auth"}"#
        );
    }

    #[test]
    fn a_failure_has_its_reason_and_no_tags_of_a_connection_that_is_not_there() {
        let failure = EventFailure { kind: "access_denied", description: "No \"entry\"".into() };
        let failed = AuthEvent { tags: None, failure: Some(failure), ..event() };
        assert_eq!(
            failed.body(),
            r#"{"authMode":"API_KEY","connectionId":"c-1","environment":"dev","error":{"description":"No \"entry\"","type":"access_denied"},"from":"nango","operation":"creation","provider":"acme","providerConfigKey":"acme","success":false,"type":"auth"}"#
        );
    }

    #[test]
    fn keys_stand_as_javascript_would_list_them() {
        let mut event = event();
        let tags = ["b", "10", "2", "a"].map(|key| (key.to_owned(), "x".to_owned()));
        event.tags = Some(tags.into_iter().collect());
        assert!(event.body().contains(r#""tags":{"2":"x","10":"x","a":"x","b":"x"}"#));
    }
}
