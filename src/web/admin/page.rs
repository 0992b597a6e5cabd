//! What every page of admin has in common: its frame, and the policy that fits it.

use std::sync::Arc;

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use askama::Template;

use super::{access::Capability, place, session::SignedIn};
use crate::admin::Role;
use crate::store::{environment::EnvironmentRow, theme::ThemeLayers};
use crate::web::{
    connect::{
        dress::{Dress, Sheet},
        page::Surface,
    },
    default_dress::default_settings,
    error::WebError,
    policy_report,
    state::State,
};

/// The places of the side list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Integrations.
    Integrations,
    /// Connections.
    Connections,
    /// Logs.
    Logs,
    /// Links for people.
    ShareLinks,
    /// Environment settings, Connect UI.
    ConnectUi,
    /// Environment settings, theme.
    Theme,
    /// Environment settings, wording.
    Wording,
    /// Environment settings, allowed origins.
    Origins,
    /// How well the doors are closed.
    Security,
    /// Environment settings, webhooks.
    Webhooks,
    /// API keys.
    ApiKeys,
    /// Environment variables.
    Variables,
    /// All environments.
    Environments,
    /// Who may come in.
    People,
    /// Audit.
    Audit,
    /// One's own account.
    Account,
    /// None of them: a problem's page.
    Nowhere,
}

impl Spot {
    /// Where another environment shows the same.
    const fn path(self) -> &'static str {
        match self {
            Self::Integrations | Self::Nowhere => "/integrations",
            Self::Connections => "/connections",
            Self::ShareLinks => "/connect-links",
            Self::Logs => "/logs",
            Self::Theme => "/environment/theme",
            Self::ConnectUi => "/environment/connect-ui",
            Self::Wording => "/environment/wording",
            Self::Origins => "/environment/origins",
            Self::Security => "/security",
            Self::Webhooks => "/environment/webhooks",
            Self::ApiKeys => "/api-keys",
            Self::Variables => "/environment/variables",
            Self::Environments => "/environments",
            Self::People => "/people",
            Self::Audit => "/audit",
            Self::Account => "/account",
        }
    }
}

/// What a page confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice(pub &'static str);

/// The frame of a page.
#[derive(Clone)]
pub struct Frame {
    pub(super) theme_css: Arc<str>,
    pub(super) style_url: String,
    pub(super) script_url: String,
    /// Where the pages of this environment begin: every link of a page starts with it.
    pub(super) base: String,
    pub(super) user: Option<User>,
    /// What was just done.
    pub notice: Option<Notice>,
}

/// Who is signed in, and where they are.
#[derive(Clone)]
pub(super) struct User {
    pub(super) name: String,
    pub(super) environment: String,
    pub(super) environments: Vec<Choice>,
    spot: Spot,
    role: Role,
}

/// An environment to go to.
#[derive(Clone)]
pub(super) struct Choice {
    pub(super) name: String,
    pub(super) url: String,
    pub(super) is_here: bool,
}

impl Frame {
    /// The frame of a page before sign-in.
    #[must_use]
    pub fn outside(state: &State) -> Self {
        let assets = &state.wardrobe.assets;
        Self {
            theme_css: sheet(state).css(),
            style_url: assets.admin_css_url().to_owned(),
            script_url: assets.admin_script_url().to_owned(),
            base: "/admin".to_owned(),
            user: None,
            notice: None,
        }
    }

    /// The frame of a page in one of the places.
    #[must_use]
    pub fn inside(state: &State, who: &SignedIn, spot: Spot) -> Self {
        let choice = |(index, row): (usize, &EnvironmentRow)| Choice {
            name: row.name.clone(),
            url: format!("{}{}", place::base(&row.id, index == 0), spot.path()),
            is_here: row.id == who.environment.id,
        };
        let user = User {
            name: who.admin.name.clone(),
            environment: who.environment.name.clone(),
            environments: who.environments.iter().enumerate().map(choice).collect(),
            spot,
            role: who.admin.role,
        };
        Self { user: Some(user), base: who.base.clone(), ..Self::outside(state) }
    }

    /// An address of admin in the environment of the page.
    pub(super) fn link(&self, path: &str) -> String {
        path.strip_prefix("/admin").map_or_else(|| path.to_owned(), |rest| format!("{}{rest}", self.base))
    }

    /// The same with a confirmation.
    #[must_use]
    pub fn with_notice(self, notice: Option<&'static str>) -> Self {
        Self { notice: notice.map(Notice), ..self }
    }

    /// Whether who is signed in may say who comes in.
    pub(super) fn has_people(&self) -> bool {
        self.may(Capability::People)
    }

    /// Whether the forms of the page are for others: who may only look sees them, and is told.
    pub(super) fn is_read_only(&self) -> bool {
        let spot = self.user.as_ref().map_or(Spot::Nowhere, |user| user.spot);
        match spot {
            Spot::Environments => !self.may(Capability::Instance),
            Spot::ApiKeys | Spot::Variables => !self.may(Capability::Secrets),
            Spot::ShareLinks | Spot::ConnectUi | Spot::Theme | Spot::Webhooks | Spot::Integrations => {
                !self.may(Capability::Edit)
            }
            // Their forms only search, or are one's own, or lead to pages that ask again.
            Spot::Connections
            | Spot::Wording
            | Spot::Logs
            | Spot::Origins
            | Spot::Security
            | Spot::People
            | Spot::Audit
            | Spot::Account
            | Spot::Nowhere => false,
        }
    }

    /// Whether who is signed in may change what the page shows: who may not is not offered to.
    pub(super) fn may_edit(&self) -> bool {
        self.may(Capability::Edit)
    }

    fn may(&self, capability: Capability) -> bool {
        self.user.as_ref().is_some_and(|user| capability.is_of(user.role))
    }

    /// Whether the page is in that place.
    pub(super) fn at(&self, spot: Spot) -> bool {
        self.user.as_ref().is_some_and(|user| user.spot == spot)
    }
}

fn sheet(state: &State) -> Arc<Sheet> {
    state.wardrobe.sheet(&Dress {
        settings: default_settings(),
        themes: ThemeLayers::default(),
        theme: None,
        language: None,
        offers_languages: false,
        app_name: String::new(),
        surface: Surface::Hosted,
        parent_origin: None,
        frame_ancestors: String::new(),
    })
}

/// Draws a page of admin. Nobody may frame it; it may frame our own preview (security.md A5, F1).
pub fn draw(state: &State, status: StatusCode, page: &impl Template) -> Result<HttpResponse, WebError> {
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' {} {}; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; report-uri {}",
        state.wardrobe.assets.base_css_hash(),
        sheet(state).csp_hash(),
        policy_report::PATH,
    );
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header((header::REFERRER_POLICY, "strict-origin"))
        .body(page.render()?))
}

/// A text field of a form: what it holds and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// What it holds.
    pub value: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

impl Entry {
    /// A field that holds this.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self { value: value.into(), problem: None }
    }
}

/// Leads to another page of admin after something was done.
#[must_use]
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}
