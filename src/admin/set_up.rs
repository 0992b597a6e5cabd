//! The first account, made through the one-time link of the first start.

use crate::{
    admin::{Caller, Deed, NewAccount, SessionSecret, perform, session},
    id::AdminId,
    secret::{Fingerprint, password},
    services::Services,
    store::{
        StoreError,
        admin::{self, AdminRow, Role},
    },
};

/// What became of a set-up.
#[derive(Debug)]
pub enum SetUp {
    /// The account stands and is signed in.
    Done(SessionSecret),
    /// The link was used before, is too old, or never was one.
    LinkUsed,
    /// The name belongs to another account.
    NameTaken,
}

/// Whether the link can still be used.
pub async fn set_up_is_open(services: &Services, token: &str) -> Result<bool, StoreError> {
    admin::setup_link_is_open(&services.db, &Fingerprint::of(token), services.clock.now()).await
}

/// Makes the account, signs it in and uses the link up: all of it, or nothing.
pub async fn set_up(
    services: &Services,
    token: &str,
    caller: &Caller,
    account: NewAccount,
) -> Result<SetUp, StoreError> {
    if !set_up_is_open(services, token).await? {
        return Ok(SetUp::LinkUsed);
    }
    let NewAccount { name, password } = account;
    let random = services.random.clone();
    let hashed = tokio::task::spawn_blocking(move || password::hash(&password, &random)).await;
    let Ok(Ok(password_hash)) = hashed else {
        return Err(StoreError::NotCommitted("the password cannot be hashed".to_owned()));
    };
    let row = AdminRow::new(AdminId::random(&services.random), name, password_hash, Role::Owner);
    let secret = SessionSecret::random(&services.random);
    let begun = session::prepare(services, caller, &secret, false);
    let (link, at) = (Fingerprint::of(token), services.clock.now());
    let deed = Deed::of_account(&row.name, "admin.set-up");
    let done = perform(services, deed, move |tx| {
        Box::pin(async move {
            if !admin::use_setup_link(&mut *tx, &link, at).await? {
                return Ok(false);
            }
            admin::insert(&mut *tx, &row, at).await?;
            session::begin(tx, &begun, &row.id, at).await?;
            Ok(true)
        })
    })
    .await;
    match done {
        Ok(true) => Ok(SetUp::Done(secret)),
        Ok(false) => Ok(SetUp::LinkUsed),
        Err(StoreError::Conflict) => Ok(SetUp::NameTaken),
        Err(error) => Err(error),
    }
}
