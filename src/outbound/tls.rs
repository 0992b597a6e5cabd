//! Trust in certificates: the system's roots, or the built-in ones on a system that has none.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore, pki_types::CertificateDer};
use rustls_platform_verifier::Verifier;

use super::error::OutboundError;

/// The one TLS configuration; its clones share their sessions. With an authority, only that one is trusted.
pub(super) fn client_config(
    authority: Option<&CertificateDer<'static>>,
) -> Result<ClientConfig, OutboundError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|_| OutboundError::Tls)?;
    let mut config = match (authority, Verifier::new(provider)) {
        (Some(authority), _) => builder.with_root_certificates(only(authority)?).with_no_client_auth(),
        (None, Ok(verifier)) => {
            builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier)).with_no_client_auth()
        }
        (None, Err(_)) => builder.with_root_certificates(built_in_roots()).with_no_client_auth(),
    };
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

fn built_in_roots() -> RootCertStore {
    RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }
}

fn only(authority: &CertificateDer<'static>) -> Result<RootCertStore, OutboundError> {
    let mut roots = RootCertStore::empty();
    roots.add(authority.clone()).map_err(|_| OutboundError::Tls)?;
    Ok(roots)
}
