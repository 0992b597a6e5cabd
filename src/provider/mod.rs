//! Provider definitions: loading, forms, templates. Pure but for reading files; knows no database and no web.
//!
//! A definition comes in as YAML (`yaml`, `node`, [`raw`]), is resolved and judged (`alias`, `model`),
//! becomes a [`Provider`] in a [`Catalog`], and from there a [`Form`], which accepts what a person typed.

mod accept;
mod alias;
mod base;
mod bundled;
mod catalog;
mod check;
mod destination;
mod draft;
mod edited;
mod email;
mod error;
mod field;
mod form;
mod gather;
mod header_prefix;
mod hint;
mod host;
mod inputs;
pub mod interpolate;
mod key;
mod ledger;
pub mod lint;
mod mode;
mod model;
mod node;
mod node_de;
mod override_field;
mod overrides;
mod patch;
mod pattern;
mod pem;
mod proxy;
pub mod raw;
mod repair;
mod retry;
mod schema;
mod secrecy_rule;
mod show;
mod source;
mod texts;
mod unicode;
mod url_repair;
mod written;
mod yaml;

pub use accept::{Accepted, Rejected};
pub use catalog::Catalog;
pub use check::Problem;
pub use destination::{DestinationChange, destinations};
pub use edited::{Edited, MAX_DEFINITION, edited};
pub use error::{Disabled, Finding, FindingKind, LoadError, Place};
pub use field::{
    Autocomplete, Control, ExternalId, Field, FieldGroup, FieldName, FieldPath, FieldRule, Form,
};
pub use form::FormContext;
pub use hint::{HintMessage, Hints, RefusalHint, ValueHint};
pub use host::AuthorityRole;
pub use inputs::{Inputs, RawFields};
pub use key::{InvalidProviderKey, ProviderKey};
pub use mode::{AuthMode, UnknownAuthMode};
pub use model::{Installation, Provider, TokenUrl};
pub use overrides::{Override, Overrides};
pub use patch::unified;
pub use pattern::{InvalidPattern, Pattern};
pub use proxy::{Proxy, Verification, VerificationMethod};
pub use repair::Repair;
pub use retry::{InBody, RetryRules, WaitKind};
pub use schema::{FieldSchema, Format};
pub use show::{list, show};
pub use source::CatalogSource;
pub use texts::{ProviderTexts, Untranslated};
pub use written::Written;
