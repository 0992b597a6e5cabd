//! What a form makes of what people type and paste.

use std::collections::BTreeMap;

use connect_ui::provider::{
    Accepted, AuthorityRole, Catalog, CatalogSource, Control, FieldRule, Form, FormContext, Problem,
    RawFields, Rejected, Repair,
};
use secrecy::ExposeSecret;

use super::reference;

const ACME: &str = r"
acme:
  display_name: Acme
  auth_mode: API_KEY
  proxy:
    base_url: https://${connectionConfig.subdomain}.acme.com/v1
    headers: { authorization: 'Bearer ${apiKey}' }
  credentials:
    apiKey: { type: string, title: API key, pattern: '^ak_[a-z0-9]+$' }
  connection_config:
    subdomain: { type: string, title: Subdomain, suffix: .acme.com, prefix: 'https://', example: north }
    region: { type: string, title: Region, enum: [eu, us], optional: true }
    version: { type: string, title: Version, default_value: v1, hidden: true }
free:
  display_name: Free
  auth_mode: API_KEY
  proxy:
    base_url: https://${connectionConfig.host}/api
    headers: { authorization: 'Bearer ${apiKey}' }
  connection_config:
    host: { type: string, title: Host, prefix: 'https://' }
    note: { type: string, title: Note, optional: true }
basic:
  display_name: Basic
  auth_mode: BASIC
key:
  display_name: Key
  auth_mode: JWT
  credentials:
    privateKey: { type: string, title: Private key, pattern: '^-----BEGIN PRIVATE KEY-----\\n([A-Za-z0-9+/=\\n]+)\\n-----END PRIVATE KEY-----\\n?$' }
";

fn submit(key: &str, context: &FormContext<'_>, typed: &[(&str, &str)]) -> Result<Accepted, Rejected> {
    let source = CatalogSource::Text { name: "acme.yaml".to_owned(), text: ACME.to_owned() };
    let catalog = Catalog::load(&[source]).unwrap();
    assert_eq!(catalog.disabled(), []);
    let form = Form::build(catalog.get(key).unwrap(), context);
    form.accept(&typed.iter().copied().collect::<RawFields>())
}

fn acme(subdomain: &str, key: &str) -> Result<Accepted, Rejected> {
    submit("acme", &FormContext::default(), &[("params.subdomain", subdomain), ("credentials.apiKey", key)])
}

/// The values of a group, in clear.
fn clear(values: &BTreeMap<String, secrecy::SecretString>) -> Vec<(&str, &str)> {
    values.iter().map(|(name, value)| (name.as_str(), value.expose_secret())).collect()
}

fn problems(rejected: &Rejected) -> Vec<(String, Problem)> {
    rejected.problems.iter().map(|(path, problem)| (path.to_string(), problem.clone())).collect()
}

fn repairs(accepted: &Accepted) -> Vec<&Repair> {
    accepted.repairs.iter().map(|(_, repair)| repair).collect()
}

#[test]
fn what_fits_is_taken_as_it_is() {
    let accepted = acme("north", "ak_1").unwrap();
    assert_eq!(clear(&accepted.inputs.credentials), [("apiKey", "ak_1")]);
    assert_eq!(clear(&accepted.inputs.params), [("region", ""), ("subdomain", "north"), ("version", "v1")]);
    assert!(accepted.repairs.is_empty());
}

#[test]
fn every_field_gets_its_own_problem_and_what_is_no_secret_is_kept() {
    let typed =
        [("params.subdomain", "evil.com/#"), ("credentials.apiKey", "hunter2"), ("params.region", "mars")];
    let rejected = submit("acme", &FormContext::default(), &typed).unwrap_err();
    assert_eq!(
        problems(&rejected),
        [
            ("credentials.apiKey".to_owned(), Problem::Pattern { title: "API key".into() }),
            ("params.subdomain".to_owned(), Problem::HostLabel { example: Some("north".into()) }),
            ("params.region".to_owned(), Problem::NotAnOption),
        ]
    );
    assert!(rejected.kept.values().any(|value| value == "evil.com/#"));
    assert!(!format!("{rejected:?}").contains("hunter2"), "secrets are not kept");
    let rejected = submit("acme", &FormContext::default(), &[]).unwrap_err();
    assert!(rejected.problems.iter().all(|(_, problem)| *problem == Problem::Missing));
    assert_eq!(rejected.problems.len(), 2, "optional and hidden fields may be missing");
}

#[test]
fn a_million_characters_are_too_many() {
    let rejected = acme("north", &"k".repeat(1_000_000)).unwrap_err();
    assert_eq!(problems(&rejected), [("credentials.apiKey".to_owned(), Problem::TooLong { max: 1024 })]);
}

#[test]
fn what_the_session_fixes_wins_and_is_hidden() {
    let presets = BTreeMap::from([
        ("subdomain".to_owned(), "fixed".to_owned()),
        ("developer_token".to_owned(), "dt".to_owned()),
    ]);
    let context = FormContext { presets: Some(&presets), ..FormContext::default() };
    let typed = [("params.subdomain", "mine"), ("params.version", "v9"), ("credentials.apiKey", "ak_1")];
    let accepted = submit("acme", &context, &typed).unwrap();
    assert_eq!(
        clear(&accepted.inputs.params),
        [("developer_token", "dt"), ("region", ""), ("subdomain", "fixed"), ("version", "v1")]
    );
    let presets = BTreeMap::from([("subdomain".to_owned(), "evil.com/#".to_owned())]);
    let context = FormContext { presets: Some(&presets), ..FormContext::default() };
    assert!(submit("acme", &context, &typed).is_err(), "not even a preset leaves the host");
}

#[test]
fn pasted_input_is_repaired_where_only_one_thing_can_be_meant() {
    for pasted in [
        "https://north.acme.com/agent?x=1#y",
        "north.acme.com",
        "https://north.acme.com",
        " north.acme.com/ ",
    ] {
        let accepted = acme(pasted, "ak_1").unwrap();
        assert_eq!(accepted.inputs.params["subdomain"].expose_secret(), "north", "{pasted}");
        assert!(repairs(&accepted).contains(&&Repair::UrlToSubdomain), "{pasted}");
    }
    let bearer = Repair::RemovedHeaderPrefix { prefix: "Bearer".into() };
    let cases = [
        (" ak_1\n", vec![Repair::TrimmedBlanks]),
        ("ak\u{200b}_1", vec![Repair::RemovedZeroWidth]),
        ("bearer ak_1", vec![bearer.clone()]),
        ("\u{feff} Bearer ak_1 ", vec![Repair::RemovedZeroWidth, Repair::TrimmedBlanks, bearer]),
    ];
    for (pasted, expected) in cases {
        let accepted = acme("north", pasted).unwrap();
        assert_eq!(accepted.inputs.credentials["apiKey"].expose_secret(), "ak_1");
        assert_eq!(repairs(&accepted), expected.iter().collect::<Vec<_>>());
    }
}

#[test]
fn nothing_is_repaired_that_stays_wrong_or_could_be_meant() {
    for pasted in ["https://north.other.com", "https://user@north.acme.com", "https://acme.com", "https://"] {
        let rejected = acme(pasted, "ak_1").unwrap_err();
        assert!(rejected.repairs.is_empty() && rejected.kept.values().any(|kept| kept == pasted), "{pasted}");
    }
    let typed = [("credentials.username", "alice"), ("credentials.password", " Bearer x\u{200b} ")];
    let accepted = submit("basic", &FormContext::default(), &typed).unwrap();
    assert_eq!(accepted.inputs.credentials["password"].expose_secret(), " Bearer x\u{200b} ");
    assert!(accepted.repairs.is_empty());
}

#[test]
fn a_host_may_have_port_and_path_and_loses_its_scheme() {
    let host = |typed: &str| {
        let typed = [("params.host", typed), ("credentials.apiKey", "k"), ("params.note", " kept ")];
        submit("free", &FormContext::default(), &typed)
    };
    for (typed, wanted) in [
        ("acme.com:8443/base", "acme.com:8443/base"),
        ("https://acme.com/", "acme.com"),
        ("HTTPS://acme.com:8443/base/?q=1", "acme.com:8443/base"),
        ("acme.com/", "acme.com/"),
    ] {
        assert_eq!(host(typed).unwrap().inputs.params["host"].expose_secret(), wanted);
    }
    for bad in ["user@acme.com", "acme.com?x", "acme.com/#", "a b", "acme.com\\@evil.com"] {
        assert!(
            host(bad).is_err() || host(bad).unwrap().inputs.params["host"].expose_secret() == "acme.com",
            "{bad}"
        );
    }
}

#[test]
fn keys_keep_their_lines() {
    let lines = "-----BEGIN PRIVATE KEY-----\nMIIE\nvQIB\n-----END PRIVATE KEY-----";
    for (pasted, expected) in [
        (lines.to_owned(), vec![]),
        (format!("\r\n{}\r\n", lines.replace('\n', "\r\n")), vec![]),
        (lines.replace('\n', "\\n"), vec![&Repair::PemLineBreaks]),
    ] {
        let accepted =
            submit("key", &FormContext::default(), &[("credentials.privateKey", &pasted)]).unwrap();
        assert_eq!(accepted.inputs.credentials["privateKey"].expose_secret(), lines);
        assert_eq!(repairs(&accepted), expected);
    }
    assert!(submit("key", &FormContext::default(), &[("credentials.privateKey", "MIIE")]).is_err());
}

#[test]
fn nobody_prints_what_was_typed() {
    let raw: RawFields = [("credentials.apiKey", "ak_canary")].into_iter().collect();
    assert!(!format!("{raw:?}").contains("canary"));
    assert!(!format!("{:?}", acme("north", "ak_canary")).contains("canary"));
    assert!(!format!("{:?}", acme("north", "AK_canary")).contains("canary"));
}

/// Security G2, over the whole catalogue and at both doors.
#[test]
fn no_value_leaves_its_place_in_a_host() {
    let Some(catalog) = reference::catalog() else { return };
    let mut placed = 0;
    for provider in catalog.iter() {
        let form = Form::build(provider, &FormContext::default());
        for field in form.visible().filter(|field| !field.authority.is_empty()) {
            assert!(
                field.authority.len() == 1 || !field.authority.contains(&AuthorityRole::Url),
                "{} {} can never be satisfied",
                provider.key,
                field.path
            );
            placed += 1;
            for evil in
                ["evil.com/#", "evil.com/?", "x@evil.com", "evil.com\\", "evil com", "https://a:b@evil.com"]
            {
                let name = field.path.name.as_str();
                assert!(provider.host_problem(name, evil).is_some(), "{} {name} {evil}", provider.key);
                let raw: RawFields = [(field.path.to_string(), evil)].into_iter().collect();
                let taken = match form.accept(&raw) {
                    Ok(accepted) => accepted.inputs.params[name].expose_secret().to_owned(),
                    Err(rejected) if rejected.problems.iter().any(|(path, _)| *path == field.path) => {
                        continue;
                    }
                    Err(rejected) => rejected.kept[&field.path].clone(),
                };
                assert!(
                    provider.host_problem(name, &taken).is_none(),
                    "{} {name} {evil} {taken}",
                    provider.key
                );
            }
        }
    }
    assert!(placed > 300, "{placed}");
}

/// Definitions' own examples are what people look at: the host rule of ours must not refuse them, and what fits is
/// left alone.
#[test]
fn examples_that_satisfy_their_definition_are_accepted_untouched() {
    let Some(catalog) = reference::catalog() else { return };
    let mut refused = Vec::new();
    for provider in catalog.iter() {
        let form = Form::build(provider, &FormContext::default());
        for field in form.visible() {
            let FieldRule::Text { pattern, .. } = &field.rule else { continue };
            let Some(example) = field.example.as_deref() else { continue };
            if pattern.as_ref().is_some_and(|pattern| !pattern.matches(example)) || example.contains("**") {
                continue;
            }
            let raw: RawFields = [(field.path.to_string(), example)].into_iter().collect();
            let (problems, repairs) = match form.accept(&raw) {
                Ok(accepted) => (Vec::new(), accepted.repairs),
                Err(rejected) => (rejected.problems, rejected.repairs),
            };
            let ours = |path: &connect_ui::provider::FieldPath| *path == field.path;
            for (_, problem) in problems.into_iter().filter(|(path, _)| ours(path)) {
                refused.push(format!("{} {} {problem:?}", provider.key, field.path));
            }
            for (_, repair) in
                repairs.into_iter().filter(|(path, _)| ours(path) && field.control != Control::TextArea)
            {
                refused.push(format!("{} {} {repair:?}", provider.key, field.path));
            }
        }
    }
    assert_eq!(
        refused,
        [
            // No UUIDs, by their own format's rule.
            "atlassian-service-account-api-token params.cloudId Uuid",
            // Prose.
            "azure-devops params.organizationUrl Authority",
            // Both ask for a scheme that their template adds again; we take it off.
            "blackbaud-basic params.hostName UrlToHost",
            "gerrit params.host UrlToHost",
            "microsoft-oauth2-cc-cert credentials.clientId Uuid",
            // A placeholder.
            "veeva-vault-oauth params.tokenUrl Authority",
        ]
    );
}
