//! The password once more: who sits at an open session need not be who opened it.

use std::net::IpAddr;

use secrecy::SecretString;

use super::{Admin, Refused, Throttle};
use crate::{
    secret::password,
    services::Services,
    store::{StoreError, admin},
};

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reauthentication {
    /// It is the password.
    Done,
    /// It is not.
    Wrong,
    /// Too many attempts failed.
    Refused(Refused),
}

/// One attempt; counts among those to sign in.
pub async fn reauthenticate(
    services: &Services,
    throttle: &Throttle,
    address: Option<IpAddr>,
    who: &Admin,
    password: SecretString,
) -> Result<Reauthentication, StoreError> {
    if let Err(refused) = throttle.attempt(&who.name, address, services.clock.now()) {
        return Ok(Reauthentication::Refused(refused));
    }
    let Some(row) = admin::find_by_name(&services.db, &who.name).await? else {
        return Ok(Reauthentication::Wrong);
    };
    let verified = throttle.one_at_a_time(move || password::verify(&password, &row.password_hash)).await;
    if verified != Some(true) {
        tracing::warn!("a password that was asked for once more was wrong");
        return Ok(Reauthentication::Wrong);
    }
    throttle.succeeded(&who.name, address);
    Ok(Reauthentication::Done)
}
