//! Sealing and opening what is stored encrypted. Knows no table and no web.

mod fingerprint;
mod keyring;
pub mod password;
mod sealed;

pub use fingerprint::Fingerprint;
pub use keyring::{Keyring, KeyringProblem};
pub use sealed::{OpenError, Place, Sealed};
