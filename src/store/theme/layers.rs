//! The themes that lie over one another on a page, read along with the page in one statement.

use crate::store::{StoreError, row::Reader};

/// The columns of instance and environment; the argument is where the environment's id stands.
macro_rules! theme_layers {
    ($environment:literal) => {
        concat!(
            "(SELECT w.published FROM theme w WHERE w.scope = 'instance' AND w.name = '') AS instance_theme, ",
            "(SELECT w.published FROM theme w WHERE w.scope = ",
            $environment,
            " AND w.name = '') AS environment_theme, ",
            "(SELECT o.texts FROM wording o WHERE o.environment_id = ",
            $environment,
            ") AS own_wording"
        )
    };
}
pub(in crate::store) use theme_layers;

/// The columns of the session `s`.
macro_rules! session_theme {
    () => {
        "s.theme_name, s.theme_override, \
         (SELECT w.published FROM theme w WHERE w.scope = s.environment_id AND w.name = s.theme_name) AS named_theme"
    };
}
pub(in crate::store) use session_theme;

/// Published themes, as JSON text, the lowest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ThemeLayers {
    /// Of the instance.
    pub instance: Option<String>,
    /// Of the environment.
    pub environment: Option<String>,
    /// Of the environment, named by the session.
    pub named: Option<String>,
    /// The session's own.
    pub session: Option<String>,
    /// What the environment words anew, as JSON text: it is needed wherever the layers are, and most have none.
    pub wording: Option<String>,
}

impl ThemeLayers {
    /// Reads the columns of [`theme_layers`].
    pub(in crate::store) fn read(row: &Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            instance: row.optional_text("instance_theme")?,
            environment: row.optional_text("environment_theme")?,
            named: None,
            session: None,
            wording: row.optional_text("own_wording")?,
        })
    }

    /// Reads the columns of [`theme_layers`] and [`session_theme`].
    pub(in crate::store) fn read_with_session(row: &Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            named: row.optional_text("named_theme")?,
            session: row.optional_text("theme_override")?,
            ..Self::read(row)?
        })
    }
}

/// How a session's pages differ from its environment's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SessionTheme {
    /// Not at all.
    #[default]
    None,
    /// They wear a theme of the environment.
    Named(String),
    /// They wear a few values of their own, as JSON text.
    Own(String),
}

impl SessionTheme {
    /// The name, where it is one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            Self::None | Self::Own(_) => None,
        }
    }

    /// The values, where they are its own.
    #[must_use]
    pub fn own(&self) -> Option<&str> {
        match self {
            Self::Own(text) => Some(text),
            Self::None | Self::Named(_) => None,
        }
    }

    pub(in crate::store) fn read(row: &Reader<'_>) -> Result<Self, StoreError> {
        let own = row.optional_text("theme_override")?.map(Self::Own);
        Ok(own.or(row.optional_text("theme_name")?.map(Self::Named)).unwrap_or_default())
    }
}
