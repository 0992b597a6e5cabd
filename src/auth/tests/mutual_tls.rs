//! Client credentials at a service that demands a certificate on connecting (provider-format.md §8.1).

use rustls::version::TLS13;

use super::{
    check::{CheckFailure, Checked, check},
    client_credentials, *,
};
use crate::outbound::{
    OutboundError,
    tests::tls_server::{Authority, Identity, TlsServer},
};

const DEFINITION: &str = "auth_mode: OAUTH2_CC
require_client_certificate: true
token_url: '{tls}/token'
proxy:
  base_url: '{tls}'
  verification:
    endpoints: [/me]";

fn client(identity: Option<&Identity>, paste: fn(&str) -> String) -> ClientIdentity {
    let pasted = |secret: &SecretString| SecretString::from(paste(secret.expose_secret()));
    ClientIdentity {
        client_id: "c".into(),
        client_secret: "s".into(),
        client_certificate: identity.map(|identity| pasted(&identity.certificate)),
        client_private_key: identity.map(|identity| pasted(&identity.key)),
    }
}

async fn bench(authority: &Authority, server: &TlsServer) -> Bench {
    let mut bench = Bench::new("mtls", &DEFINITION.replace("{tls}", &server.origin())).await;
    let policy = OutboundPolicy::parse("127.0.0.1").unwrap();
    let names = [("localhost".to_owned(), vec!["127.0.0.1".parse().unwrap()])];
    let outbound = OutboundClient::new(policy, Resolver::fixed(names)).unwrap();
    bench.outbound = outbound.trusting(&authority.root);
    bench
}

#[tokio::test]
async fn the_token_its_renewal_and_the_try_are_asked_for_with_the_certificate() {
    let authority = Authority::new("the service's");
    let server = TlsServer::start(&authority, &TLS13, r#"{"access_token":"t"}"#).await;
    let bench = bench(&authority, &server).await;
    for paste in [
        str::to_owned as fn(&str) -> String,
        |text| text.replace('\n', "\\n"),
        |text| text.replace('\n', " "),
    ] {
        let identity = authority.issues("client");
        let typed = client(Some(&identity), paste);
        let grant = client_credentials(bench.cx(), &bench.subject(), typed, &bench.params).await.unwrap();
        let tried = check(bench.cx(), &bench.provider, &grant.credential, &grant.connection_config).await;
        assert_eq!(tried, Ok(Checked::Accepted));
        bench.renewed(&grant.credential).await.unwrap();
        assert_eq!(server.met(&identity), 3);
    }
}

#[tokio::test]
async fn without_the_right_certificate_there_is_neither_token_nor_access() {
    let (authority, stranger) = (Authority::new("the service's"), Authority::new("another's"));
    let server = TlsServer::start(&authority, &TLS13, r#"{"access_token":"t"}"#).await;
    let bench = bench(&authority, &server).await;
    let wrong = stranger.issues("client");
    for typed in [client(None, str::to_owned), client(Some(&wrong), str::to_owned)] {
        let refused = client_credentials(bench.cx(), &bench.subject(), typed.clone(), &bench.params).await;
        let problem = refused.unwrap_err();
        assert!(
            matches!(problem, ExchangeProblem::NoAnswer { error: OutboundError::Tls, .. }),
            "{problem:?}"
        );
        let token = ClientCredentials {
            token: "t".into(),
            client: typed,
            expires_at: None,
            raw: SecretJson::new(&Value::Null),
        };
        let credential = Credential::OAuth2ClientCredentials(token);
        let tried = check(bench.cx(), &bench.provider, &credential, &bench.config).await;
        let host = Some("localhost".to_owned());
        assert_eq!(tried, Err(CheckFailure::NoAnswer { error: OutboundError::Tls, host }));
    }
    assert_eq!(server.met_anybody(), 0);
}
