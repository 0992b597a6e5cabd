//! A session that reconnects one connection for the page on which its end user looks after it.

use super::{Defaults, NewSession};
use crate::store::{
    connect_session::{ConnectSessionRow, Reconnects, Replaces, View},
    connection::ConnectionRow,
};

/// Everything is as the page's own session has it, and the connection keeps all that is not typed anew.
#[must_use]
pub fn reconnecting(page: &ConnectSessionRow, defaults: Defaults, row: ConnectionRow) -> NewSession {
    let (end_user, organization) = row.end_user.unzip();
    NewSession {
        end_user,
        organization: organization.flatten(),
        tags: row.tags,
        allowed_integrations: Some(vec![row.integration_key]),
        defaults,
        overrides: page.overrides.clone(),
        webhook_url_override: row.webhook_url_override,
        app_name: page.app_name.clone(),
        allowed_origins: page.allowed_origins.clone(),
        reconnects: Some(Reconnects { connection: row.id, replaces: Replaces::default() }),
        theme: page.theme.clone(),
        view: View::Managed { by: page.id.clone() },
        ..NewSession::default()
    }
}
