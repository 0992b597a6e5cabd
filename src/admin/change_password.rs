//! Changing one's own password: whoever else is signed in with the old one is signed out.

use secrecy::SecretString;

use super::{Admin, Caller, Deed, NewPassword, Refused, SessionSecret, Throttle, perform, session};
use crate::{
    secret::password,
    services::Services,
    store::{
        StoreError,
        admin::{self, session::delete_sessions_of},
    },
};

/// What became of a change.
#[derive(Debug)]
pub enum ChangePassword {
    /// Changed. All sessions have ended; this one begins.
    Done(SessionSecret),
    /// The current password is another one.
    Wrong,
    /// Too many attempts failed: a session left open must not serve to guess the password.
    Refused(Refused),
}

/// One attempt.
pub async fn change_password(
    services: &Services,
    throttle: &Throttle,
    caller: &Caller,
    who: &Admin,
    current: SecretString,
    new: NewPassword,
) -> Result<ChangePassword, StoreError> {
    if let Err(refused) = throttle.attempt(&who.name, caller.address, services.clock.now()) {
        return Ok(ChangePassword::Refused(refused));
    }
    let Some(row) = admin::find_by_name(&services.db, &who.name).await? else {
        return Ok(ChangePassword::Wrong);
    };
    let (hash, random) = (row.password_hash.clone(), services.random.clone());
    let hashed = throttle
        .one_at_a_time(move || password::verify(&current, &hash).then(|| password::hash(&new.0, &random)))
        .await;
    let Some(hashed) = hashed.flatten() else { return Ok(ChangePassword::Wrong) };
    let hashed = hashed.map_err(|_| StoreError::NotCommitted("the password cannot be hashed".to_owned()))?;
    throttle.succeeded(&who.name, caller.address);
    let secret = SessionSecret::random(&services.random);
    let (begun, at) = (session::prepare(services, caller, &secret, false), services.clock.now());
    let deed = Deed::of_account(&row.name, "admin.password");
    let done = perform(services, deed, move |tx| {
        Box::pin(async move {
            if !admin::replace_password(&mut *tx, &row, &hashed, at).await? {
                return Ok(false);
            }
            delete_sessions_of(&mut *tx, &row.id).await?;
            session::begin(tx, &begun, &row.id, at).await?;
            Ok(true)
        })
    })
    .await?;
    Ok(if done { ChangePassword::Done(secret) } else { ChangePassword::Wrong })
}
