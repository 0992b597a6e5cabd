//! Ending the grants of an integration that is deleted (security.md H6): what is needed is read before, the services are
//! asked after, and never more of them or longer than is stated here. A process that ends meanwhile leaves the rest as it is.

use std::time::Duration;

use futures_util::{StreamExt as _, stream};

use super::{
    owner_side::{OwnerProblem, OwnerSide},
    revoke::{LONGEST, Revocation, ask_with},
};
use crate::{
    services::Services,
    store::{
        connection::{self, ConnectionFilter, ConnectionRow},
        integration::{self, IntegrationRow},
    },
};

/// Of more connections the newest are ended.
const MOST: i64 = 1_000;
/// Services are asked about so many at once.
const AT_ONCE: usize = 4;
/// Nothing is asked after that.
const ALTOGETHER: Duration = Duration::from_mins(5);

/// The grants of an integration, read while it was still there. Holds sealed secrets.
pub struct LastGrants {
    owner: OwnerSide,
    rows: Vec<ConnectionRow>,
    /// How many there are beside them.
    beyond: usize,
}

/// What became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// The service has accepted it.
    pub revoked: usize,
    /// The service, or its definition, offers nothing of the kind.
    pub not_offered: usize,
    /// It was tried, and failed.
    pub failed: usize,
    /// There were more than is asked about, or no time was left.
    pub left: usize,
}

impl LastGrants {
    /// Reads them; call it before the integration is deleted.
    pub async fn of(
        services: &Services,
        public_origin: &str,
        integration: &IntegrationRow,
    ) -> Result<Self, OwnerProblem> {
        let filter = ConnectionFilter {
            integration_keys: vec![integration.unique_key.clone()],
            limit: MOST,
            ..ConnectionFilter::default()
        };
        let rows = connection::list(&services.db, &integration.environment_id, &filter).await?;
        let all = integration::count_connections(&services.db, &integration.id).await?;
        let beyond = usize::try_from(all).unwrap_or_default().saturating_sub(rows.len());
        Ok(Self { owner: OwnerSide::of(services, public_origin, &integration.id).await?, rows, beyond })
    }

    /// Whether there is nothing to end.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Asks the service to end them all. Takes its time: nobody should wait for it.
    pub async fn revoke(self, services: &Services) -> Ended {
        let mut ended = Ended { left: self.rows.len() + self.beyond, ..Ended::default() };
        let asked =
            stream::iter(&self.rows).map(|row| ask(services, &self.owner, row)).buffer_unordered(AT_ONCE);
        let all = asked.for_each(|revocation| {
            ended.note(&revocation);
            std::future::ready(())
        });
        if tokio::time::timeout(ALTOGETHER, all).await.is_err() {
            tracing::warn!("not every grant of a deleted integration was ended in time");
        }
        ended
    }
}

async fn ask(services: &Services, owner: &OwnerSide, row: &ConnectionRow) -> Revocation {
    let asked = tokio::time::timeout(LONGEST, ask_with(services, owner, row)).await;
    let revocation = asked.unwrap_or_else(|_| Revocation::Failed("the service did not answer".to_owned()));
    tracing::info!(
        connection = row.connection_id,
        integration = row.integration_key,
        "a connection is deleted with its integration: {revocation}"
    );
    revocation
}

impl Ended {
    const fn note(&mut self, revocation: &Revocation) {
        self.left -= 1;
        match revocation {
            Revocation::Revoked(_) => self.revoked += 1,
            Revocation::NotOffered => self.not_offered += 1,
            Revocation::Failed(_) => self.failed += 1,
        }
    }
}

impl std::fmt::Display for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { revoked, not_offered, failed, left } = self;
        let all = revoked + not_offered + failed + left;
        write!(f, "{revoked} of {all} grants revoked at the service")?;
        let others = [
            (not_offered, "not: it offers no revocation"),
            (failed, "not: it failed"),
            (left, "not: there was no time left"),
        ];
        for (number, why) in others.into_iter().filter(|(number, _)| **number > 0) {
            write!(f, "; {number} {why}")?;
        }
        Ok(())
    }
}
