//! All entries of these modes, and all with a check of their own, where the reference's catalogue is at hand: each builds
//! its request, and says so when nobody answers.

use std::path::Path;

use super::*;
use crate::provider::Inputs;
use check::CheckFailure;

const EC_PEM: &str = include_str!("throwaway_ec_key.pem");

fn catalog() -> Option<Catalog> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/providers.yaml");
    if path.exists() {
        return Some(Catalog::load(&[CatalogSource::Path(path)]).unwrap());
    }
    println!("skipped: no catalogue at {}", path.display());
    None
}

/// A bench where every name leads nowhere.
async fn nowhere() -> Bench {
    let mut bench = Bench::new("x", "auth_mode: API_KEY").await;
    bench.outbound = OutboundClient::new(OutboundPolicy::default(), Resolver::fixed([])).unwrap();
    for (name, value) in [("service", "s3"), ("awsAccessKeyId", "AKIA"), ("awsSecretAccessKey", "s")] {
        bench = bench.with_custom(name, value);
    }
    bench
}

fn values(provider: &Provider) -> ConnectionConfig {
    let mut config = ConnectionConfig::default();
    for field in &provider.connection_config {
        let name = field.name.as_str();
        let option = field.options.as_deref().and_then(|options| options.first());
        let example = option.or(field.example.as_ref()).map(ToString::to_string);
        let fits = |value: &&str| provider.host_problem(name, value).is_none();
        let value = ["https://acme.example", "acme.example", "acme"].into_iter().find(fits);
        let value =
            example.filter(|value| provider.host_problem(name, value).is_none()).or(value.map(str::to_owned));
        config.set(name, value.unwrap_or_default().as_str());
    }
    config
}

fn typed(provider: &Provider) -> Inputs {
    let definition = provider.definition().unwrap();
    let alg = definition.token.and_then(|token| token.header).and_then(|header| header.get("alg").cloned());
    let key = match alg.as_ref().and_then(Value::as_str) {
        Some("RS256") => RSA_PEM,
        Some("ES256") => EC_PEM,
        _ => "00ff:00ff",
    };
    let plain = ["username", "password", "organization_id", "dev_key", "token_id", "token_secret"];
    let mut inputs = Inputs::default();
    for name in plain {
        inputs.credentials.insert(name.into(), "v".into());
    }
    inputs.credentials.insert("role_arn".into(), "arn:aws:iam::123456789012:role/x".into());
    inputs.credentials.insert("region".into(), "eu-west-1".into());
    for field in &provider.credentials {
        let name = field.name.as_str();
        if name == "privateKey" {
            inputs.credentials.insert(name.into(), key.into());
        } else if !inputs.credentials.contains_key(name) {
            inputs.credentials.insert(name.into(), "v".into());
        }
    }
    inputs
}

#[tokio::test]
async fn every_entry_of_these_modes_builds_its_request() {
    let Some(catalog) = catalog() else { return };
    let mut bench = nowhere().await;
    let mut asked = Vec::new();
    for provider in catalog.iter() {
        let Some(mode) = SignedMode::of(provider.auth_mode) else { continue };
        bench.config = values(provider);
        bench.provider = (**provider).clone();
        let grant = mode.grant(bench.cx(), &bench.subject(), &typed(provider)).await;
        let outcome = match grant {
            Err(ExchangeProblem::NoAnswer { host, .. }) => host,
            Err(problem) => panic!("{}: {problem}", provider.key.as_str()),
            Ok(grant) => {
                let tried =
                    check::check(bench.cx(), provider, &grant.credential, &grant.connection_config).await;
                match tried {
                    Err(CheckFailure::NoAnswer { host, .. }) => host.unwrap_or_default(),
                    other => format!("{other:?}"),
                }
            }
        };
        asked.push(format!("{} {outcome}", provider.key.as_str()));
    }
    let expected = [
        "apple-app-store Ok(NotDeclared)",
        "aws-sigv4 sts.eu-west-1.amazonaws.com",
        "bill gateway.prod.bill.com",
        "bill-sandbox gateway.stage.bill.com",
        "emarsys api.emarsys.net",
        "ghost-admin mock.ghost.io",
        "heymarket api.heymarket.com",
        "netsuite-tba Ok(NotDeclared)",
        "snowflake-jwt kxopmlu-re00572.snowflakecomputing.com",
    ];
    asked.sort();
    assert_eq!(asked, expected);
}

#[tokio::test]
async fn every_special_check_builds_its_request() {
    let Some(catalog) = catalog() else { return };
    let bench = nowhere().await;
    let mut tried = Vec::new();
    for provider in catalog.iter().filter(|provider| provider.credentials_verification_script.is_some()) {
        let wire = match provider.auth_mode {
            AuthMode::ApiKey => json!({ "type": "API_KEY", "apiKey": "k" }),
            _ => json!({ "type": "BASIC", "username": "u", "password": "p" }),
        };
        let credential = Credential::from_wire(&wire).unwrap();
        let failure = check::check(bench.cx(), provider, &credential, &values(provider)).await;
        let Err(CheckFailure::NoAnswer { host: Some(host), .. }) = failure else {
            panic!("{}: {failure:?}", provider.key.as_str());
        };
        tried.push(format!("{} {host}", provider.key.as_str()));
    }
    tried.sort();
    let expected = [
        "apollo app.apollo.io",
        "aws-iam sts.us-east-1.amazonaws.com",
        "aws-inspector2 sts.us-east-1.amazonaws.com",
        "azure-devops acme.example",
        "bitdefender api.bitdefender.com",
        "cdw apiconnect.cdw.com",
        "expensify integrations.expensify.com",
        "lastpass lastpass.com",
        "pushpay-chms-v1 yourchurch.ccbchurch.com",
        "skio graphql.skio.com",
        "snipe-it yourcompany",
        "vantage-apparel brandedpromoapparel.com",
    ];
    assert_eq!(tried, expected);
}
