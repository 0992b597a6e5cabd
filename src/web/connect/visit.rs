//! A visit: the capability in the address, checked, with everything the page needs from one statement.

use actix_web::HttpRequest;

use super::{
    dress::{self, Dress},
    problem::{PageProblem, PageProblemKind},
    session_dress,
};
use crate::{
    clock::Timestamp,
    id::FlowId,
    session::{Capability, TabCookie, person_of_tags},
    store::connect_session::Verification,
    store::page::{self, PageIntegrationRow, PageRow, SurfaceRow},
    trace::{Step, Subject},
    web::{
        edge,
        error::WebError,
        guard::{self, Destination},
        state::State,
        tr::Language,
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
    /// The language of whoever sees it.
    pub language: Language,
}

/// Whether a visit is still in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// It is.
    Left,
    /// It ended then.
    Over(Timestamp),
}

/// What is asked for.
#[derive(Clone, Copy)]
enum Kind<'a> {
    /// A page, in its place.
    Page,
    /// The way to the service, in a window that may be its own; again or prepared, of that flow.
    Leaving(Option<&'a FlowId>),
}

impl<'a> Kind<'a> {
    const fn flow(self) -> Option<&'a FlowId> {
        match self {
            Self::Page => None,
            Self::Leaving(flow) => flow,
        }
    }
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

    /// The start of a way to the service: it may open a window of its own, because it brings a ticket of the page.
    pub async fn leaving(
        state: &State,
        request: &HttpRequest,
        capability: &str,
        integration_key: &str,
        flow: Option<&FlowId>,
    ) -> Result<Self, WebError> {
        let kind = Kind::Leaving(flow);
        let visit = Self::read(state, request, capability, integration_key, kind).await?;
        visit.check_verified()?;
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
        let visit = Self::read(state, request, capability, integration_key, Kind::Page).await?;
        visit.check_verified()?;
        Ok(visit)
    }

    /// The page that makes sure who is there, before anything else can be seen.
    pub async fn unverified(
        state: &State,
        request: &HttpRequest,
        capability: &str,
    ) -> Result<Self, WebError> {
        let visit = Self::read(state, request, capability, "", Kind::Page).await?;
        match visit.time(state.services.clock.now()) {
            Time::Left => Ok(visit),
            Time::Over(at) => Err(visit.problem(PageProblemKind::Expired { at: Some(at) }).into()),
        }
    }

    async fn read(
        state: &State,
        request: &HttpRequest,
        capability: &str,
        integration_key: &str,
        kind: Kind<'_>,
    ) -> Result<Self, WebError> {
        if !Capability::is_well_formed(capability) || integration_key.contains('\0') {
            return Err(PageProblem::new(PageProblemKind::NotFound).into());
        }
        let fingerprint = Capability::fingerprint_of(capability);
        let page = page::view(&state.services.db, &fingerprint, integration_key, kind.flow()).await?;
        let Some(page) = page else { return Err(PageProblem::new(PageProblemKind::NotFound).into()) };
        let dress = session_dress::of_page(state, &page);
        let language = state.wardrobe.reader(dress.language.as_deref(), request).language();
        let mut visit = Self { page, dress, language };
        visit.check_browser(state, request, kind)?;
        if visit.page.session.ended_at.is_some() {
            return Err(visit.problem(PageProblemKind::Ended).into());
        }
        keep_language(state, request, &mut visit.page).await?;
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

    /// Whether the session names that integration, so that its absence means that it was deleted.
    #[must_use]
    pub fn names(&self, integration_key: &str) -> bool {
        self.page.session.allowed_integrations.is_some() && self.allows(integration_key)
    }

    /// Who connects, as the page says it.
    #[must_use]
    pub fn person(&self) -> Option<String> {
        let session = &self.page.session;
        person_of_tags(&session.tags).or_else(|| {
            session.end_user.as_ref().map(|person| person.email.as_ref().unwrap_or(&person.id).clone())
        })
    }

    /// Notes what happened on the session's page: at the integration of the address, where it names one.
    pub fn note(&self, state: &State, step: Step) {
        let session = self.page.session.id.clone();
        let subject = match &self.page.integration {
            Some(integration) => Subject::Integration(session, integration.unique_key.clone()),
            None => Subject::Session(session),
        };
        state.services.traces.note(state.services.clock.now(), subject, step);
    }

    /// A problem that wears this session's theme.
    #[must_use]
    pub fn problem(&self, kind: PageProblemKind) -> PageProblem {
        PageProblem::wearing(kind, self.dress.clone())
    }

    /// Until it is known who is there, a page shows nothing and does nothing (security.md C4).
    fn check_verified(&self) -> Result<(), WebError> {
        if self.page.session.verification == Verification::None || self.page.is_verified {
            return Ok(());
        }
        Err(self.problem(PageProblemKind::Unverified).into())
    }

    /// The cookie of this page's tab, which [`Self::check_browser`] has compared.
    #[must_use]
    pub fn tab(&self, state: &State, request: &HttpRequest) -> Option<TabCookie> {
        edge::cookie(request, &state.cookie_name(TAB_COOKIE)).and_then(TabCookie::parse)
    }

    /// A tab's page needs its browser's cookie; a frame's page is never a document of its own (architecture.md §4).
    fn check_browser(&self, state: &State, request: &HttpRequest, kind: Kind<'_>) -> Result<(), WebError> {
        let fits = match &self.page.surface {
            SurfaceRow::Tab { cookie } => {
                let sent = edge::cookie(request, &state.cookie_name(TAB_COOKIE));
                sent.and_then(TabCookie::parse).is_some_and(|sent| sent.fingerprint().matches(cookie))
            }
            SurfaceRow::Frame { .. } => {
                matches!(kind, Kind::Leaving(_)) || guard::destination(request) != Destination::Document
            }
        };
        if fits { Ok(()) } else { Err(PageProblem::new(PageProblemKind::OtherBrowser).into()) }
    }
}

/// A language that the address names is kept for the pages that follow; this page reads it from the address.
async fn keep_language(state: &State, request: &HttpRequest, page: &mut PageRow) -> Result<(), WebError> {
    let asked = dress::chosen(request);
    let Some(language) = state.wardrobe.asked(asked.as_deref()) else { return Ok(()) };
    if page.chosen_language.as_deref() == Some(language.tag()) {
        return Ok(());
    }
    let id = page.id.clone();
    let keep = state
        .services
        .db
        .write(move |tx| Box::pin(async move { page::choose_language(tx, &id, language.tag()).await }));
    keep.await?;
    page.chosen_language = Some(language.tag().to_owned());
    Ok(())
}
