//! Certificates that we show, at a server that demands one.

use rustls::{SupportedProtocolVersion, version};

use super::{
    tls_server::{Authority, TlsServer},
    *,
};

const VERSIONS: [&SupportedProtocolVersion; 2] = [&version::TLS12, &version::TLS13];

async fn call(
    server: &TlsServer,
    authority: &Authority,
    shown: Option<ClientCertificate>,
) -> Result<(), OutboundError> {
    let mut request = get(&server.origin());
    if let Some(certificate) = shown {
        request = request.with_client_certificate(certificate);
    }
    client(LOOPBACK, &[("localhost", &["127.0.0.1"])]).trusting(&authority.root).send(request).await.map(drop)
}

#[tokio::test]
async fn who_shows_the_right_certificate_is_let_in_and_nobody_else() {
    for version in VERSIONS {
        let (authority, stranger) = (Authority::new("ours"), Authority::new("ours"));
        let server = TlsServer::start(&authority, version, "{}").await;
        let (right, wrong) = (authority.issues("client"), stranger.issues("client"));
        let shown = |who: &tls_server::Identity| {
            Some(ClientCertificate::from_pem(&who.certificate, &who.key).unwrap())
        };

        assert_eq!(call(&server, &authority, shown(&right)).await, Ok(()), "{version:?}");
        assert_eq!(call(&server, &authority, None).await, Err(OutboundError::Tls), "{version:?}");
        assert_eq!(call(&server, &authority, shown(&wrong)).await, Err(OutboundError::Tls), "{version:?}");
        assert_eq!((server.met(&right), server.met_anybody()), (1, 1));
    }
}

#[tokio::test]
async fn one_clients_session_is_not_continued_by_another() {
    for version in VERSIONS {
        let authority = Authority::new("ours");
        let server = TlsServer::start(&authority, version, "{}").await;
        let client = client(LOOPBACK, &[("localhost", &["127.0.0.1"])]).trusting(&authority.root);
        let (alice, bob) = (authority.issues("alice"), authority.issues("bob"));
        for who in [&alice, &bob, &alice] {
            let shown = ClientCertificate::from_pem(&who.certificate, &who.key).unwrap();
            client.send(get(&server.origin()).with_client_certificate(shown)).await.unwrap();
        }
        let alone = client.send(get(&server.origin())).await;
        assert_eq!(
            alone.map(drop),
            Err(OutboundError::Tls),
            "without a certificate nobody's session goes on"
        );
        assert_eq!((server.met(&alice), server.met(&bob), server.met_anybody()), (2, 1, 3));
    }
}

#[tokio::test]
async fn the_server_proves_itself_too() {
    let (authority, other) = (Authority::new("ours"), Authority::new("other"));
    let server = TlsServer::start(&authority, &version::TLS13, "{}").await;
    let right = authority.issues("client");
    let shown = ClientCertificate::from_pem(&right.certificate, &right.key).unwrap();
    assert_eq!(call(&server, &other, Some(shown)).await, Err(OutboundError::Tls));
    assert_eq!(server.met_anybody(), 0);
}

#[test]
fn a_key_of_another_certificate_is_refused_at_once() {
    let authority = Authority::new("ours");
    let (one, other) = (authority.issues("one"), authority.issues("other"));
    assert!(ClientCertificate::from_pem(&one.certificate, &other.key).is_err());
    assert!(ClientCertificate::from_pem(&one.key, &one.key).is_err());
}

#[tokio::test]
async fn a_certificate_of_another_name_is_not_believed() {
    let authority = Authority::new("ours");
    let server = TlsServer::start(&authority, &version::TLS13, "{}").await;
    let right = authority.issues("client");
    let shown = ClientCertificate::from_pem(&right.certificate, &right.key).unwrap();
    let client = client(LOOPBACK, &[("other.test", &["127.0.0.1"])]).trusting(&authority.root);
    let address = server.origin().replace("localhost", "other.test");
    let refused = client.send(get(&address).with_client_certificate(shown)).await;
    assert_eq!(refused.map(drop), Err(OutboundError::Tls));
    assert_eq!(server.met_anybody(), 0);
}
