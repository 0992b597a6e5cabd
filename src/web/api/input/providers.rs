//! `GET /providers?search=…`, by wire-protocol.md §3.9.
//!
//! Owns the query. Must not know the catalogue.

use serde_json::Value;

use super::issue::Issues;
use super::key::IntegrationKey;
use super::object::read;

/// Which providers to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListProviders {
    /// Part of the provider's name, in lower case; names are compared in lower case.
    pub search: Option<String>,
}

impl ListProviders {
    /// Reads the query.
    pub fn read(query: &Value) -> Result<Self, Issues> {
        read(Some(query), |field| {
            field.strict_object(|object| {
                // The protocol gives the search the alphabet of integration keys.
                let search = object.optional("search", |field| field.parsed(IntegrationKey::parse));
                Ok(Self { search: search?.map(|search| search.as_str().to_lowercase()) })
            })
        })
    }
}
