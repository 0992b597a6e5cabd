//! All OAuth entries: of our own catalogue, and of the reference's where it is at hand.

use std::path::Path;

use super::*;

#[tokio::test]
async fn every_oauth2_entry_gives_a_sound_consent_address() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/providers.yaml");
    if !path.exists() {
        println!("skipped: no catalogue at {}", path.display());
        return;
    }
    assert!(consent_addresses(CatalogSource::Path(path)).await > 300);
}

#[tokio::test]
async fn every_definition_of_our_own_gives_a_sound_consent_address() {
    consent_addresses(CatalogSource::Bundled).await;
}

async fn consent_addresses(source: CatalogSource) -> usize {
    let catalog = Catalog::load(&[source]).unwrap();
    let mut bench = Bench::new("x", "auth_mode: OAUTH2").await;
    bench.metadata_url = Some("https://connect.example/c".into());
    let mut wrong = Vec::new();
    let mut count = 0;
    for provider in catalog.iter() {
        let mode = redirect::RedirectMode::of(provider);
        if !matches!(mode, Some(redirect::RedirectMode::OAuth2 | redirect::RedirectMode::McpOAuth2)) {
            continue;
        }
        count += 1;
        bench.config = filler(provider);
        bench.provider = (**provider).clone();
        match bench.depart().await {
            Ok(departure) => {
                let url = url::Url::parse(departure.url.expose_secret()).unwrap();
                let text = url.as_str();
                let complete = text.contains("state=st") || text.contains("customField=st");
                if url.scheme() != "https" || text.contains("${") || !complete {
                    wrong.push(format!("{}: {text}", provider.key.as_str()));
                }
            }
            Err(problem) => wrong.push(format!("{}: {problem}", provider.key.as_str())),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    count
}

/// A value for each field that fits its place in addresses.
pub(super) fn filler(provider: &Provider) -> ConnectionConfig {
    let candidates = ["acme", "acme.example", "https://acme.example", "443"];
    let mut config = ConnectionConfig::default();
    for field in &provider.connection_config {
        let name = field.name.as_str();
        let fits = |value: &&&str| provider.host_problem(name, value).is_none();
        let option = field.options.as_deref().and_then(|options| options.first());
        let value = option.map(|option| &**option).or_else(|| candidates.iter().find(fits).copied());
        config.set(name, value.unwrap_or("acme"));
    }
    config
}
