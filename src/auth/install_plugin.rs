//! `INSTALL_PLUGIN`: the service's own page installs the plugin; what proves us is the owner's plugin credential.
//! The integration's own values hold `app_link`, `username` and `password`.

use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::{
    Credential, Grant, Subject,
    oauth2::Definition,
    problem::{DefinitionProblem, ExchangeProblem, MissingOwner},
    redirect::{Arrival, Departing, Departure, DepartureProblem, Pending, ReturnProblem, Returning},
};
use crate::provider::interpolate::UrlError;

/// To the plugin's page; the service gives `payload` back.
pub fn depart(departing: Departing<'_>) -> Result<Departure, DepartureProblem> {
    let link = value(&departing.subject, "app_link")?;
    let problem = DefinitionProblem::Url { key: "app_link", problem: UrlError::Invalid };
    let url = Url::parse(link.expose_secret()).ok().filter(|url| matches!(url.scheme(), "https" | "http"));
    let mut url = url.ok_or(problem)?;
    url.query_pairs_mut().append_pair("payload", departing.state);
    Ok(Departure { url: SecretString::from(String::from(url)), pending: Pending::Plugin })
}

/// The installation's values, with the owner's credential.
pub fn arrive(returning: Returning<'_>) -> Result<Arrival, ReturnProblem> {
    let Returning { subject, query, .. } = returning;
    let definition = Definition::of(subject.provider).map_err(ExchangeProblem::from)?;
    let owner = |name| value(&subject, name).cloned().map_err(ExchangeProblem::from);
    let credential = match definition.raw().auth_type.as_deref() {
        None | Some("BASIC") => {
            Credential::Basic { username: owner("username")?, password: owner("password")? }
        }
        Some(_) => return Err(ExchangeProblem::from(DefinitionProblem::Unknown("auth_type")).into()),
    };
    let mut below = super::ConnectionConfig::default();
    for name in definition.raw().redirect_uri_metadata.iter().flatten() {
        if let Some(text) = query.get(name) {
            below.set(name, text.as_str());
        }
    }
    let connection_config = subject.connection_config.over(below);
    Ok(Arrival::Connected(Grant { credential, connection_config, granted_scopes: None }))
}

fn value<'a>(subject: &Subject<'a>, name: &'static str) -> Result<&'a SecretString, MissingOwner> {
    subject.custom.text(name).ok_or(MissingOwner::Value(name))
}
