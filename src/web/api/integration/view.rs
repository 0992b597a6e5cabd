//! The public integration object (§3.1).

use serde_json::{Value, json};

use crate::{
    auth::ConnectionConfig,
    provider::{AuthMode, Provider},
    store::integration::IntegrationRow,
    web::{
        connect::listing::{logo_path, name_of},
        state::State,
    },
};

/// An integration as every answer has it.
#[must_use]
pub fn integration(
    state: &State,
    row: &IntegrationRow,
    provider: &Provider,
    custom: Option<&ConnectionConfig>,
) -> Value {
    let mut view = json!({
        "unique_key": row.unique_key,
        "provider": row.provider,
        "display_name": name_of(row.display_name.as_deref(), provider),
        "logo": state.public_url.join(&logo_path(&row.provider)),
    });
    let preconfigured = preconfigured(provider, custom);
    if !preconfigured.is_empty() {
        view["preconfigured_credentials"] = json!(preconfigured);
    }
    view["forward_webhooks"] = json!(row.forward_webhooks);
    view["created_at"] = json!(row.created_at.to_z_iso());
    view["updated_at"] = json!(row.updated_at.to_z_iso());
    view
}

/// What the owner filled in already, so that end users are not asked.
fn preconfigured(provider: &Provider, custom: Option<&ConnectionConfig>) -> Vec<String> {
    if provider.auth_mode != AuthMode::TwoStep {
        return Vec::new();
    }
    custom.into_iter().flat_map(ConnectionConfig::iter).map(|(name, _)| name.clone()).collect()
}
