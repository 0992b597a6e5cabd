//! What the pages of a session wear, and who may frame them.

use super::{dress::Dress, page::Surface};
use crate::{
    origin::{AllowedOrigins, Origin, OriginPattern},
    store::{
        connect_session::ConnectSessionRow,
        environment::EnvironmentRow,
        page::{PageRow, SurfaceRow},
        theme::ThemeLayers,
    },
    theme::ModeChoice,
    web::state::State,
};

/// Where a session's page is shown.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// In a tab of its own.
    Tab,
    /// In a frame of this origin, one of those that may frame it.
    Frame {
        /// The origin.
        parent: &'a str,
        /// Who may frame it.
        origins: &'a AllowedOrigins,
        /// What the frame is to its page.
        layout: FrameLayout,
    },
}

/// What a frame is to the page that has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FrameLayout {
    /// The SDK's: a layer over the whole page.
    #[default]
    Overlay,
    /// A part of the page (`embedded=true`, wire-protocol.md §11.2).
    Embedded,
}

impl FrameLayout {
    /// What the address's parameter says; only `true` is yes.
    #[must_use]
    pub fn of_parameter(embedded: Option<&str>) -> Self {
        if embedded == Some("true") { Self::Embedded } else { Self::Overlay }
    }

    /// How pages in it are drawn.
    #[must_use]
    pub const fn surface(self) -> Surface {
        match self {
            Self::Overlay => Surface::Overlay,
            Self::Embedded => Surface::Embedded,
        }
    }
}

/// What the embedder asked for.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// `light`, `dark` or `system`.
    pub theme: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// What its frame is.
    pub layout: FrameLayout,
    /// What the person chose on the page.
    pub chosen_language: Option<String>,
}

/// The dress of a session, before it has a page.
#[must_use]
pub fn of_session(
    state: &State,
    session: &ConnectSessionRow,
    environment: &EnvironmentRow,
    place: Place<'_>,
    wishes: &Wishes,
) -> Dress {
    let app_name = session.app_name.as_ref().or(environment.app_name.as_ref());
    let own = session.theme.own().map(str::to_owned);
    let themes = ThemeLayers { session: own, ..environment.themes.clone() };
    dress(state, (environment.connect_ui_settings.as_str(), themes), app_name, place, wishes)
}

/// The dress of a page.
#[must_use]
pub fn of_page(state: &State, page: &PageRow) -> Dress {
    let app_name = page.session.app_name.as_ref().or(page.environment_app_name.as_ref());
    let wishes = Wishes {
        theme: page.theme.clone(),
        language: page.language.clone(),
        chosen_language: page.chosen_language.clone(),
        ..Wishes::default()
    };
    let settings = (page.connect_ui_settings.as_str(), page.themes.clone());
    let offers_languages = page.language.is_none() || matches!(page.surface, SurfaceRow::Tab { .. });
    let dress = match &page.surface {
        SurfaceRow::Tab { .. } => dress(state, settings, app_name, Place::Tab, &wishes),
        SurfaceRow::Frame { parent_origin, embedded } => {
            let origins = session_origins(
                state,
                page.session.allowed_origins.as_deref(),
                &page.environment_allowed_origins,
            );
            let layout = if *embedded { FrameLayout::Embedded } else { FrameLayout::Overlay };
            let place = Place::Frame { parent: parent_origin, origins: &origins, layout };
            dress(state, settings, app_name, place, &wishes)
        }
    };
    Dress { offers_languages, ..dress }
}

fn dress(
    state: &State,
    (settings, themes): (&str, ThemeLayers),
    app_name: Option<&String>,
    place: Place<'_>,
    wishes: &Wishes,
) -> Dress {
    let (surface, parent_origin, frame_ancestors) = match place {
        Place::Tab => (Surface::Hosted, None, "'none'".to_owned()),
        Place::Frame { parent, origins, layout } => {
            (layout.surface(), Some(parent.to_owned()), frame_ancestors(origins))
        }
    };
    Dress {
        settings: settings.to_owned(),
        themes,
        theme: wishes.theme.as_deref().and_then(ModeChoice::parse),
        language: wishes.chosen_language.clone().or_else(|| wishes.language.clone()),
        offers_languages: false,
        app_name: app_name.cloned().unwrap_or_else(|| state.public_url.host().to_owned()),
        surface,
        parent_origin,
        frame_ancestors,
    }
}

/// Who may frame a session's pages: those of instance and environment, or as many of them as the session names. What
/// was taken from their lists since the session was made does not come back with it.
#[must_use]
pub fn session_origins(
    state: &State,
    of_session: Option<&[String]>,
    of_environment: &[String],
) -> AllowedOrigins {
    let all = state.allowed_origins.and(&AllowedOrigins::from_stored(of_environment));
    let Some(named) = of_session else { return all };
    let still_allowed = named.iter().filter_map(|origin| {
        let origin = Origin::parse(origin).ok().filter(|origin| all.allows(origin))?;
        Some(OriginPattern::Exact(origin))
    });
    AllowedOrigins::new(still_allowed.collect())
}

/// Whether an origin may frame pages that allow `origins`; our own always may.
#[must_use]
pub fn may_frame(state: &State, origins: &AllowedOrigins, origin: &Origin) -> bool {
    origin == state.public_url.origin() || origins.allows(origin)
}

/// The CSP source list of a list of origins.
#[must_use]
pub fn frame_ancestors(origins: &AllowedOrigins) -> String {
    format!("'self' {}", origins.to_source_list()).trim_end().to_owned()
}
