//! What was typed becomes a credential that its service accepted: the one way of our form and of the protocol's routes.

use indexmap::IndexMap;

use super::{Attempt, check, check::gated, conversation, open_custom_of, open_owner, traced};
use crate::{
    auth::{
        ClientIdentity, ConnectionConfig, Credential, Grant, IntegrationCredential, Introduction, SignedMode,
        Subject, TwoStepLogin, TypedMode, check::CheckFailure, client_credentials, problem::ExchangeProblem,
        two_step,
    },
    provider::{Inputs, Provider},
    secret::{OpenError, Sealed},
    services::Services,
    trace::Step,
};

/// What was typed, and for what.
#[derive(Debug)]
pub struct Obtaining<'a> {
    /// Who connects what.
    pub attempt: Attempt<'a>,
    /// The provider.
    pub provider: &'a Provider,
    /// How its form becomes a credential.
    pub mode: TypedMode,
    /// The owner's credential, sealed.
    pub owner: Option<&'a Sealed>,
    /// The owner's further settings, sealed.
    pub custom: Option<&'a Sealed>,
    /// What was typed.
    pub inputs: &'a Inputs,
    /// What stays of the connection that is connected anew.
    pub kept: ConnectionConfig,
    /// The session's further parameters of the token request.
    pub authorization_params: &'a IndexMap<String, String>,
}

/// A credential, ready to be stored.
#[derive(Debug)]
pub struct Obtained {
    /// The credential.
    pub credential: Credential,
    /// The connection's other values.
    pub connection_config: ConnectionConfig,
    /// Whether the service must still say something before it can be used.
    pub is_pending: bool,
}

/// Why nothing is stored.
#[derive(Debug, thiserror::Error)]
pub enum ObtainError {
    /// The service did not accept the credential, or could not be asked.
    #[error("the credential was not accepted: {0:?}")]
    Check(CheckFailure),
    /// The client got no token.
    #[error("no token: {0}")]
    Token(ExchangeProblem),
    /// No credential could be made of what was typed.
    #[error("no credential: {1}")]
    Signed(SignedMode, ExchangeProblem),
    /// The login brought no token.
    #[error("no login: {0}")]
    Login(ExchangeProblem),
    /// The client's name was not typed.
    #[error("there is no client id")]
    NoClient,
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}

/// Asks the service before anything is stored.
pub async fn obtain(services: &Services, typed: Obtaining<'_>) -> Result<Obtained, ObtainError> {
    let attempt = typed.attempt;
    attempt.note(services, Step::Sent);
    let outcome = Box::pin(ask(services, typed)).await;
    attempt.note(services, outcome.as_ref().map_or_else(traced::refused, |_| Step::Accepted));
    outcome
}

async fn ask(services: &Services, typed: Obtaining<'_>) -> Result<Obtained, ObtainError> {
    let mut connection_config = typed.kept.clone();
    connection_config.extend(typed.inputs.params.clone());
    match typed.mode {
        TypedMode::Direct(mode) => {
            let credential = mode.credential(typed.inputs);
            let session = typed.attempt.session_id;
            let checked = check(services, session, typed.provider, &credential, &connection_config);
            checked.await.map_err(ObtainError::Check)?;
            Ok(Obtained { credential, connection_config, is_pending: false })
        }
        TypedMode::ClientCredentials => {
            let Grant { credential, connection_config, .. } =
                fetch(services, &typed, &connection_config).await?;
            Ok(Obtained { credential, connection_config, is_pending: false })
        }
        TypedMode::Signed(mode) => signed(services, &typed, mode, &connection_config).await,
        TypedMode::TwoStep => log_in(services, &typed, &connection_config).await,
        TypedMode::Outbound => {
            connection_config.set("pending", true);
            Ok(Obtained { credential: Credential::OAuth2Pending, connection_config, is_pending: true })
        }
    }
}

async fn fetch(
    services: &Services,
    typed: &Obtaining<'_>,
    connection_config: &ConnectionConfig,
) -> Result<Grant, ObtainError> {
    let client = ClientIdentity::of_inputs(typed.inputs).ok_or(ObtainError::NoClient)?;
    let owner = OwnerSecrets::open(services, typed)?;
    let subject = owner.subject(typed.provider, connection_config);
    let call = client_credentials(conversation(services), &subject, client, typed.authorization_params);
    gated(services, typed.attempt.session_id, call).await.map_err(ObtainError::Token)
}

/// Made of what was typed, and tried where the definition says how.
async fn signed(
    services: &Services,
    typed: &Obtaining<'_>,
    mode: SignedMode,
    connection_config: &ConnectionConfig,
) -> Result<Obtained, ObtainError> {
    let owner = OwnerSecrets::open(services, typed)?;
    let subject = owner.subject(typed.provider, connection_config);
    let session = typed.attempt.session_id;
    let texts = connection_config.iter().map(|(name, text)| (name.clone(), text.clone()));
    let inputs = Inputs { params: texts.collect(), ..typed.inputs.clone() };
    let call = mode.grant(conversation(services), &subject, &inputs);
    let granted = gated(services, session, call).await;
    let Grant { credential, connection_config, .. } =
        granted.map_err(|problem| ObtainError::Signed(mode, problem))?;
    let checked = check(services, session, typed.provider, &credential, &connection_config);
    checked.await.map_err(ObtainError::Check)?;
    Ok(Obtained { credential, connection_config, is_pending: false })
}

/// The login is the proof: it is tried by nothing else (provider-format.md §5.6).
async fn log_in(
    services: &Services,
    typed: &Obtaining<'_>,
    connection_config: &ConnectionConfig,
) -> Result<Obtained, ObtainError> {
    let owner = OwnerSecrets::open(services, typed)?;
    let subject = owner.subject(typed.provider, connection_config);
    let call = two_step::log_in(conversation(services), &subject, TwoStepLogin::of_inputs(typed.inputs));
    let Grant { credential, connection_config, .. } =
        gated(services, typed.attempt.session_id, call).await.map_err(ObtainError::Login)?;
    Ok(Obtained { credential, connection_config, is_pending: false })
}

/// The owner's side, opened.
struct OwnerSecrets {
    credential: Option<IntegrationCredential>,
    custom: ConnectionConfig,
}

impl OwnerSecrets {
    fn open(services: &Services, typed: &Obtaining<'_>) -> Result<Self, OpenError> {
        let (environment, integration) = (typed.attempt.environment_id, typed.attempt.integration_id);
        Ok(Self {
            credential: open_owner(services, environment, integration, typed.owner)?,
            custom: open_custom_of(services, environment, integration, typed.custom)?,
        })
    }

    fn subject<'a>(&'a self, provider: &'a Provider, connection_config: &'a ConnectionConfig) -> Subject<'a> {
        Subject {
            provider,
            owner: self.credential.as_ref(),
            custom: &self.custom,
            connection_config,
            // Nobody is sent anywhere, and nobody has to know us.
            redirect_uri: "",
            introduction: Introduction { client_name: "", client_metadata_url: None },
        }
    }
}
