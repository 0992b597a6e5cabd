//! A connection that is connected anew, as its session meets it: what it held, and what went wrong with it.

use std::collections::BTreeMap;

use secrecy::{SecretSlice, SecretString};
use serde_json::Value;

use super::lookups::LOOKUP_FAILED;
use crate::{
    auth::{ConnectionConfig, Credential, Given, kept, prefill},
    clock::Timestamp,
    id::EnvironmentId,
    provider::{FieldPath, Form, Provider},
    secret::{OpenError, Place, Sealed},
    services::Services,
    store::{
        StoreError,
        connect_session::Reconnects,
        connection::{find_by_row, renew::FormerRow},
    },
};

/// The connection as it was before.
#[derive(Debug)]
pub struct Former {
    credential: Option<Credential>,
    connection_config: ConnectionConfig,
    /// What went wrong with it, where something did.
    pub trouble: Option<Trouble>,
}

/// What went wrong with a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What.
    pub kind: TroubleKind,
    /// Since when, where that is known.
    pub since: Option<Timestamp>,
}

/// What can go wrong with a connection, as far as the person who owns the account can do anything about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// The service does not renew the access, or was not reached.
    Refused,
    /// A renewal was cut off, and the access may be lost with it.
    Interrupted,
    /// The service does not say what calls depend on.
    LookUp,
}

impl Former {
    /// Opens what the row holds. What cannot be opened any more is no loss: it is about to be replaced.
    #[must_use]
    pub fn open(
        services: &Services,
        environment: &EnvironmentId,
        reconnects: &Reconnects,
        row: &FormerRow,
    ) -> Self {
        let id = &reconnects.connection;
        let unseal = |column, sealed: &Sealed| -> Result<SecretSlice<u8>, OpenError> {
            services
                .keyring
                .open(Place { column, row: id.as_str(), environment: environment.as_str() }, sealed)
        };
        let credential = unseal("connection.credentials", &row.credentials);
        let config = unseal("connection.connection_config", &row.connection_config);
        if credential.is_err() || config.is_err() {
            tracing::warn!(
                connection = row.connection_id,
                "a connection that is reconnected cannot be opened"
            );
        }
        Self {
            credential: credential.ok().and_then(|bytes| Credential::from_bytes(&bytes).ok()),
            connection_config: config
                .ok()
                .and_then(|bytes| ConnectionConfig::from_bytes(&bytes).ok())
                .unwrap_or_default(),
            trouble: Trouble::of(&row.errors, row.last_refresh_failure),
        }
    }

    /// What the fields of a form hold at first; never a secret.
    #[must_use]
    pub fn prefill(&self, form: &Form) -> BTreeMap<FieldPath, String> {
        prefill(form, &self.connection_config, self.credential.as_ref())
    }

    /// What stays below the values that were given.
    #[must_use]
    pub fn kept(&self, provider: &Provider, form: &Form, given: Given<'_>) -> ConnectionConfig {
        kept(provider, form, &self.connection_config, given)
    }

    /// The same values, over what stays.
    #[must_use]
    pub fn below(&self, provider: &Provider, form: &Form, given: Given<'_>) -> ConnectionConfig {
        let mut all = self.kept(provider, form, given);
        let (Given::InForm(values) | Given::InCall(values)) = given;
        all.extend(
            values.iter().map(|(name, value): (&String, &SecretString)| (name.clone(), value.clone())),
        );
        all
    }
}

/// Whether the connection that a session reconnects is there no more.
pub async fn is_deleted(
    services: &Services,
    environment: &EnvironmentId,
    reconnects: &Reconnects,
) -> Result<bool, StoreError> {
    let found = find_by_row(&services.db, environment, &reconnects.connection).await?;
    Ok(found.is_none())
}

impl Trouble {
    /// The worst of a connection's errors: what stops it comes before what it only lacks.
    pub(super) fn of(errors: &Value, last_failure: Option<Timestamp>) -> Option<Self> {
        let all = errors.as_array()?;
        let auth = || all.iter().filter(|error| error["type"] == "auth");
        let of_refresh = auth().find(|error| error["code"] != LOOKUP_FAILED);
        let error = of_refresh.or_else(|| auth().next())?;
        let kind = match error["code"].as_str() {
            Some(LOOKUP_FAILED) => TroubleKind::LookUp,
            Some(super::refresh::CUT_OFF) => TroubleKind::Interrupted,
            _ => TroubleKind::Refused,
        };
        let noted = error["since"].as_str().and_then(Timestamp::parse_rfc3339);
        Some(Self { kind, since: noted.or(last_failure.filter(|_| kind != TroubleKind::LookUp)) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_stops_a_connection_comes_before_what_it_only_lacks() {
        let looked = json!({ "type": "auth", "code": "lookup_failed" });
        let refused = json!({
            "type": "auth", "code": "refresh_token_external_error", "since": "2025-01-31T10:00:00.000Z",
        });
        let first = Timestamp(1_738_317_600_000);
        let of = |errors: Value| Trouble::of(&errors, Some(Timestamp(7)));
        assert_eq!(of(json!([])), None);
        assert_eq!(of(json!([{ "type": "sync" }])), None);
        assert_eq!(of(json!([looked])), Some(Trouble { kind: TroubleKind::LookUp, since: None }));
        let both = of(json!([looked, refused]));
        assert_eq!(both, Some(Trouble { kind: TroubleKind::Refused, since: Some(first) }));
        let cut_off = of(json!([{ "type": "auth", "code": "refresh_interrupted" }]));
        assert_eq!(cut_off, Some(Trouble { kind: TroubleKind::Interrupted, since: Some(Timestamp(7)) }));
    }
}
