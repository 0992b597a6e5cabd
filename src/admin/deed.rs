//! A change and its audit entry, stored together or not at all.

use futures_util::future::BoxFuture;

use super::Admin;
use crate::{
    id::{AuditId, EnvironmentId},
    services::Services,
    store::{
        StoreError, Tx,
        audit::{self, AuditRow},
    },
};

/// What an admin does, as the audit tells it. Never holds a value that could be secret.
#[derive(Clone, Debug)]
pub struct Deed {
    /// Who.
    pub actor: String,
    /// In which environment, where it is in one.
    pub environment: Option<EnvironmentId>,
    /// What, `integration.create`.
    pub action: &'static str,
    /// To what, `zendesk`.
    pub subject: String,
    /// What else is worth knowing.
    pub detail: String,
}

impl Deed {
    /// A deed of an admin in an environment.
    #[must_use]
    pub fn of(admin: &Admin, environment: &EnvironmentId, action: &'static str, subject: &str) -> Self {
        Self::by(&admin.name, environment, action, subject)
    }

    /// A deed of whoever has this name: an admin, or a backend by its key.
    #[must_use]
    pub fn by(actor: &str, environment: &EnvironmentId, action: &'static str, subject: &str) -> Self {
        Self {
            actor: actor.to_owned(),
            environment: Some(environment.clone()),
            action,
            subject: subject.to_owned(),
            detail: String::new(),
        }
    }

    /// A deed that is about an account itself.
    #[must_use]
    pub fn of_account(name: &str, action: &'static str) -> Self {
        Self {
            actor: name.to_owned(),
            environment: None,
            action,
            subject: name.to_owned(),
            detail: String::new(),
        }
    }

    /// A deed of an admin that is about another person, or all of them.
    #[must_use]
    pub fn of_person(admin: &Admin, action: &'static str, subject: &str) -> Self {
        Self {
            actor: admin.name.clone(),
            environment: None,
            action,
            subject: subject.to_owned(),
            detail: String::new(),
        }
    }

    /// The same with more to know.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    pub(super) fn row(self, services: &Services) -> AuditRow {
        AuditRow {
            number: 0,
            id: AuditId::random(&services.random),
            environment_id: self.environment,
            actor: self.actor,
            action: self.action.to_owned(),
            subject: self.subject,
            detail: self.detail,
            created_at: services.clock.now(),
        }
    }
}

/// Runs a change and notes it in the same transaction. A change that answers `false` did nothing and is not noted.
pub async fn perform<F>(services: &Services, deed: Deed, change: F) -> Result<bool, StoreError>
where
    F: for<'tx> FnOnce(&'tx mut Tx) -> BoxFuture<'tx, Result<bool, StoreError>> + Send + 'static,
{
    let row = deed.row(services);
    services
        .db
        .write(move |tx| {
            Box::pin(async move {
                let done = change(&mut *tx).await?;
                if done {
                    audit::insert(tx, &row).await?;
                }
                Ok(done)
            })
        })
        .await
}
