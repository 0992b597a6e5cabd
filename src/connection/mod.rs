//! The domain verbs of a connection: establish, depart and arrive, look up, read, refresh, revoke. Knows no HTTP.

mod arrive;
mod attempt;
mod check;
mod complete;
mod depart;
mod disconnect;
mod erase;
mod establish;
mod exchange;
mod facts;
mod failure_webhook;
mod flow_failure;
mod flow_failure_words;
mod flow_start;
mod former;
mod import;
mod integration_secrets;
mod lookups;
mod obtain;
mod open;
mod owned;
mod owner_side;
mod prepare;
pub mod proxy;
mod reading;
mod refresh;
mod register;
mod revoke;
mod revoke_all;
mod traced;

pub use arrive::{ArriveError, FlowEnd, WayBack, arrive};
pub use attempt::{Attempt, AttemptedIntegration};
pub use check::{CheckGate, check};
pub use complete::{CompleteError, Webhook, complete};
pub use depart::{DepartError, Departed, Leaving, Start, depart};
pub use disconnect::{Disconnect, Receipt, disconnect, receipt, receipt_of_sent_form};
pub use erase::{Ending, Erased, ErasedConnection, erase, fingerprint_of, finish_erasures};
pub use establish::{Established, Flow, establish};
pub use exchange::{ExchangeError, WAITING_MINUTES, drop_abandoned, exchange, new_code};
pub use facts::{CredentialFacts, credential_facts};
pub use flow_failure::FlowFailure;
pub use flow_start::{Home, client_metadata_url, first_context, redirect_uri};
pub use former::{Former, Trouble, TroubleKind, is_deleted};
pub use import::{Brought, Import, ImportError, import};
pub use integration_secrets::{
    open_credential, open_custom, open_custom_of, open_owner, seal_credential, seal_custom,
};
pub use lookups::LookupGate;
pub use obtain::{ObtainError, Obtained, Obtaining, obtain};
pub use open::{OpenedConnection, open};
pub use owned::{GrantedScope, Health, OwnConnection, one_owned_by, owned_by, rename};
pub use owner_side::OwnerProblem;
pub use prepare::prepare;
pub use reading::note_reading;
pub use refresh::{
    FreshConnection, RefreshError, RefreshGate, RefreshProblem, RefreshWish, fresh, refresh_idle,
};
pub use register::register;
pub use revoke::{Revocation, revoke};
pub use revoke_all::{Ended, LastGrants};

/// What a conversation with a service needs.
const fn conversation(services: &crate::services::Services) -> crate::auth::ServiceContext<'_> {
    crate::auth::ServiceContext {
        outbound: &services.outbound,
        clock: &services.clock,
        random: &services.random,
    }
}
