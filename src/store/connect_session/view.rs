//! What a session's pages are for.

use crate::{
    id::SessionId,
    store::{StoreError, row::Reader},
};

/// What a session's pages are for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Connecting accounts.
    #[default]
    Connect,
    /// Looking after those that its end user has connected, and connecting others.
    Manage,
    /// Reconnecting one of them, for the page that this session shows.
    Managed {
        /// The session that shows it.
        by: SessionId,
    },
}

impl View {
    /// The column's text, which is the API's.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Connect | Self::Managed { .. } => "connect",
            Self::Manage => "manage",
        }
    }

    /// The session whose page led here.
    #[must_use]
    pub const fn managed_by(&self) -> Option<&SessionId> {
        match self {
            Self::Managed { by } => Some(by),
            Self::Connect | Self::Manage => None,
        }
    }

    /// Whether there is a list of the end user's connections to go back to.
    #[must_use]
    pub const fn has_list(&self) -> bool {
        matches!(self, Self::Manage | Self::Managed { .. })
    }

    pub(in crate::store) fn read(row: &Reader<'_>) -> Result<Self, StoreError> {
        match (row.text("view")?.as_str(), row.optional_text("managed_by")?) {
            ("connect", None) => Ok(Self::Connect),
            ("connect", Some(by)) => Ok(Self::Managed { by: SessionId::from_stored(by) }),
            ("manage", _) => Ok(Self::Manage),
            (other, _) => Err(row.corrupt("view", format_args!("{other:?} is no view"))),
        }
    }
}
