//! End users: the people whose accounts are connected.

use super::{
    StoreError, Tx,
    connect_session::{EndUser, Organization},
    connection::fold,
    query::query,
    row::json_text,
    statements,
};
use crate::{
    clock::Timestamp,
    id::{EndUserId, EnvironmentId},
};

statements! {
    UPSERT = "INSERT INTO end_user (id, environment_id, external_id, email, display_name, tags, organization_id, \
        organization_display_name, created_at, updated_at, search_text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10) \
        ON CONFLICT (environment_id, external_id) DO UPDATE SET email = excluded.email, \
        display_name = excluded.display_name, tags = excluded.tags, organization_id = excluded.organization_id, \
        organization_display_name = excluded.organization_display_name, updated_at = excluded.updated_at, \
        search_text = excluded.search_text";
}

/// Adds or renews an end user by the application's own id.
pub async fn upsert(
    tx: &mut Tx,
    new_id: &EndUserId,
    environment: &EnvironmentId,
    end_user: &EndUser,
    organization: Option<&Organization>,
    at: Timestamp,
) -> Result<(), StoreError> {
    query(UPSERT)
        .bind(new_id.as_str())
        .bind(environment.as_str())
        .bind(&end_user.id)
        .bind(&end_user.email)
        .bind(&end_user.display_name)
        .bind(end_user.tags.as_ref().map(json_text))
        .bind(organization.map(|organization| organization.id.as_str()))
        .bind(organization.and_then(|organization| organization.display_name.as_deref()))
        .bind(at.0)
        .bind(fold::end_user(end_user))
        .execute(tx)
        .await?;
    Ok(())
}
