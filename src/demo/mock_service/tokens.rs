//! OAuth 2 tokens: those that came of one permission are a family, and end together.

use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{
    client::{Client, Refreshing},
    faults::Fault,
    person::Person,
};
use crate::clock::{Clock, Random, Timestamp};

/// What was permitted: to whom, by whom, to do what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grant {
    pub(super) client_id: String,
    /// None where a client acts for itself.
    pub(super) person: Option<Person>,
    pub(super) scope: String,
}

/// All tokens that came of one permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Family(u64);

/// What the token endpoint hands out.
pub(super) struct Issued {
    pub(super) access_token: String,
    pub(super) refresh_token: Option<String>,
    pub(super) expires_in: Option<i64>,
    pub(super) scope: String,
}

struct Access {
    grant: Grant,
    family: Family,
    ends_at: Option<Timestamp>,
}

struct Refresh {
    grant: Grant,
    family: Family,
    was_used: bool,
}

#[derive(Default)]
struct Kept {
    families: u64,
    ended: HashSet<Family>,
    access: HashMap<String, Access>,
    refresh: HashMap<String, Refresh>,
}

pub(super) struct Tokens {
    clock: Clock,
    random: Random,
    kept: Mutex<Kept>,
}

impl Tokens {
    pub(super) fn new(clock: Clock, random: Random) -> Self {
        Self { clock, random, kept: Mutex::default() }
    }

    pub(super) fn new_family(&self) -> Family {
        let mut kept = self.kept();
        kept.families += 1;
        Family(kept.families)
    }

    /// The first tokens of a family. A client that acts for itself gets no refresh token (RFC 6749 §4.4.3).
    pub(super) fn issue(&self, client: &Client, grant: &Grant, family: Family) -> Issued {
        let mut kept = self.kept();
        if client.has(Fault::Revoked) {
            kept.ended.insert(family);
        }
        let refreshes = grant.person.is_some() && client.refreshing != Refreshing::Never;
        let refresh_token = refreshes.then(|| self.add_refresh(&mut kept, grant, family));
        self.add_access(&mut kept, client, grant, family, refresh_token)
    }

    /// New tokens for a refresh token (RFC 6749 §6, RFC 9700 §4.14).
    pub(super) fn refresh(&self, client: &Client, token: &str) -> Result<Issued, &'static str> {
        let mut kept = self.kept();
        let refresh = kept.refresh.get_mut(token).filter(|refresh| refresh.grant.client_id == client.id);
        let refresh = refresh.ok_or("no such refresh token")?;
        let (grant, family) = (refresh.grant.clone(), refresh.family);
        let was_used = refresh.was_used;
        refresh.was_used = client.refreshing == Refreshing::Rotates;
        if kept.ended.contains(&family) {
            return Err("the permission was taken back");
        }
        if client.has(Fault::FailingRefresh) {
            return Err("this service never refreshes");
        }
        if was_used {
            kept.ended.insert(family);
            return Err("the refresh token was used before: all its tokens have ended");
        }
        let rotates = client.refreshing == Refreshing::Rotates;
        let refresh_token = rotates.then(|| self.add_refresh(&mut kept, &grant, family));
        Ok(self.add_access(&mut kept, client, &grant, family, refresh_token))
    }

    /// Whose access token it is, if it is still worth something.
    pub(super) fn grant(&self, access_token: &str) -> Option<Grant> {
        let kept = self.kept();
        let access = kept.access.get(access_token)?;
        let is_over = access.ends_at.is_some_and(|ends_at| self.clock.now() >= ends_at);
        (!is_over && !kept.ended.contains(&access.family)).then(|| access.grant.clone())
    }

    /// RFC 7009: a refresh token takes its family along, an access token goes alone. Only the client's own.
    pub(super) fn revoke(&self, client: &Client, token: &str) {
        let mut kept = self.kept();
        let refresh = kept.refresh.get(token).filter(|refresh| refresh.grant.client_id == client.id);
        if let Some(family) = refresh.map(|refresh| refresh.family) {
            kept.ended.insert(family);
        } else if kept.access.get(token).is_some_and(|access| access.grant.client_id == client.id) {
            kept.access.remove(token);
        }
    }

    pub(super) fn end(&self, family: Family) {
        self.kept().ended.insert(family);
    }

    pub(super) fn end_all(&self) {
        let mut kept = self.kept();
        let all = 1..=kept.families;
        kept.ended.extend(all.map(Family));
    }

    fn add_refresh(&self, kept: &mut Kept, grant: &Grant, family: Family) -> String {
        let token = format!("refresh-{}", self.random.hex::<16>());
        kept.refresh.insert(token.clone(), Refresh { grant: grant.clone(), family, was_used: false });
        token
    }

    fn add_access(
        &self,
        kept: &mut Kept,
        client: &Client,
        grant: &Grant,
        family: Family,
        refresh_token: Option<String>,
    ) -> Issued {
        let access_token = format!("access-{}", self.random.hex::<16>());
        let ends_at =
            client.lifetime_seconds.map(|seconds| self.clock.now().plus_millis(seconds.saturating_mul(1000)));
        kept.access.insert(access_token.clone(), Access { grant: grant.clone(), family, ends_at });
        let (expires_in, scope) = (client.lifetime_seconds, grant.scope.clone());
        Issued { access_token, refresh_token, expires_in, scope }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
