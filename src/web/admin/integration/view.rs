//! The pages of one integration as they are drawn.

use askama::Template;

use super::client_form::{ClientView, Needs};
use crate::web::admin::page::{Entry, Frame};

/// `/admin/catalogue/{provider}`.
#[derive(Template)]
#[template(path = "admin/integration/new.html")]
pub struct NewPage {
    pub frame: Frame,
    pub action: String,
    pub logo: String,
    pub provider_name: String,
    pub mode: &'static str,
    pub built: bool,
    pub warning: Option<&'static str>,
    pub needs: Needs,
    pub key: Entry,
    pub display_name: Entry,
    pub client: ClientView,
    pub callback_url: String,
    pub wrong: bool,
}

/// `/admin/integrations/{key}`.
#[derive(Template)]
#[template(path = "admin/integration/show.html")]
pub struct ShowPage {
    pub frame: Frame,
    pub action: String,
    pub logo: String,
    pub name: String,
    pub key: String,
    pub provider: String,
    pub provider_name: Option<String>,
    pub mode: &'static str,
    pub built: bool,
    pub warning: Option<&'static str>,
    pub created: String,
    pub connections: i64,
    /// Where the connections of tries are listed.
    pub tries_url: String,
    pub needs: Needs,
    pub version: i64,
    pub display_name: Entry,
    pub client: ClientView,
    pub callback_url: String,
    /// Whether an address of its own can be chosen, and is.
    pub own_callback: Option<bool>,
    pub own_callback_url: String,
    pub wrong: bool,
    pub conflict: bool,
}
