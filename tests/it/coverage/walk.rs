//! The whole catalogue, one definition after the other. `COVERAGE_ONLY=jira,BASIC` walks only these keys and modes.

use std::{collections::BTreeSet, path::PathBuf};

use connect_ui::clock::Clock;
use serde_json::{Value, json};

use super::{journey::Journey, oracle, recorder::Recorder};
use crate::{
    catalog::reference,
    support::{
        app::{NOW, Options, spawn_app_with},
        sqlite,
    },
};

/// Our address, as services see it.
const PUBLIC_URL: &str = "https://connect.example";

#[actix_web::test]
#[ignore = "walks 981 definitions: bash scripts/test coverage"]
async fn every_definition_is_connected_and_used_as_the_oracle_expects() {
    let definitions = reference::data_file("providers.yaml");
    let definitions =
        definitions.expect("this needs ../shared/data/providers.yaml, which is not part of the repository");
    let mut plan = oracle::plan(&definitions);
    if let Ok(only) = std::env::var("COVERAGE_ONLY") {
        plan.retain(|entry| only.split(',').any(|key| entry["key"] == key || entry["mode"] == key));
    }
    let recorder = Recorder::start(&ports(&plan)).await;
    let options = Options {
        public_url: Some(PUBLIC_URL),
        outbound: "127.0.0.0/8",
        resolver: recorder.resolver.clone(),
        provider_files: vec![definitions.clone()],
        ..Options::default()
    };
    let app = spawn_app_with(sqlite(), options).await;
    assert!(matches!(app.clock, Clock::Fixed(_)));
    let mut walked = Vec::new();
    for entry in &plan {
        walked.push(Journey { app: &app, recorder: &recorder, plan: entry }.go().await);
    }
    let observed = json!({ "now": NOW.0, "public_url": PUBLIC_URL, "walked": walked });
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("coverage.json");
    std::fs::write(&path, observed.to_string()).expect("a file");
    let (is_good, report) = oracle::judgement(&definitions, &path);
    std::fs::write(folder.join("coverage.txt"), &report).expect("a file");
    println!("{report}");
    assert!(is_good, "the recorder was not asked what the oracle expects; see above");
}

/// The ports that addresses name themselves.
fn ports(plan: &[Value]) -> Vec<u16> {
    let ports = plan.iter().flat_map(|entry| entry["ports"].as_array().into_iter().flatten());
    ports.filter_map(|port| u16::try_from(port.as_u64()?).ok()).collect::<BTreeSet<_>>().into_iter().collect()
}
