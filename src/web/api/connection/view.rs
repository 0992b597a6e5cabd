//! The two shapes of a connection and the shape of an end user (§5.1).

use serde_json::{Value, json};

use crate::{
    connection::OpenedConnection,
    store::{
        connect_session::{EndUser, Organization},
        connection::ConnectionRow,
    },
};

/// An item of the list: no credentials, `created` instead of `created_at`.
#[must_use]
pub fn item(row: &ConnectionRow) -> Value {
    let mut view = head(row);
    view["metadata"] = json!(row.metadata);
    view["created"] = json!(row.created_at.to_offset_iso().replace('+', "000+"));
    // A key of ours: the protocol knows no connection that waits for its owner.
    if let Some(until) = row.exchange_until {
        view["exchange_pending_until"] = json!(until.to_offset_iso());
    }
    view
}

/// What a backend gets of the secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets {
    /// An empty object instead of the credentials.
    Hidden,
    /// Everything but what a token is renewed with.
    WithoutRefreshToken,
    /// Everything.
    All,
}

/// A whole connection.
#[must_use]
pub fn full(row: &ConnectionRow, opened: &OpenedConnection, secrets: Secrets) -> Value {
    let (mut config, mut credentials) = (opened.connection_config.to_wire(), opened.credential.to_wire());
    if secrets == Secrets::Hidden {
        credentials = json!({});
    }
    if secrets != Secrets::All {
        drop_refresh_tokens(&mut config);
        drop_refresh_tokens(&mut credentials);
    }
    let mut view = head(row);
    view["metadata"] = json!(row.metadata);
    view["connection_config"] = config;
    view["webhook_url_override"] = json!(row.webhook_url_override);
    view["created_at"] = json!(row.created_at.to_offset_iso());
    view["updated_at"] = json!(row.updated_at.to_offset_iso());
    view["last_fetched_at"] = json!(row.last_fetched_at.map(crate::clock::Timestamp::to_offset_iso));
    view["credentials"] = credentials;
    view
}

/// At every level, in any spelling of the name (§5.3).
fn drop_refresh_tokens(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|name, _| {
                let name: String = name.chars().filter(|c| !matches!(c, '_' | '-')).collect();
                !name.eq_ignore_ascii_case("refreshtoken")
            });
            map.values_mut().for_each(drop_refresh_tokens);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_refresh_tokens),
        _ => {}
    }
}

fn head(row: &ConnectionRow) -> Value {
    json!({
        "id": row.number,
        "connection_id": row.connection_id,
        "provider_config_key": row.integration_key,
        "provider": row.provider,
        "errors": row.errors,
        "end_user": row.end_user.as_ref().map(|(user, organization)| end_user(user, organization.as_ref())),
        "tags": row.tags,
    })
}

/// An end user with every key, set or null.
#[must_use]
pub fn end_user(end_user: &EndUser, organization: Option<&Organization>) -> Value {
    json!({
        "id": end_user.id,
        "display_name": end_user.display_name,
        "email": end_user.email,
        "tags": end_user.tags,
        "organization": organization.map(|organization| json!({
            "id": organization.id,
            "display_name": organization.display_name,
        })),
    })
}
