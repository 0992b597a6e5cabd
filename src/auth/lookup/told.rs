//! Services that want to hear that an installation is complete: until then they show it as pending.

use serde_json::{Value, json};

use super::{
    Account, LookupProblem,
    question::{Call, below},
};
use crate::{
    auth::{ServiceContext, problem::DefinitionProblem, template::Templates},
    outbound::Method,
    provider::{TokenUrl, interpolate::ValueEncoding},
};

/// What a service is told.
#[derive(Clone, Copy, Debug)]
pub(super) enum Message {
    /// By PUT at the installation's own address, which the token endpoint's begins with.
    Installation,
    /// By POST below the API's base URL.
    Installed(&'static str),
}

impl Message {
    /// <https://docs.sentry.io/organization/integrations/integration-platform/public-integration/>
    pub const SENTRY: Self = Self::Installation;
    /// <https://developer.rippling.com>, on installing an app of the App Shop.
    pub const RIPPLING: Self = Self::Installed("/platform/api/mark_app_installed");

    /// Tells it.
    pub async fn send(self, cx: ServiceContext<'_>, account: &Account<'_>) -> Result<(), LookupProblem> {
        let templates = Templates::new(&cx, account.connection_config);
        let (method, address, body) = match self {
            Self::Installation => {
                let Some(TokenUrl::One(url)) = &account.provider.token_url else {
                    return Err(DefinitionProblem::Missing("token_url").into());
                };
                let mut address = templates.url("token_url", url, ValueEncoding::Component)?;
                let path = address.url.path().trim_end_matches('/').trim_end_matches("/authorizations");
                let path = format!("{path}/");
                address.url.set_path(&path);
                (Method::PUT, address, json!({ "status": "installed" }))
            }
            Self::Installed(path) => {
                let base = account.provider.proxy.base_url.as_deref();
                let base = base.ok_or(DefinitionProblem::Missing("proxy.base_url"))?;
                let mut address = templates.url("proxy.base_url", base, ValueEncoding::Path)?;
                below(&mut address.url, path);
                (Method::POST, address, Value::Object(serde_json::Map::new()))
            }
        };
        let call = Call::new(method, address, account.credential, "Bearer")?;
        call.send(cx, Some(&body)).await.map(drop)
    }
}
