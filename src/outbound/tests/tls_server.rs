//! A server on this machine that speaks TLS, demands a certificate of its own authority, and says whose it was.

use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::{
    RootCertStore, ServerConfig, SupportedProtocolVersion,
    pki_types::{CertificateDer, PrivateKeyDer},
    server::WebPkiClientVerifier,
};
use secrecy::SecretString;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

/// Who signs certificates.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    /// Its own certificate.
    pub root: CertificateDer<'static>,
}

/// A certificate and its key in PEM.
pub struct Identity {
    pub certificate: SecretString,
    pub key: SecretString,
    pair: KeyPair,
    der: CertificateDer<'static>,
}

impl Authority {
    pub fn new(name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let root = params.self_signed(&key).unwrap().der().clone();
        Self { issuer: Issuer::new(params, key), root }
    }

    pub fn issues(&self, name: &str) -> Identity {
        let pair = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        let signed = params.signed_by(&pair, &self.issuer).unwrap();
        Identity {
            certificate: signed.pem().into(),
            key: pair.serialize_pem().into(),
            der: signed.der().clone(),
            pair,
        }
    }
}

/// A running server; it ends with the test's runtime.
pub struct TlsServer {
    pub port: u16,
    shown: Arc<Mutex<Vec<CertificateDer<'static>>>>,
}

impl TlsServer {
    /// Listens as `localhost`; who shows no certificate of the authority is not let in. Answers everything alike.
    pub async fn start(
        authority: &Authority,
        version: &'static SupportedProtocolVersion,
        body: &str,
    ) -> Self {
        let acceptor = TlsAcceptor::from(Arc::new(config(authority, version)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shown = Arc::new(Mutex::new(Vec::new()));
        let (seen, body) = (Arc::clone(&shown), body.to_owned());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(acceptor.clone(), stream, Arc::clone(&seen), body.clone()));
            }
        });
        Self { port, shown }
    }

    pub fn origin(&self) -> String {
        format!("https://localhost:{}", self.port)
    }

    /// How often each of these identities was let in.
    pub fn met(&self, identity: &Identity) -> usize {
        self.shown.lock().unwrap().iter().filter(|shown| **shown == identity.der).count()
    }

    /// How often anybody was let in.
    pub fn met_anybody(&self) -> usize {
        self.shown.lock().unwrap().len()
    }
}

fn config(authority: &Authority, version: &'static SupportedProtocolVersion) -> ServerConfig {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = RootCertStore::empty();
    roots.add(authority.root.clone()).unwrap();
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider));
    let own = authority.issues("localhost");
    let key = PrivateKeyDer::try_from(own.pair.serialize_der()).unwrap();
    ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .unwrap()
        .with_client_cert_verifier(verifier.build().unwrap())
        .with_single_cert(vec![own.der], key)
        .unwrap()
}

async fn serve(
    acceptor: TlsAcceptor,
    stream: TcpStream,
    shown: Arc<Mutex<Vec<CertificateDer<'static>>>>,
    body: String,
) {
    let mut stream = match acceptor.accept(stream).into_fallible().await {
        Ok(stream) => stream,
        // what is still on its way is read: closing over it would cut off the reason
        Err((_, mut stream)) => return drop(tokio::io::copy(&mut stream, &mut tokio::io::sink()).await),
    };
    let mut request = vec![0; 16_384];
    let _ = stream.read(&mut request).await;
    let certificate = stream.get_ref().1.peer_certificates().and_then(|all| all.first()).cloned();
    shown.lock().unwrap().extend(certificate.map(CertificateDer::into_owned));
    let length = body.len();
    let head =
        format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n");
    let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
    let _ = stream.shutdown().await;
}
