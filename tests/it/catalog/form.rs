//! What integration and session make of a definition's form.

use std::collections::BTreeMap;

use connect_ui::provider::{
    AuthMode, Autocomplete, Catalog, CatalogSource, Control, Form, FormContext, Problem, Provider, RawFields,
};
use secrecy::ExposeSecret;

use super::reference;

const YAML: &str = r"
oauth:
  display_name: OAuth
  auth_mode: OAUTH2
  docs_connect: https://docs.example.com/guide
  connection_config:
    team: { type: string, title: Team, doc_section: '#step-1' }
    late: { type: string, title: Late, automated: true }
two:
  display_name: Two
  auth_mode: TWO_STEP
  credentials:
    user: { type: string, title: User }
    held: { type: string, title: Held }
  integration_config:
    held: { type: string, title: Held }
    tenant: { type: string, title: Tenant, optional: true }
  connection_config:
    first: { type: string, title: First, order: 1 }
    last: { type: string, title: Last }
  assertion_option:
    privateKey: { type: string, title: Private Key }
labelled:
  display_name: Labelled
  auth_mode: API_KEY
  credentials:
    apiKey: { type: string, title: API key, description: Your key, example: ak_1 }
basic:
  display_name: Basic
  auth_mode: BASIC
  credentials:
    password: { type: string, default_value: '', hidden: true }
    username: { type: string, title: API key }
certificate:
  display_name: Certificate
  auth_mode: OAUTH2_CC
  require_client_certificate: true
  token_request_auth_method: private_key_jwt
aws:
  display_name: AWS
  auth_mode: AWS_SIGV4
";

fn provider(key: &str) -> std::sync::Arc<Provider> {
    let catalog =
        Catalog::load(&[CatalogSource::Text { name: "y".to_owned(), text: YAML.to_owned() }]).unwrap();
    assert_eq!(catalog.disabled(), []);
    catalog.get(key).unwrap().clone()
}

fn visible(form: &Form) -> Vec<String> {
    form.visible().map(|field| field.path.to_string()).collect()
}

fn presets(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn owners_fields_are_asked_only_while_the_owner_has_not_filled_them() {
    let two = provider("two");
    let form = Form::build(&two, &FormContext::default());
    let all = [
        "params.first",
        "credentials.user",
        "credentials.held",
        "credentials.tenant",
        "params.last",
        "assertion_option.privateKey",
    ];
    assert_eq!(visible(&form), all);
    assert!(form.fields[3].required, "what the owner may leave out, the end user may not");
    assert_eq!(form.fields[5].control, Control::TextArea);
    let held = ["held".to_owned(), "tenant".to_owned()];
    let form = Form::build(&two, &FormContext { preconfigured_credentials: &held, ..FormContext::default() });
    assert_eq!(
        visible(&form),
        ["params.first", "credentials.user", "params.last", "assertion_option.privateKey"]
    );
}

#[test]
fn an_integrations_label_replaces_description_and_placeholder_too() {
    let labels = presets(&[("apiKey", "Workspace token")]);
    let context = FormContext { credentials_label: Some(&labels), ..FormContext::default() };
    let form = Form::build(&provider("labelled"), &context);
    let field = &form.fields[0];
    assert_eq!((&*field.label, &*field.placeholder, &field.description), ("Workspace token", "", &None));
}

#[test]
fn a_hidden_field_is_submitted_whatever_was_typed() {
    let form = Form::build(&provider("basic"), &FormContext::default());
    assert_eq!(visible(&form), ["credentials.username"]);
    assert_eq!(form.fields[0].autocomplete, Autocomplete::Off, "a user name that is a key");
    let raw: RawFields =
        [("credentials.username", "k"), ("credentials.password", "typed")].into_iter().collect();
    let accepted = form.accept(&raw).unwrap();
    assert_eq!(accepted.inputs.credentials["password"].expose_secret(), "");
}

#[test]
fn a_session_may_ask_for_an_oauth_client_or_fix_it() {
    let oauth = provider("oauth");
    let some = presets(&[
        ("oauth_client_id_override", ""),
        ("oauth_client_secret_override", "s3cret"),
        ("team", "t"),
    ]);
    let context = FormContext { presets: Some(&some), ..FormContext::default() };
    let form = Form::build(&oauth, &context);
    assert_eq!(visible(&form), ["credentials.oauth_client_id_override"]);
    assert!(!form.visible().next().unwrap().required);
    assert!(!format!("{form:?}").contains("s3cret"));
    let accepted = form.accept(&RawFields::default()).unwrap();
    assert_eq!(accepted.inputs.credentials["oauth_client_secret_override"].expose_secret(), "s3cret");
    assert_eq!(accepted.inputs.params.keys().collect::<Vec<_>>(), ["team"]);
    let some = presets(&[("team", "t")]);
    assert!(Form::build(&oauth, &FormContext { presets: Some(&some), ..FormContext::default() }).no_input());
}

#[test]
fn documentation_links_lead_to_the_section_or_to_the_sessions_guide() {
    let oauth = provider("oauth");
    let page = |context: &FormContext<'_>| {
        let form = Form::build(&oauth, context);
        (form.guide.map(String::from), form.fields[0].documentation.clone().map(String::from))
    };
    let guide = "https://docs.example.com/guide".to_owned();
    assert_eq!(page(&FormContext::default()), (Some(guide.clone()), Some(format!("{guide}#step-1"))));
    let own = "https://acme.example/help".to_owned();
    let context = FormContext { docs_connect: Some(&own), ..FormContext::default() };
    assert_eq!(page(&context), (Some(own.clone()), Some(own.clone())));
    let context = FormContext { docs_connect: Some("javascript:alert(1)"), ..FormContext::default() };
    assert_eq!(page(&context).0, Some(guide), "no address of another kind becomes a link");
}

#[test]
fn client_certificates_are_asked_in_text_areas_and_signed_clients_have_no_secret() {
    let form = Form::build(&provider("certificate"), &FormContext::default());
    assert_eq!(
        visible(&form),
        ["credentials.client_id", "credentials.client_certificate", "credentials.client_private_key"]
    );
    assert!(form.fields[1..].iter().all(|field| field.control == Control::TextArea && field.secret));
}

#[test]
fn aws_has_an_external_id_on_the_first_connection() {
    let aws = provider("aws");
    let form = Form::build(&aws, &FormContext::default());
    assert!(form.external_id.as_ref().is_some_and(|id| id.preset.is_none()));
    let submit = |id: &str| {
        form.accept(
            &[("credentials.role_arn", "arn"), (Form::EXTERNAL_ID, id)].into_iter().collect::<RawFields>(),
        )
    };
    let id = "3f0e9b1c-54b1-4a3c-8a50-0d6f7c1f1f3e";
    assert_eq!(submit(id).unwrap().inputs.params["external_id"].expose_secret(), id);
    assert_eq!(submit("x").unwrap_err().problems[0].1, Problem::Uuid);
    let again = FormContext { reconnecting: true, ..FormContext::default() };
    assert_eq!(Form::build(&aws, &again).external_id, None);
    let some = presets(&[("external_id", "theirs")]);
    let fixed = Form::build(&aws, &FormContext { presets: Some(&some), ..FormContext::default() });
    let raw: RawFields = [("credentials.role_arn", "arn"), (Form::EXTERNAL_ID, id)].into_iter().collect();
    assert_eq!(fixed.accept(&raw).unwrap().inputs.params["external_id"].expose_secret(), "theirs");
}

#[test]
fn every_mode_has_its_form() {
    let Some(catalog) = reference::catalog() else { return };
    for mode in AuthMode::ALL {
        let mut providers = catalog.iter().filter(|provider| provider.auth_mode == *mode);
        assert!(providers.next().is_some(), "{mode}");
    }
    let forms: Vec<Form> =
        catalog.iter().map(|provider| Form::build(provider, &FormContext::default())).collect();
    assert_eq!(forms.iter().map(|form| form.visible().count()).sum::<usize>(), 1_411);
    assert_eq!(forms.iter().filter(|form| form.no_input()).count(), 271);
    let selects =
        forms.iter().flat_map(Form::visible).filter(|field| matches!(field.control, Control::Select { .. }));
    assert_eq!(selects.count(), 95);
    assert_eq!(forms.iter().flat_map(Form::visible).filter(|field| !field.required).count(), 53);
}
