//! All entries of the reference catalogue, where it is at hand: each gets as far as its service's host.

use std::path::Path;

use super::*;
use crate::{outbound::OutboundError, provider::FieldSchema};

const EC_PEM: &str = include_str!("../../../provider/interpolate/tests/keys/ec-pkcs8.pem");

#[tokio::test]
async fn every_entry_makes_its_first_request_of_plausible_values() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/providers.yaml");
    if !path.exists() {
        println!("skipped: no catalogue at {}", path.display());
        return;
    }
    let catalog = Catalog::load(&[CatalogSource::Path(path)]).unwrap();
    let mut bench = Bench::new("x", "auth_mode: TWO_STEP").await;
    // Nobody has an address: what was built ends at the look-up of its host.
    bench.outbound = OutboundClient::new(OutboundPolicy::default(), Resolver::fixed([])).unwrap();
    let mut wrong = Vec::new();
    let mut count = 0;
    for provider in catalog.iter().filter(|provider| provider.auth_mode == AuthMode::TwoStep) {
        count += 1;
        bench.config = provider
            .connection_config
            .iter()
            .filter(|field| !field.automated)
            .map(config(provider))
            .collect();
        bench.provider = (**provider).clone();
        let typed =
            provider.credentials.iter().chain(&provider.integration_config).filter(|field| !field.automated);
        let fields = typed.map(|field| value(provider, field)).collect();
        let option = provider.assertion_option.iter().map(|field| value(provider, field)).collect();
        let outcome = logged_in(&bench, TwoStepLogin::new(fields, option)).await;
        if !matches!(outcome, Err(ExchangeProblem::NoAnswer { error: OutboundError::UnresolvedHost, .. })) {
            wrong.push(format!("{}: {outcome:?}", provider.key.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(count, 63);
}

fn value(provider: &Provider, field: &FieldSchema) -> (String, SecretString) {
    let name = field.name.as_str();
    let text = match (name, provider.key.as_str()) {
        ("privateKey", "apple-business-manager") => EC_PEM,
        ("privateKey", _) => RSA_PEM,
        _ => "s3cret",
    };
    (name.to_owned(), text.into())
}

/// A value for each field that fits its place in addresses.
fn config(provider: &Provider) -> impl Fn(&FieldSchema) -> (String, SecretString) {
    |field| {
        let name = field.name.as_str();
        let fits = |value: &&&str| provider.host_problem(name, value).is_none();
        let option = field.options.as_deref().and_then(|options| options.first());
        let candidates = ["acme", "acme.example"];
        let value = option.map(|option| &**option).or_else(|| candidates.iter().find(fits).copied());
        (name.to_owned(), value.unwrap_or("acme").into())
    }
}
