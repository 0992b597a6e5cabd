//! One conversation with a service's endpoints: the definition, the client, the templates and the service's own ways.

use super::{Client, ClientAuthentication, Definition, TokenRequest, client_assertion::Signer, quirk::Quirk};
use crate::{
    auth::{
        ClientOverride, ServiceContext, Subject,
        problem::{DefinitionProblem, ExchangeProblem},
        template::Templates,
    },
    provider::interpolate::ValueEncoding,
};

/// Everything a request to a token endpoint is made of.
pub struct Conversation<'a> {
    /// Way out, time, randomness.
    pub cx: ServiceContext<'a>,
    /// Whom it is about.
    pub subject: &'a Subject<'a>,
    /// The definition.
    pub definition: Definition,
    /// The client that speaks.
    pub client: Client,
    /// Its templates over the connection's values.
    pub templates: Templates,
    /// What this service does otherwise.
    pub quirk: Option<Quirk>,
}

impl<'a> Conversation<'a> {
    /// Opens one for a connection, by its own client if it has one.
    pub fn open(
        cx: ServiceContext<'a>,
        subject: &'a Subject<'a>,
        client: Option<&ClientOverride>,
    ) -> Result<Self, ExchangeProblem> {
        let definition = Definition::of(subject.provider)?;
        let quirk = Quirk::of(subject.provider.key.as_str());
        let client = Client::of(subject, client)?;
        let templates = Templates::new(&cx, subject.connection_config);
        Ok(Self { cx, subject, definition, client, templates, quirk })
    }

    /// A request to one of the definition's endpoints.
    pub fn request(&self, key: &'static str, template: &str) -> Result<TokenRequest, ExchangeProblem> {
        let url = self.templates.url(key, template, ValueEncoding::Component)?;
        Ok(TokenRequest::new(url, self.body_format()?))
    }

    fn body_format(&self) -> Result<super::BodyFormat, DefinitionProblem> {
        self.quirk.and_then(Quirk::body_format).map_or_else(|| self.definition.body_format(), Ok)
    }

    /// Lets the client prove itself in this service's way.
    pub fn prove(&self, request: &mut TokenRequest) -> Result<(), ExchangeProblem> {
        let how = self.authentication()?;
        request.authenticate(&self.client, how);
        match how {
            ClientAuthentication::PrivateKeyJwt => self.signer().prove(self.cx, &self.definition, request),
            _ => Ok(()),
        }
    }

    /// The client where it signs: the owner gave us its key in the place of a secret.
    pub fn signer(&self) -> Signer<'_> {
        let field = "client secret (a private key)";
        Signer { client_id: &self.client.id, key: &self.client.secret, field }
    }

    /// How the client proves itself to this service.
    fn authentication(&self) -> Result<ClientAuthentication, DefinitionProblem> {
        self.quirk.and_then(Quirk::authentication).map_or_else(|| self.definition.client_authentication(), Ok)
    }

    /// A text among the connection's values, for what a service wants in a header or body.
    pub fn value(&self, name: &str) -> Result<secrecy::SecretString, DefinitionProblem> {
        let value = self.subject.connection_config.text(name).cloned();
        value.ok_or_else(|| DefinitionProblem::Unresolved(vec![name.to_owned()]))
    }
}
