//! What a client shows on connecting (mutual TLS): its certificate and the key that goes with it.

use std::{fmt, sync::Arc};

use rustls::{
    ClientConfig,
    client::{ResolvesClientCert, Resumption},
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
    sign::{CertifiedKey, SingleCertAndKey},
};
use secrecy::{ExposeSecret as _, SecretString};

/// A client certificate with its key.
#[derive(Clone)]
pub struct ClientCertificate(Arc<dyn ResolvesClientCert>);

/// Neither a certificate nor a key could be read, or they do not belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the client certificate and its key cannot be read")]
pub struct BadCertificate;

impl ClientCertificate {
    /// Reads certificate (with its chain) and key in PEM.
    pub fn from_pem(certificate: &SecretString, key: &SecretString) -> Result<Self, BadCertificate> {
        let chain: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(certificate.expose_secret().as_bytes())
                .collect::<Result<_, _>>()
                .map_err(|_| BadCertificate)?;
        let key =
            PrivateKeyDer::from_pem_slice(key.expose_secret().as_bytes()).map_err(|_| BadCertificate)?;
        let provider = rustls::crypto::ring::default_provider();
        let certified = CertifiedKey::from_der(chain, key, &provider).map_err(|_| BadCertificate)?;
        Ok(Self(Arc::new(SingleCertAndKey::from(certified))))
    }

    /// The same configuration with this certificate; a session of another identity is never resumed.
    pub(super) fn applied_to(&self, config: &ClientConfig) -> ClientConfig {
        let mut config = config.clone();
        config.client_auth_cert_resolver = Arc::clone(&self.0);
        config.resumption = Resumption::disabled();
        config
    }
}

impl fmt::Debug for ClientCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientCertificate")
    }
}
