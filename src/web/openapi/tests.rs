//! What can be said of the document without a server.

use std::{collections::BTreeSet, fs, path::Path};

use super::{document::document, error_code::ErrorCode, paths, refusals};

#[test]
fn every_example_of_a_body_is_accepted_by_the_handler_s_own_reader() {
    let mut count = 0;
    for operation in paths::all() {
        for (name, example) in operation.body.iter().flat_map(|body| &body.examples) {
            let read = (operation.body.as_ref().unwrap().reader)(Some(example));
            assert_eq!(read, Ok(()), "{} {}: {name}", operation.method, operation.path);
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn every_code_that_a_call_can_answer_is_explained_and_every_explained_code_is_answered() {
    let answered: BTreeSet<&str> =
        paths::all().iter().flat_map(refusals).map(|(_, code)| code).chain(OF_NO_CALL).collect();
    let explained: BTreeSet<&str> = ErrorCode::all().iter().map(|code| code.code).collect();
    assert_eq!(answered, explained);
    assert_eq!(explained.len(), ErrorCode::all().len(), "a code is explained twice");
}

/// Codes of addresses and methods that are not described, because they are not there.
const OF_NO_CALL: [&str; 1] = ["method_not_allowed"];

#[test]
fn every_code_in_the_handlers_is_explained() {
    let mut missing = BTreeSet::new();
    for folder in ["src/web/api", "src/web/proxy", "src/web/oauth"] {
        for source in sources(Path::new(folder)) {
            for code in codes(&source) {
                if ErrorCode::find(&code).is_none() {
                    missing.insert(code);
                }
            }
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

/// The texts behind the constructors of errors.
fn codes(source: &str) -> Vec<String> {
    let flat: String = source.split_whitespace().collect::<Vec<_>>().join(" ");
    let constructor = regex::Regex::new(
        r#"ApiError::(?:bad_request|not_found|unauthorized|legacy|invalid|new)\((?: ?StatusCode::\w+,)? ?"([a-z_0-9]+)""#,
    );
    constructor.unwrap().captures_iter(&flat).map(|found| found[1].to_owned()).collect()
}

fn sources(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let own = files.iter().map(|path| fs::read_to_string(path).unwrap());
    own.chain(folders.iter().flat_map(|path| sources(path))).collect()
}

#[test]
fn names_for_generated_clients_are_unique_and_parameters_stand_in_their_paths() {
    let operations = paths::all();
    let ids: BTreeSet<&str> = operations.iter().map(|operation| operation.id).collect();
    assert_eq!(ids.len(), operations.len());
    for operation in &operations {
        let named: BTreeSet<String> = operation
            .path
            .split('{')
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap().to_owned())
            .collect();
        let described: BTreeSet<String> = operation
            .parameters
            .iter()
            .filter(|parameter| parameter.place == super::operation::Place::Path)
            .map(|parameter| parameter.name.to_owned())
            .collect();
        assert_eq!(named, described, "{}", operation.path);
    }
}

#[test]
fn every_reference_leads_to_a_shape() {
    let document = document(&paths::all(), "https://connect.example.com");
    let text = document.to_string();
    let shapes = document["components"]["schemas"].as_object().unwrap();
    for reference in text.split("#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(shapes.contains_key(name), "{name}");
    }
}
