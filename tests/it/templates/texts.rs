//! The texts: none missing, none unused, the same arguments in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex::Regex;

fn files(folder: &str, extension: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let path = entry.unwrap().path();
        let relative = format!("{folder}/{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            found.extend(files(&relative, extension));
        } else if path.extension().is_some_and(|is| is == extension) {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
    found
}

/// Keys with the names of their arguments.
fn texts(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let key = Regex::new(r"^([a-z][a-z0-9-]*) =").unwrap();
    let argument = Regex::new(r"\$([a-z]+)").unwrap();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&format!("locales/{language}"), "ftl") {
        let mut current = String::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some(found) = key.captures(line) {
                found[1].clone_into(&mut current);
                assert!(texts.insert(current.clone(), BTreeSet::new()).is_none(), "{current} twice");
            }
            for found in argument.captures_iter(line) {
                texts.get_mut(&current).unwrap().insert(found[1].to_owned());
            }
        }
    }
    texts
}

#[test]
fn every_language_has_the_same_texts_with_the_same_arguments() {
    assert_eq!(texts("en"), texts("de"));
}

#[test]
fn no_text_is_missing_and_none_is_unused() {
    let known: BTreeSet<String> = texts("en").into_keys().collect();
    let sources = [files("templates", "html"), files("src/web", "rs")].concat().join("\n");
    let asked = Regex::new(
        r#"(?:\btr|\bchrome)\.(?:t|text|text_with|sentence|with_app|with_service)\(\s*"([a-z0-9-]+)"|with_label\([\w.]+, "([a-z0-9-]+)""#,
    )
    .unwrap();
    let missing: Vec<&str> = asked
        .captures_iter(&sources)
        .map(|found| found.get(1).or(found.get(2)).unwrap().as_str())
        .filter(|key| !known.contains(*key))
        .collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    let unused: Vec<&String> = known.iter().filter(|key| !sources.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "unused: {unused:?}");
}
