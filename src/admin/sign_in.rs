//! Signing in. Takes the same time whether the name is known or not, and is refused for a while after failures.

use secrecy::SecretString;

use super::{Caller, Deed, Refused, SessionSecret, Throttle, perform, session};
use crate::{
    secret::password,
    services::Services,
    store::{StoreError, admin},
};

/// A hash of the same cost that no password has, for names that nobody has.
pub(super) const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What became of an attempt.
#[derive(Debug)]
pub enum SignIn {
    /// Signed in, with a secret that is new each time.
    Done(SessionSecret),
    /// The password is right, and a code is asked for next.
    NeedsCode(SessionSecret),
    /// Name and password do not belong together; which of them is wrong is not told.
    Wrong,
    /// Too many attempts failed.
    Refused(Refused),
}

/// One attempt.
pub async fn sign_in(
    services: &Services,
    throttle: &Throttle,
    caller: &Caller,
    name: &str,
    password: SecretString,
) -> Result<SignIn, StoreError> {
    let name = name.trim();
    if let Err(refused) = throttle.attempt(name, caller.address, services.clock.now()) {
        return Ok(SignIn::Refused(refused));
    }
    let known = admin::find_by_name(&services.db, name).await?;
    let hash = known.as_ref().map_or(NOBODY, |row| &row.password_hash).to_owned();
    let verified = throttle.one_at_a_time(move || password::verify(&password, &hash)).await;
    let (Some(row), Some(true)) = (known, verified) else {
        tracing::warn!("a sign-in to admin failed");
        return Ok(SignIn::Wrong);
    };
    let secret = SessionSecret::random(&services.random);
    let needs_code = row.has_totp();
    let (begun, at) = (session::prepare(services, caller, &secret, needs_code), services.clock.now());
    if needs_code {
        // Failures are forgotten only after the code: else knowing the password would allow any number of codes.
        services
            .db
            .write(move |tx| Box::pin(async move { session::begin(tx, &begun, &row.id, at).await }))
            .await?;
        return Ok(SignIn::NeedsCode(secret));
    }
    throttle.succeeded(name, caller.address);
    let deed = Deed::of_account(&row.name, "admin.sign-in");
    perform(services, deed, move |tx| {
        Box::pin(async move { session::begin(tx, &begun, &row.id, at).await.map(|()| true) })
    })
    .await?;
    Ok(SignIn::Done(secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobodys_hash_costs_what_a_real_one_costs() {
        let real = password::hash(&SecretString::from("x"), &crate::clock::Random::seeded(1)).unwrap();
        let cost = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        assert_eq!(cost(NOBODY), cost(&real));
        assert!(!password::verify(&SecretString::from(""), NOBODY));
    }
}
