//! The connections: each with its credential, under the id it has.

use indexmap::IndexMap;
use secrecy::SecretSlice;
use serde_json::Value;

use super::{
    ImportError, Report, Run,
    integrations::Integrations,
    source::{Answer, Source},
};
use crate::{
    auth::{ConnectionConfig, Credential},
    clock::Timestamp,
    id::{ConnectionRowId, EndUserId, EnvironmentId, IntegrationId},
    provider::AuthMode,
    secret::Place,
    services::Services,
    store::{
        StoreError,
        connect_session::{EndUser, Organization},
        connection::{
            self,
            transfer::{self, TransferredConnection},
        },
        end_user,
    },
};

/// Connections of one page.
const PAGE: usize = 100;

/// Takes over what is not here, for the integrations that are.
pub(super) async fn import(
    services: &Services,
    environment: &EnvironmentId,
    source: &Source,
    run: Run,
    integrations: &Integrations,
    report: &mut Report,
    progress: &mut impl FnMut(&str),
) -> Result<(), ImportError> {
    let mut looked_at = 0;
    for page in 0.. {
        let (limit, page) = (PAGE.to_string(), format!("{page}"));
        let query = [("limit", limit.as_str()), ("page", page.as_str())];
        let list = source.read(&services.clock, &["connections"], &query).await?;
        let items = list["connections"].as_array().map_or(&[][..], Vec::as_slice);
        for item in items {
            let (Some(id), Some(key)) =
                (item["connection_id"].as_str(), item["provider_config_key"].as_str())
            else {
                continue;
            };
            let subject = Subject { services, environment, source, id, key };
            match integrations.get(key) {
                None => report.leave_connection(key, id, "its integration was left out"),
                Some(integration) => subject.import(run, integration.as_ref(), report).await?,
            }
        }
        looked_at += items.len();
        progress(&format!("{looked_at} connections were looked at"));
        if items.len() < PAGE {
            break;
        }
    }
    Ok(())
}

/// One connection, and where it is.
#[derive(Clone, Copy)]
struct Subject<'a> {
    services: &'a Services,
    environment: &'a EnvironmentId,
    source: &'a Source,
    id: &'a str,
    key: &'a str,
}

impl Subject<'_> {
    async fn import(
        self,
        run: Run,
        integration: Option<&IntegrationId>,
        report: &mut Report,
    ) -> Result<(), ImportError> {
        let db = &self.services.db;
        if connection::find(db, self.environment, self.id, self.key).await?.is_some() {
            report.connections.kept += 1;
            return Ok(());
        }
        let (Run::Real, Some(integration)) = (run, integration) else {
            report.connections.taken += 1;
            return Ok(());
        };
        let query = [("provider_config_key", self.key), ("refresh_token", "true")];
        let path = ["connections", self.id];
        let outcome = match self.source.read_one(&self.services.clock, &path, &query).await? {
            Answer::Refused(reason) => Err(format!("the server does not tell its credentials: {reason}")),
            Answer::Found(wire) => self.store(integration, wire).await?,
        };
        match outcome {
            Ok(()) => report.connections.taken += 1,
            Err(reason) => report.leave_connection(self.key, self.id, &reason),
        }
        Ok(())
    }

    /// Writes one; the inner error says why not.
    async fn store(
        self,
        integration: &IntegrationId,
        wire: Value,
    ) -> Result<Result<(), String>, ImportError> {
        let new = match self.prepared(integration, &wire) {
            Ok(new) => new,
            Err(reason) => return Ok(Err(reason)),
        };
        let person = person(&wire["end_user"]);
        let (person_id, environment) = (EndUserId::random(&self.services.random), self.environment.clone());
        let write = self.services.db.write(move |tx| {
            Box::pin(async move {
                if let Some((user, organization)) = &person {
                    let organization = organization.as_ref();
                    end_user::upsert(tx, &person_id, &environment, user, organization, new.at).await?;
                }
                transfer::insert(tx, &new).await
            })
        });
        match write.await {
            Ok(()) => Ok(Ok(())),
            Err(StoreError::Conflict) => Ok(Err("somebody made one of that id meanwhile".to_owned())),
            Err(StoreError::Gone) => Ok(Err("its integration was deleted meanwhile".to_owned())),
            Err(error) => Err(error.into()),
        }
    }

    fn prepared(self, integration: &IntegrationId, wire: &Value) -> Result<TransferredConnection, String> {
        let services = self.services;
        let credential = self.credential(wire)?;
        let config = SecretSlice::from(object(&wire["connection_config"]).to_string().into_bytes());
        let config = ConnectionConfig::from_bytes(&config).map_err(|_| "its configuration is no map")?;
        let id = ConnectionRowId::random(&services.random);
        let seal = |column, bytes: &SecretSlice<u8>| {
            let place = Place { column, row: id.as_str(), environment: self.environment.as_str() };
            services.keyring.seal(&services.random, place, bytes)
        };
        let at = services.clock.now();
        Ok(TransferredConnection {
            environment_id: self.environment.clone(),
            integration_id: integration.clone(),
            connection_id: self.id.to_owned(),
            end_user: text(&wire["end_user"]["id"]),
            credentials: seal("connection.credentials", &credential.to_bytes()),
            connection_config: seal("connection.connection_config", &config.to_bytes()),
            metadata: Some(wire["metadata"].clone()).filter(|metadata| !metadata.is_null()),
            tags: tags(&wire["tags"]),
            webhook_url_override: text(&wire["webhook_url_override"]),
            credentials_expire_at: credential.expires_at(),
            installation: config.installation(),
            created_at: wire["created_at"].as_str().and_then(Timestamp::parse_rfc3339).unwrap_or(at),
            at,
            id,
        })
    }

    fn credential(self, wire: &Value) -> Result<Credential, String> {
        let credential = Credential::from_wire(&wire["credentials"])
            .map_err(|_| "its credentials have a form that is not known here")?;
        match credential {
            Credential::OAuth2Pending => {
                Err("it still waits for its service, and has no token yet".to_owned())
            }
            Credential::Unauthenticated if !self.is_unauthenticated(wire) => {
                Err("its credentials are not told: the key lacks the scope connections:read_credentials"
                    .to_owned())
            }
            credential => Ok(credential),
        }
    }

    /// Only these have an empty credential.
    fn is_unauthenticated(self, wire: &Value) -> bool {
        let provider = wire["provider"].as_str().and_then(|key| self.services.catalog.get(key));
        provider.is_some_and(|provider| provider.auth_mode == AuthMode::None)
    }
}

fn person(wire: &Value) -> Option<(EndUser, Option<Organization>)> {
    let organization = &wire["organization"];
    let organization = text(&organization["id"])
        .map(|id| Organization { id, display_name: text(&organization["display_name"]) });
    let tags = Some(tags(&wire["tags"])).filter(|_| wire["tags"].is_object());
    let user = EndUser {
        id: text(&wire["id"])?,
        email: text(&wire["email"]),
        display_name: text(&wire["display_name"]),
        tags,
    };
    Some((user, organization))
}

fn tags(wire: &Value) -> IndexMap<String, String> {
    let members = wire.as_object().into_iter().flatten();
    members.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect()
}

fn text(wire: &Value) -> Option<String> {
    wire.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

fn object(wire: &Value) -> Value {
    if wire.is_object() { wire.clone() } else { Value::Object(serde_json::Map::new()) }
}
