//! A visit: the capability in the address, checked, with everything the page needs from one statement.

use actix_web::HttpRequest;

use super::{
    dress::Dress,
    page::Surface,
    problem::{PageProblem, PageProblemKind},
};
use crate::{
    clock::Timestamp,
    origin::AllowedOrigins,
    session::{Capability, TabCookie},
    store::page::{self, PageIntegrationRow, PageRow, SurfaceRow},
    theme::ModeChoice,
    web::{
        edge,
        error::WebError,
        guard::{self, Destination},
        state::State,
    },
};

/// The name of the cookie that binds a hosted page to its browser.
pub const TAB_COOKIE: &str = "tab";

/// A page of a live session, asked for by who may see it.
pub struct Visit {
    /// What the store knows.
    pub page: PageRow,
    /// What the page wears.
    pub dress: Dress,
}

/// Whether a visit is still in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// It is.
    Left,
    /// It ended then.
    Over(Timestamp),
}

impl Visit {
    /// Reads and checks the page of an address; a session that is over is a problem.
    pub async fn live(
        state: &State,
        request: &HttpRequest,
        capability: &str,
        integration_key: &str,
    ) -> Result<Self, WebError> {
        let visit = Self::any(state, request, capability, integration_key).await?;
        match visit.time(state.services.clock.now()) {
            Time::Left => Ok(visit),
            Time::Over(at) => Err(visit.problem(PageProblemKind::Expired { at: Some(at) }).into()),
        }
    }

    /// Reads and checks the page of an address, whether its time is over or not.
    pub async fn any(
        state: &State,
        request: &HttpRequest,
        capability: &str,
        integration_key: &str,
    ) -> Result<Self, WebError> {
        let fingerprint = Capability::fingerprint_of(capability);
        let page = page::view(&state.services.db, &fingerprint, integration_key).await?;
        let Some(page) = page else { return Err(PageProblem::new(PageProblemKind::NotFound).into()) };
        let visit = Self { dress: dress(state, &page), page };
        visit.check_browser(state, request)?;
        if visit.page.session.ended_at.is_some() {
            return Err(visit.problem(PageProblemKind::Ended).into());
        }
        Ok(visit)
    }

    /// Whether there is time left.
    #[must_use]
    pub fn time(&self, now: Timestamp) -> Time {
        if now < self.page.expires_at { Time::Left } else { Time::Over(self.page.expires_at) }
    }

    /// The integration of the address, where the session allows it.
    pub fn integration(&self) -> Result<&PageIntegrationRow, WebError> {
        let allowed = |row: &&PageIntegrationRow| self.allows(&row.unique_key);
        let integration = self.page.integration.as_ref().filter(allowed);
        integration.ok_or_else(|| self.problem(PageProblemKind::NotFound).into())
    }

    /// Whether the session may connect that integration.
    #[must_use]
    pub fn allows(&self, integration_key: &str) -> bool {
        let allowed = self.page.session.allowed_integrations.as_ref();
        allowed.is_none_or(|keys| keys.iter().any(|key| key == integration_key))
    }

    /// Who connects, as the page says it.
    #[must_use]
    pub fn person(&self) -> Option<String> {
        let tags = &self.page.session.tags;
        let names = ["end_user_email", "end_user_display_name", "end_user_id"];
        names.iter().find_map(|name| tags.get(*name)).cloned()
    }

    /// A problem that wears this session's theme.
    #[must_use]
    pub fn problem(&self, kind: PageProblemKind) -> PageProblem {
        PageProblem::wearing(kind, self.dress.clone())
    }

    /// A tab's page needs its browser's cookie; a frame's page is never a document of its own (architecture.md §4).
    fn check_browser(&self, state: &State, request: &HttpRequest) -> Result<(), WebError> {
        let fits = match &self.page.surface {
            SurfaceRow::Tab { cookie } => {
                let sent = edge::cookie(request, &state.cookie_name(TAB_COOKIE));
                sent.and_then(TabCookie::parse).is_some_and(|sent| sent.fingerprint().matches(cookie))
            }
            SurfaceRow::Frame { .. } => guard::destination(request) != Destination::Document,
        };
        if fits { Ok(()) } else { Err(PageProblem::new(PageProblemKind::OtherBrowser).into()) }
    }
}

fn dress(state: &State, page: &PageRow) -> Dress {
    let session = &page.session;
    let app_name = session.app_name.as_ref().or(page.environment_app_name.as_ref());
    let (surface, parent_origin, frame_ancestors) = match &page.surface {
        SurfaceRow::Tab { .. } => (Surface::Hosted, None, "'none'".to_owned()),
        SurfaceRow::Frame { parent_origin } => {
            let origins =
                session_origins(state, session.allowed_origins.as_deref(), &page.environment_allowed_origins);
            (Surface::Overlay, Some(parent_origin.clone()), frame_ancestors(&origins))
        }
    };
    Dress {
        settings: page.connect_ui_settings.clone(),
        theme: page.theme.as_deref().and_then(ModeChoice::parse),
        language: page.language.clone(),
        app_name: app_name.cloned().unwrap_or_else(|| state.public_url.host().to_owned()),
        surface,
        parent_origin,
        frame_ancestors,
    }
}

/// Who may frame a session's pages: the session's own list, else those of instance and environment.
#[must_use]
pub fn session_origins(
    state: &State,
    of_session: Option<&[String]>,
    of_environment: &[String],
) -> AllowedOrigins {
    match of_session {
        Some(origins) => AllowedOrigins::from_stored(origins),
        None => state.allowed_origins.and(&AllowedOrigins::from_stored(of_environment)),
    }
}

/// The CSP source list of a list of origins.
#[must_use]
pub fn frame_ancestors(origins: &AllowedOrigins) -> String {
    format!("'self' {}", origins.to_source_list()).trim_end().to_owned()
}
