//! The integrations: each with the owner's credential, under the key it has.

use std::collections::HashMap;

use secrecy::SecretSlice;
use serde_json::{Value, json};

use super::{
    ImportError, Report, Run,
    source::{Answer, Source},
};
use crate::{
    auth::IntegrationCredential,
    connection,
    id::{EnvironmentId, IntegrationId},
    provider::{AuthMode, Provider},
    services::Services,
    store::{
        StoreError,
        integration::{self, IntegrationRow},
    },
    web::oauth::home::has_own_callback,
};

/// What connections are taken over for: integrations that are here, by key. A dry run has no id for those to come.
pub(super) type Integrations = HashMap<String, Option<IntegrationId>>;

/// Takes over what is not here.
pub(super) async fn import(
    services: &Services,
    environment: &EnvironmentId,
    source: &Source,
    run: Run,
    report: &mut Report,
) -> Result<Integrations, ImportError> {
    let list = source.read(&services.clock, &["integrations"], &[]).await?;
    let mut here = Integrations::new();
    for item in list["data"].as_array().into_iter().flatten() {
        let (Some(key), Some(provider)) = (item["unique_key"].as_str(), item["provider"].as_str()) else {
            continue;
        };
        if let Some(row) = integration::find(&services.db, environment, key).await? {
            if row.provider == provider {
                report.integrations.kept += 1;
                here.insert(key.to_owned(), Some(row.id));
            } else {
                let reason = format!("the key is used here by an integration of {}", row.provider);
                report.leave_integration(key, &reason);
            }
            continue;
        }
        let Some(provider) = services.catalog.get(provider) else {
            report.leave_integration(key, &format!("no provider {provider} is known here"));
            continue;
        };
        let made = match run {
            Run::Dry => Ok(None),
            Run::Real => one(services, environment, source, key, provider).await?.map(Some),
        };
        match made {
            Ok(id) => {
                report.integrations.taken += 1;
                here.insert(key.to_owned(), id);
            }
            Err(reason) => report.leave_integration(key, &reason),
        }
    }
    Ok(here)
}

/// Takes over one; the inner error says why not.
async fn one(
    services: &Services,
    environment: &EnvironmentId,
    source: &Source,
    key: &str,
    provider: &Provider,
) -> Result<Result<IntegrationId, String>, ImportError> {
    let query = [("include", "credentials")];
    let answer = source.read_one(&services.clock, &["integrations", key], &query).await?;
    let mut answer = match answer {
        Answer::Found(answer) => answer["data"].clone(),
        Answer::Refused(reason) => return Ok(Err(reason)),
    };
    let credential = match credential(provider, answer["credentials"].take()) {
        Ok(credential) => credential,
        Err(reason) => return Ok(Err(reason)),
    };
    let id = IntegrationId::random(&services.random);
    let now = services.clock.now();
    let own_name = answer["display_name"].as_str().filter(|name| **name != *provider.display_name);
    let row = IntegrationRow {
        credentials: credential
            .map(|credential| connection::seal_credential(services, environment, &id, &credential)),
        custom: None,
        id: id.clone(),
        environment_id: environment.clone(),
        unique_key: key.to_owned(),
        provider: provider.key.to_string(),
        display_name: own_name.map(str::to_owned),
        forward_webhooks: answer["forward_webhooks"].as_bool().unwrap_or(true),
        own_callback: has_own_callback(provider),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let write = services.db.write(move |tx| Box::pin(async move { integration::insert(tx, &row).await }));
    match write.await {
        Ok(()) => Ok(Ok(id)),
        Err(StoreError::Conflict) => Ok(Err("somebody made one of that key meanwhile".to_owned())),
        Err(error) => Err(error.into()),
    }
}

/// The owner's credential, where the mode has one.
fn credential(provider: &Provider, mut wire: Value) -> Result<Option<IntegrationCredential>, String> {
    let needs = matches!(
        provider.auth_mode,
        AuthMode::OAuth1 | AuthMode::OAuth2 | AuthMode::App | AuthMode::Custom | AuthMode::Tba
    );
    if wire.is_null() {
        let missing = "its credentials are not told: the key lacks the scope integrations:read_credentials, or they \
            belong to Nango itself";
        return if needs { Err(missing.to_owned()) } else { Ok(None) };
    }
    if wire["type"] != provider.auth_mode.as_str() {
        return Err(format!("its credentials are not of the mode {}", provider.auth_mode.as_str()));
    }
    // For `CUSTOM` the API tells no scopes, and elsewhere none where there are none.
    if !wire["scopes"].is_string() {
        let scopes: Vec<&str> = provider.default_scopes.iter().map(AsRef::as_ref).collect();
        wire["scopes"] = json!(scopes.join(","));
    }
    let bytes = SecretSlice::from(wire.to_string().into_bytes());
    let read = IntegrationCredential::from_bytes(&bytes);
    read.map(Some)
        .map_err(|_| "its credentials are incomplete: client or app have no id or secret".to_owned())
}
