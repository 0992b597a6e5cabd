//! Invitations: made by an owner, good once and for some days, accepted with a name and a password.

use secrecy::{ExposeSecret as _, SecretString};

use super::{Admin, Caller, Deed, NewAccount, Role, SessionSecret, perform, session};
use crate::{
    id::{AdminId, InvitationId},
    secret::{Fingerprint, password},
    services::Services,
    store::{
        StoreError,
        admin::{
            self, AdminRow,
            invitation::{self, InvitationRow},
        },
    },
};

/// How long an invitation is good.
pub const DAYS: i64 = 7;
const LONGEST_ADDRESS: usize = 254;

/// An e-mail address in small letters, as accounts are matched by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonalAddress(String);

impl PersonalAddress {
    /// Something before one `@`, and a domain after it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (user, domain) = text.split_once('@')?;
        let plain =
            |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control());
        let fits = text.len() <= LONGEST_ADDRESS && plain(user) && plain(domain) && !domain.contains('@');
        fits.then_some(Self(text))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an invitation's link holds: 256 random bits. Cannot be printed.
pub struct InvitationToken(SecretString);

impl InvitationToken {
    /// The value for the one page and the one letter that show it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }
}

/// Invites somebody; answers the token of the link, this one time.
pub async fn invite(
    services: &Services,
    by: &Admin,
    address: &PersonalAddress,
    role: Role,
) -> Result<(InvitationRow, InvitationToken), StoreError> {
    let now = services.clock.now();
    let token = services.random.hex::<32>();
    let row = InvitationRow {
        id: InvitationId::random(&services.random),
        email: address.0.clone(),
        role,
        created_by: by.name.clone(),
        created_at: now,
        expires_at: now.plus_minutes(DAYS * 24 * 60),
    };
    let deed = Deed::of_person(by, "people.invite", &row.email).with_detail(role.as_str());
    let (stored, print) = (row.clone(), Fingerprint::of(&token));
    perform(services, deed, move |tx| {
        Box::pin(async move { invitation::insert(tx, &stored, &print).await.map(|()| true) })
    })
    .await?;
    Ok((row, InvitationToken(SecretString::from(token))))
}

/// Withdraws an invitation; false when it is not there any more.
pub async fn withdraw(services: &Services, by: &Admin, row: &InvitationRow) -> Result<bool, StoreError> {
    let (deed, id) = (Deed::of_person(by, "people.uninvite", &row.email), row.id.clone());
    perform(services, deed, move |tx| Box::pin(async move { invitation::withdraw(tx, &id).await })).await
}

/// The invitation of a link, while it is good.
pub async fn open(services: &Services, token: &str) -> Result<Option<InvitationRow>, StoreError> {
    invitation::find(&services.db, &Fingerprint::of(token), services.clock.now()).await
}

/// What became of accepting.
#[derive(Debug)]
pub enum Accepted {
    /// The account stands and is signed in.
    Done(SessionSecret),
    /// The link was used, withdrawn, or is too old.
    LinkUsed,
    /// The name, or the address, belongs to another account.
    NameTaken,
}

/// Makes the account, signs it in and uses the invitation up: all of it, or nothing.
pub async fn accept(
    services: &Services,
    caller: &Caller,
    token: &str,
    account: NewAccount,
) -> Result<Accepted, StoreError> {
    let Some(invited) = open(services, token).await? else { return Ok(Accepted::LinkUsed) };
    let NewAccount { name, password } = account;
    let random = services.random.clone();
    let hashed = tokio::task::spawn_blocking(move || password::hash(&password, &random)).await;
    let Ok(Ok(password_hash)) = hashed else {
        return Err(StoreError::NotCommitted("the password cannot be hashed".to_owned()));
    };
    let mut row = AdminRow::new(AdminId::random(&services.random), name, password_hash, invited.role);
    row.email = Some(invited.email.clone());
    let secret = SessionSecret::random(&services.random);
    let (begun, at) = (session::prepare(services, caller, &secret, false), services.clock.now());
    let words = format!("{}, invited by {}", invited.role.as_str(), invited.created_by);
    let deed = Deed::of_account(&row.name, "people.join").with_detail(words);
    let done = perform(services, deed, move |tx| {
        Box::pin(async move {
            if !invitation::use_up(&mut *tx, &invited.id, at).await? {
                return Ok(false);
            }
            admin::insert(&mut *tx, &row, at).await?;
            session::begin(tx, &begun, &row.id, at).await?;
            Ok(true)
        })
    })
    .await;
    match done {
        Ok(true) => Ok(Accepted::Done(secret)),
        Ok(false) => Ok(Accepted::LinkUsed),
        Err(StoreError::Conflict) => Ok(Accepted::NameTaken),
        Err(error) => Err(error),
    }
}
