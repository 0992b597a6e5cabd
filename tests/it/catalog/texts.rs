//! What definitions say in other languages: ours beside the definitions, and a foreign catalogue's in its own folder.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use connect_ui::{
    provider::{Catalog, CatalogSource, Form, FormContext},
    web::tr::Language,
};

/// The label and description of the only field.
fn field(catalog: &Catalog, language: &str, provider: &str) -> (String, Option<String>, bool, bool) {
    let form = Form::build(catalog.get(provider).unwrap(), &FormContext::default());
    let form = catalog.texts().form(language, provider, Arc::new(form));
    let field = form.visible().next().unwrap();
    let description = field.description.as_deref().map(str::to_owned);
    (field.label.to_string(), description, field.untranslated.label, field.untranslated.description)
}

#[test]
fn every_file_of_texts_is_of_a_language_and_says_what_definitions_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut said = fs::read_to_string(root.join("src/provider/base.rs")).unwrap();
    said.push_str(&fs::read_to_string(root.join("src/provider/draft.rs")).unwrap());
    for entry in fs::read_dir(root.join("providers")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            said.push_str(&fs::read_to_string(path).unwrap().replace("''", "'"));
        }
    }
    for entry in fs::read_dir(root.join("providers/texts")).unwrap() {
        let path = entry.unwrap().path();
        let language = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(Language::of_tag(&language).is_some(), "{language} is no language of ours");
        let texts: BTreeMap<String, String> =
            serde_saphyr::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let stale: Vec<&String> = texts.keys().filter(|english| !said.contains(english.as_str())).collect();
        assert!(stale.is_empty(), "{language}: no definition says {stale:?} any more");
        assert!(texts.values().all(|text| !text.trim().is_empty()), "{language}");
    }
}

#[test]
fn a_catalogues_own_translations_win_and_what_has_none_is_marked_as_english() {
    let folder = tempfile::tempdir().unwrap();
    let definition = "acme:\n    display_name: Acme\n    auth_mode: API_KEY\n    credentials:\n        apiKey:\n            \
        type: string\n            title: API key\n            description: In Acme, open Keys.\n";
    fs::write(folder.path().join("providers.yaml"), definition).unwrap();
    fs::create_dir(folder.path().join("i18n")).unwrap();
    let french = r#"{"acme":{"display_name":"Acme","credentials":{"apiKey":{"title":"Clé Acme"}}}}"#;
    fs::write(folder.path().join("i18n/providers.fr.json"), french).unwrap();
    let catalog = Catalog::load(&[CatalogSource::Path(folder.path().to_owned())]).unwrap();
    let english = Some("In Acme, open Keys.".to_owned());
    assert_eq!(field(&catalog, "fr", "acme"), ("Clé Acme".to_owned(), english.clone(), false, true));
    assert_eq!(field(&catalog, "de", "acme"), ("API-Schlüssel".to_owned(), english.clone(), false, true));
    assert_eq!(field(&catalog, "en", "acme"), ("API key".to_owned(), english, false, false));
    let provider = catalog.get("acme").unwrap();
    let json = catalog.texts().definition("fr", "acme", provider.json());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["credentials"]["apiKey"]["title"], "Clé Acme");
    fs::write(folder.path().join("i18n/providers.es.json"), "{").unwrap();
    assert!(Catalog::load(&[CatalogSource::Path(folder.path().to_owned())]).is_err());
}
