//! Loading: all of the reference catalogue, aliases, and files with mistakes in them.

use connect_ui::provider::{AuthMode, Catalog, CatalogSource, FindingKind, LoadError};

use super::reference;

fn text(name: &str, text: &str) -> CatalogSource {
    CatalogSource::Text { name: name.to_owned(), text: text.to_owned() }
}

fn load(yaml: &str) -> Catalog {
    Catalog::load(&[text("test.yaml", yaml)]).unwrap()
}

const ACME: &str = "
acme:
  display_name: Acme
  categories: [crm]
  auth_mode: API_KEY
  docs: https://example.com
  proxy:
    base_url: https://api.example.com
    headers:
      authorization: Bearer ${apiKey}
";

#[test]
fn the_whole_reference_catalogue_loads() {
    let Some(catalog) = reference::catalog() else { return };
    assert_eq!(catalog.len(), 981);
    assert_eq!(catalog.disabled(), [], "no provider is disabled");
    let findings: Vec<String> =
        catalog.findings().iter().map(|f| format!("{} {}", f.provider, f.path)).collect();
    assert_eq!(findings, ["freshteam credentials.apiKey.pattern"]);
    for (mode, count) in [("OAUTH2", 344), ("API_KEY", 323), ("BASIC", 97), ("TWO_STEP", 63), ("NONE", 2)] {
        let mode = AuthMode::try_from(mode).unwrap();
        assert_eq!(catalog.iter().filter(|provider| provider.auth_mode == mode).count(), count, "{mode}");
    }
}

#[test]
fn every_pattern_can_be_compiled_and_every_definition_read_again() {
    let Some(catalog) = reference::catalog() else { return };
    for provider in catalog.iter() {
        let definition = provider.definition().unwrap();
        assert_eq!(definition.auth_mode.as_deref(), Some(provider.auth_mode.as_str()));
        for field in provider.credentials.iter().chain(&provider.connection_config) {
            if let Some(pattern) = &field.pattern {
                pattern
                    .check_weight()
                    .unwrap_or_else(|error| panic!("{} {}: {error}", provider.key, field.name));
            }
        }
    }
}

#[test]
fn the_typed_definition_says_all_that_the_text_says() {
    let Some(catalog) = reference::catalog() else { return };
    for provider in catalog.iter() {
        let text: serde_json::Value = serde_json::from_str(provider.json()).unwrap();
        let typed = serde_json::to_value(provider.definition().unwrap()).unwrap();
        assert_eq!(strip_nulls(typed), text, "{}", provider.key);
    }
}

fn strip_nulls(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(map) => Value::Object(
            map.into_iter().filter(|(_, v)| !v.is_null()).map(|(k, v)| (k, strip_nulls(v))).collect(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(strip_nulls).collect()),
        other => other,
    }
}

#[test]
fn aliases_are_shallow_and_keep_the_targets_other_keys() {
    let catalog = load(&format!(
        "early:\n  alias: acme\n  display_name: Early\n{ACME}\nlate:\n  alias: acme\n  display_name: Late\n  \
         proxy:\n    base_url: https://late.example.com\nchain:\n  alias: late\n  display_name: Chain\n"
    ));
    let keys: Vec<&str> = catalog.iter().map(|provider| provider.key.as_str()).collect();
    assert_eq!(keys, ["early", "acme", "late", "chain"]);
    assert!(!catalog.get("early").unwrap().proxy.headers.is_empty(), "inherited");
    let late = catalog.get("late").unwrap();
    assert!(late.proxy.headers.is_empty(), "the whole map was replaced");
    assert_eq!(catalog.get("chain").unwrap().proxy, late.proxy);
    assert!(!late.json().contains("alias"));
}

#[test]
fn aliases_that_lead_nowhere_disable_their_entry_only() {
    let catalog =
        load(&format!("a:\n  alias: b\nb:\n  alias: acme\n{ACME}\nc:\n  alias: nobody\nd:\n  alias: d\n"));
    let reasons: Vec<String> = catalog.disabled().iter().map(ToString::to_string).collect();
    assert_eq!(
        reasons,
        [
            "test.yaml:1:1: a is disabled: alias: `b` is itself an alias that is not resolved before this entry",
            "test.yaml:16:1: c is disabled: alias: no provider `nobody`",
            "test.yaml:18:1: d is disabled: alias: `d` is itself an alias that is not resolved before this entry",
        ]
    );
    assert!(catalog.get("acme").is_some());
}

#[test]
fn an_entry_that_cannot_be_used_is_disabled_with_its_place_and_reason() {
    let cases = [
        ("a:\n  display_name: A\n  auth_mode: MAGIC", "test.yaml:3:14", "unknown auth_mode `MAGIC`"),
        ("a:\n  display_name: A", "test.yaml:2:3", "auth_mode is missing"),
        ("a: 5", "test.yaml:1:4", "invalid type: integer `5`, expected struct RawProvider"),
        (
            "a:\n  display_name: A\n  auth_mode: BASIC\n  proxy:\n    headers:\n      x: [1]",
            "test.yaml:6:10",
            "proxy.headers.x: invalid type: sequence, expected a string",
        ),
        (
            "a:\n  display_name: A\n  auth_mode: BASIC\n  disable_pkce: yes",
            "test.yaml:4:17",
            "disable_pkce: invalid type: string \"yes\", expected a boolean",
        ),
        (
            "a:\n  display_name: A\n  auth_mode: BASIC\n  credentials:\n    password:\n      format: riddle",
            "test.yaml:6:7",
            "credentials.password: unknown format `riddle`",
        ),
        ("a:\n  display_name: A\n  display_name: B", "test.yaml:3:3", "duplicate key `display_name`"),
        (
            "A_b:\n  display_name: A\n  auth_mode: BASIC",
            "test.yaml:2:3",
            "a provider key consists of lower-case letters, digits and hyphens, at most 128 of them",
        ),
    ];
    for (yaml, place, reason) in cases {
        let catalog = load(&format!("{yaml}\n{ACME}"));
        assert!(catalog.get("acme").is_some(), "the rest loads");
        let [disabled] = catalog.disabled() else { panic!("{yaml}: {:?}", catalog.disabled()) };
        assert_eq!(
            (disabled.place.to_string().as_str(), disabled.reason.as_str()),
            (place, reason),
            "{yaml}"
        );
    }
}

#[test]
fn a_file_that_is_no_map_of_entries_stops_the_load_and_says_where() {
    let error = |yaml: &str| Catalog::load(&[text("test.yaml", yaml)]).unwrap_err().to_string();
    assert_eq!(error(&format!("{ACME}acme: {{}}")), "test.yaml:11:1: duplicate key `acme`");
    assert!(error("- a\n- b").starts_with("test.yaml:1:1: a provider file is a map"));
    assert_eq!(error("a:\n  b: [1,\nc: d"), "test.yaml:2:6: unclosed bracket '['");
    let missing = Catalog::load(&[CatalogSource::Path("no/such/file.yaml".into())]).unwrap_err();
    assert!(matches!(missing, LoadError::Read { .. }));
}

#[test]
fn unknown_keys_are_kept_and_reported() {
    let catalog = load(&format!("{ACME}    sauce: hot\n  extra: 1\n"));
    let acme = catalog.get("acme").unwrap();
    assert!(acme.json().contains("\"extra\":1") && acme.json().contains("\"sauce\":\"hot\""));
    let findings: Vec<String> = catalog.findings().iter().map(ToString::to_string).collect();
    assert_eq!(
        findings,
        [
            "test.yaml:12:3: acme.extra: unknown key, kept but without effect",
            "test.yaml:11:5: acme.proxy.sauce: unknown key, kept but without effect",
        ]
    );
}

#[test]
fn a_pattern_that_cannot_run_is_dropped_and_reported() {
    let catalog =
        load(&format!("{ACME}  credentials:\n    apiKey:\n      title: Key\n      pattern: '(?<=a)b'\n"));
    assert!(catalog.get("acme").unwrap().credentials[0].pattern.is_none());
    assert!(matches!(catalog.findings()[0].kind, FindingKind::PatternDropped { .. }));
}

#[test]
fn later_sources_win_and_empty_files_are_fine() {
    let other = "acme:\n  display_name: Our Acme\n  auth_mode: NONE\nmore:\n  alias: acme\n";
    let sources =
        [text("a.yaml", ACME), text("b.yaml", other), text("c.yaml", "# nothing\n"), CatalogSource::Bundled];
    let catalog = Catalog::load(&sources).unwrap();
    assert_eq!(catalog.get("acme").unwrap().auth_mode, AuthMode::None);
    assert_eq!(&*catalog.get("more").unwrap().display_name, "Our Acme");
    assert_eq!(catalog.search("OUR ac").len(), 2);
}

#[test]
fn our_own_definitions_are_without_fault() {
    let catalog = Catalog::load(&[CatalogSource::Bundled]).unwrap();
    assert_eq!(catalog.disabled(), []);
    assert_eq!(catalog.findings(), []);
}

#[test]
fn folders_are_read_in_the_order_of_their_files() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("b.yaml"), "acme:\n  display_name: B\n  auth_mode: NONE").unwrap();
    std::fs::write(folder.path().join("a.yml"), ACME).unwrap();
    std::fs::write(folder.path().join("notes.txt"), "not: [yaml").unwrap();
    let catalog = Catalog::load(&[CatalogSource::Path(folder.path().into())]).unwrap();
    assert_eq!(&*catalog.get("acme").unwrap().display_name, "B");
}
