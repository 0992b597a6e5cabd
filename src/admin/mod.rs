//! Admin accounts and what they do: setting up, signing in, changing things, with an audit entry for each.
//!
//! Owns the rules of accounts and sessions, and that no change is stored without its entry. Must not know HTTP.

pub mod api_key;
mod caller;
mod change_password;
mod deed;
pub mod definition;
pub mod environment;
pub mod invitation;
mod password;
pub mod people;
mod reauthenticate;
mod session;
mod set_up;
pub mod share_link;
mod sign_in;
mod signing_key;
pub mod theme;
mod throttle;
pub mod two_step;
pub mod variable;
pub mod wording;

pub use crate::store::admin::Role;
pub use caller::Caller;
pub use change_password::{ChangePassword, change_password};
pub use deed::{Deed, perform};
pub use password::{NewAccount, NewAccountProblems, NewPassword};
pub use reauthenticate::{Reauthentication, reauthenticate};
pub use session::{
    Admin, Session, SessionSecret, end_other_sessions, end_session, sessions_of, sign_out, signed_in,
};
pub use set_up::{SetUp, set_up, set_up_is_open};
pub use sign_in::{SignIn, sign_in};
pub use signing_key::rotate_signing_key;
pub use throttle::{Attempt, Refused, Throttle};
