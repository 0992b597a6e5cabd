//! What a database needs before it can serve: the environment `dev`, the configured API key, the first admin.

use secrecy::SecretString;

use crate::{
    config::Settings,
    id::{AdminId, ApiKeyId, EnvironmentId},
    secret::{ApiKey, Fingerprint, Scope, password},
    services::Services,
    store::{
        StoreError,
        admin::{self, AdminRow, Role},
        api_key::{self, NewApiKey},
        environment::{self, EnvironmentRow},
    },
    web::state::State,
};

/// The environment that stands from the first start on.
const ENVIRONMENT: &str = "dev";
/// The name of the key that the settings give.
const CONFIGURED_KEY: &str = "CONNECT_UI_API_KEY";
/// The first admin's name.
const FIRST_ADMIN: &str = "admin";
const SETUP_LINK_MINUTES: i64 = 24 * 60;

/// Why the first rows cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum BootstrapError {
    /// The database.
    #[error("the database cannot be prepared: {0}")]
    Store(#[from] StoreError),
    /// The password cannot be hashed.
    #[error("the admin password cannot be hashed")]
    Password,
}

/// Writes what is missing; answers the one-time set-up link when there is no admin yet.
pub async fn bootstrap(state: &State, settings: &Settings) -> Result<Option<String>, BootstrapError> {
    let services = &state.services;
    let environment = environment(services).await?;
    if let Some(key) = &settings.api_key {
        configured_key(services, &environment, CONFIGURED_KEY, key).await?;
    }
    for given in &settings.environment_keys {
        let environment = environment_of(services, &given.environment).await?;
        configured_key(services, &environment, &given.variable, &given.key).await?;
    }
    if admin::count(&services.db).await? > 0 {
        return Ok(None);
    }
    if let Some(password) = &settings.admin_password {
        first_admin(services, password).await?;
        return Ok(None);
    }
    let token = services.random.hex::<32>();
    let fingerprint = Fingerprint::of(&token);
    let at = services.clock.now();
    let until = at.plus_minutes(SETUP_LINK_MINUTES);
    services
        .db
        .write(move |tx| {
            Box::pin(async move { admin::replace_setup_link(tx, &fingerprint, at, until).await })
        })
        .await?;
    Ok(Some(state.public_url.join(&format!("/admin/setup/{token}"))))
}

async fn environment(services: &Services) -> Result<EnvironmentId, StoreError> {
    if let Some(first) = environment::list(&services.db).await?.into_iter().next() {
        return Ok(first.id);
    }
    let new = crate::admin::environment::new_row(services, ENVIRONMENT, crate::web::default_settings());
    let id = new.id.clone();
    services.db.write(move |tx| Box::pin(async move { environment::insert(tx, &new).await })).await?;
    // Another replica may have been first: what is stored counts.
    let stored = environment::list(&services.db).await?;
    Ok(stored.into_iter().next().map_or(id, |row| row.id))
}

/// The environment of that name, made where there is none: whoever gives it a key wants it.
async fn environment_of(services: &Services, name: &str) -> Result<EnvironmentId, StoreError> {
    let named = |rows: Vec<EnvironmentRow>| rows.into_iter().find(|row| row.name == name).map(|row| row.id);
    if let Some(id) = named(environment::list(&services.db).await?) {
        return Ok(id);
    }
    let new = crate::admin::environment::new_row(services, name, crate::web::default_settings());
    services.db.write(move |tx| Box::pin(async move { environment::insert(tx, &new).await })).await?;
    // Another replica may have been first: what is stored counts.
    named(environment::list(&services.db).await?).ok_or(StoreError::Gone)
}

/// The configured key replaces the one that the settings gave before.
async fn configured_key(
    services: &Services,
    environment: &EnvironmentId,
    name: &str,
    key: &ApiKey,
) -> Result<(), StoreError> {
    let fingerprint = key.fingerprint();
    if api_key::find(&services.db, &fingerprint).await?.is_some() {
        return Ok(());
    }
    let earlier = api_key::list(&services.db, environment).await?;
    let earlier = earlier.into_iter().find(|row| row.display_name == name).map(|row| row.id);
    let new = NewApiKey {
        id: ApiKeyId::random(&services.random),
        environment_id: environment.clone(),
        display_name: name.to_owned(),
        fingerprint,
        hint: key.hint(),
        scopes: vec![Scope::everything()],
        at: services.clock.now(),
    };
    services
        .db
        .write(move |tx| {
            Box::pin(async move {
                if let Some(id) = earlier {
                    api_key::revoke(tx, &new.environment_id, &id, new.at).await?;
                }
                api_key::insert(tx, &new).await
            })
        })
        .await
}

async fn first_admin(services: &Services, password: &SecretString) -> Result<(), BootstrapError> {
    let password_hash = password::hash(password, &services.random).map_err(|_| BootstrapError::Password)?;
    let id = AdminId::random(&services.random);
    let row = AdminRow::new(id, FIRST_ADMIN.to_owned(), password_hash, Role::Owner);
    let at = services.clock.now();
    services.db.write(move |tx| Box::pin(async move { admin::insert(tx, &row, at).await })).await?;
    Ok(())
}
