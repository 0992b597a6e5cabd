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
    view
}

/// A whole connection; without `opened`, its credentials are an empty object.
#[must_use]
pub fn full(row: &ConnectionRow, opened: &OpenedConnection, with_credentials: bool) -> Value {
    let mut view = head(row);
    view["metadata"] = json!(row.metadata);
    view["connection_config"] = opened.connection_config.to_wire();
    view["webhook_url_override"] = json!(row.webhook_url_override);
    view["created_at"] = json!(row.created_at.to_offset_iso());
    view["updated_at"] = json!(row.updated_at.to_offset_iso());
    view["last_fetched_at"] = json!(row.last_fetched_at.map(crate::clock::Timestamp::to_offset_iso));
    view["credentials"] = if with_credentials { opened.credential.to_wire() } else { json!({}) };
    view
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
