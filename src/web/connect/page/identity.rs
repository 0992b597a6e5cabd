//! What a theme says of who asks: logo, links, and how integrations are offered.

/// The logo in the header, by mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoImage {
    /// Its address.
    pub url: String,
    /// Another one for dark pages, where the device decides.
    pub dark_url: Option<String>,
}

/// Who asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The logo in place of the name.
    pub logo: Option<LogoImage>,
    /// The picture in the browser's tab.
    pub icon_url: Option<String>,
    /// Help.
    pub help_url: Option<String>,
    /// The privacy statement.
    pub privacy_url: Option<String>,
    /// The terms.
    pub terms_url: Option<String>,
    /// Who answers.
    pub support_email: Option<String>,
    /// Whether integrations are tiles.
    pub tiles: bool,
    /// Whether they can always be searched.
    pub always_searchable: bool,
}

impl Identity {
    /// Whether it has links beside help.
    #[must_use]
    pub fn has_links(&self) -> bool {
        self.privacy_url.is_some() || self.terms_url.is_some() || self.support_email.is_some()
    }
}
