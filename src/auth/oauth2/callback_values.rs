//! What a callback may add to the token endpoint's address (provider-format.md §2.1.2, §4.5).
//!
//! The client's secret goes to that address, and whoever comes back writes the callback. So a value there is one label of
//! a host, or the whole address of a host that the definition itself gives for one of its options.

use secrecy::ExposeSecret as _;
use url::Url;

use super::Definition;
use crate::{
    auth::{ConnectionConfig, ServiceContext, template::Templates},
    provider::{Provider, interpolate::ValueEncoding},
};

/// The callback's values without those that would lead elsewhere.
pub fn trusted(
    cx: &ServiceContext<'_>,
    provider: &Provider,
    definition: &Definition,
    mut values: ConnectionConfig,
) -> ConnectionConfig {
    let Ok(template) = definition.token_url() else { return values };
    for name in definition.raw().redirect_uri_metadata.iter().flatten() {
        let text = values.text(name).map(|text| text.expose_secret().to_owned());
        let Some(text) = text.filter(|_| template.contains(&format!("${{connectionConfig.{name}}}"))) else {
            continue;
        };
        if !is_label(&text) && !leads_home(cx, provider, template, &text) {
            tracing::warn!(name, "a callback names an address that its definition does not know");
            values.remove(name);
        }
    }
    values
}

/// One label cannot name a host of its own.
fn is_label(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether the template leads to the same host for one of the options of the form.
fn leads_home(cx: &ServiceContext<'_>, provider: &Provider, template: &str, text: &str) -> bool {
    let Some(origin) = Url::parse(text).ok().map(|url| url.origin()).filter(url::Origin::is_tuple) else {
        return false;
    };
    let fields = provider.connection_config.iter();
    let options = fields.flat_map(|field| field.options.iter().flatten().map(move |option| (field, option)));
    options.into_iter().any(|(field, option)| {
        let mut values = ConnectionConfig::default();
        values.set(field.name.as_str(), &**option);
        let url = Templates::new(cx, &values).url("token_url", template, ValueEncoding::Component);
        url.is_ok_and(|built| built.url.origin() == origin)
    })
}
