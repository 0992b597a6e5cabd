//! What surrounds every page: language, styles, header and footer, and what the script must know.

use std::sync::Arc;

use super::Identity;
use crate::{
    session::ExchangeCode,
    web::tr::{Language, Tr},
};

/// Where the page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// A document of its own in a tab.
    Hosted,
    /// In the SDK's transparent full-screen frame over the host application.
    Overlay,
    /// In a frame that is a part of the host's page: it fills it, and closing is up to that page.
    Embedded,
}

/// Which of the theme's modes the page wears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorScheme {
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// As the device says, live.
    System,
}

/// The service that is connected, as its integration names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name in texts.
    pub name: String,
    /// Address of its logo on our own origin; without one a monogram is drawn.
    pub logo_url: Option<String>,
}

impl Service {
    /// The first letter or digit of the name.
    #[must_use]
    pub fn monogram(&self) -> String {
        let initial = self.name.chars().find(|c| c.is_alphanumeric());
        initial.map(|c| c.to_uppercase().collect()).unwrap_or_default()
    }
}

/// The end of the capability, and how to move it (security.md I).
#[derive(Clone, Debug)]
pub struct TimeLimit {
    /// Seconds until the end, from when the page was made.
    pub ends_in_seconds: u64,
    /// Where a POST extends it by 30 minutes; `None` when it was extended three times.
    pub extend_url: Option<String>,
}

/// What the page tells the parent window as soon as it stands (wire-protocol.md §11.3).
#[derive(Clone, Debug)]
pub enum ParentEvent {
    /// A connection was made.
    Connect {
        /// The integration's key.
        provider_config_key: String,
        /// The connection's id.
        connection_id: String,
        /// Whether the connection is still being finished elsewhere.
        is_pending: bool,
        /// What the application's backend exchanges before anybody can use the connection.
        exchange_code: Option<ExchangeCode>,
        /// Whether it was there before: then `reconnect` is told, too.
        again: bool,
    },
    /// A connection was ended by its owner.
    Disconnect {
        /// The integration's key.
        provider_config_key: String,
        /// The connection's id.
        connection_id: String,
    },
    /// No connection was made.
    Error {
        /// The protocol's error type.
        error_type: String,
        /// Our own text, never the service's.
        error_message: String,
    },
}

/// The frame of a page.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a page")]
pub struct Chrome {
    /// The reader's language.
    pub tr: Tr,
    /// Whether other languages are offered.
    pub offers_languages: bool,
    /// The theme's custom properties, as `crate::theme` prints them. It is written into the page as it stands.
    pub theme_css: Arc<str>,
    /// Which mode the page wears.
    pub color_scheme: ColorScheme,
    /// Where the page is shown.
    pub surface: Surface,
    /// The app that asks.
    pub app_name: String,
    /// Address of the page's script, [`crate::web::asset::Assets::script_url`].
    pub script_url: String,
    /// The pinned origin of the parent window, the only one that hears from the page.
    pub parent_origin: Option<String>,
    /// Event for the parent window.
    pub event: Option<ParentEvent>,
    /// Where the header's arrow leads.
    pub back_url: Option<String>,
    /// Whether the page can be closed: with a button, with Escape and with a click outside.
    pub closable: bool,
    /// Where a POST tells the server that the page was closed.
    pub close_url: Option<String>,
    /// The app's help page.
    pub help_url: Option<String>,
    /// Logo, links and the picker's style.
    pub identity: Arc<Identity>,
    /// Whether the badge is shown.
    pub watermark: bool,
    /// Whether this is the admin's live preview, which obeys `settings_changed` and submits nothing.
    pub preview: bool,
    /// The page's time limit, where it has one.
    pub time_limit: Option<TimeLimit>,
    /// The request's short reference, shown where something went wrong.
    pub reference: Option<String>,
}

impl Chrome {
    pub(super) fn t(&self, key: &str) -> String {
        self.tr.text(key)
    }

    pub(super) fn mode(&self) -> &'static str {
        match self.color_scheme {
            ColorScheme::Light => "light",
            ColorScheme::Dark => "dark",
            ColorScheme::System => "system",
        }
    }

    /// The languages to choose from, where there is a choice.
    pub(super) fn languages(&self) -> impl Iterator<Item = Language> + Clone {
        Language::all().filter(|_| self.offers_languages)
    }

    /// Whether anything stands in the footer.
    pub(super) fn has_footer(&self) -> bool {
        self.offers_languages || self.help_url().is_some() || self.watermark || self.identity.has_links()
    }

    /// The session's help page, or the theme's.
    pub(super) fn help_url(&self) -> Option<&str> {
        self.help_url.as_deref().or(self.identity.help_url.as_deref())
    }

    pub(super) fn overlay(&self) -> bool {
        self.surface == Surface::Overlay
    }

    /// Whether the person can close the window that the page is in.
    pub(super) fn in_a_tab(&self) -> bool {
        self.surface == Surface::Hosted
    }

    pub(super) fn surface_name(&self) -> &'static str {
        match self.surface {
            Surface::Hosted => "hosted",
            Surface::Overlay => "overlay",
            Surface::Embedded => "embedded",
        }
    }

    pub(super) fn reference_text(&self) -> Option<String> {
        let reference = self.reference.as_deref()?;
        Some(self.tr.text_with("reference", &[("reference", reference.into())]))
    }

    pub(super) fn with_app(&self, key: &str) -> String {
        self.tr.text_with(key, &[("app", (&self.app_name).into())])
    }

    pub(super) fn with_service(&self, key: &str, service: &Service) -> String {
        self.tr.text_with(key, &[("service", (&service.name).into())])
    }
}
