//! The texts: none missing, none unused, the same arguments in every language, and plurals, numbers, dates and lists as
//! CLDR has them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use connect_ui::web::tr::{Language, Tr, Translations, Value};
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

/// Keys with their texts.
fn sources(language: &str) -> BTreeMap<String, String> {
    let key = Regex::new(r"^([a-z][a-z0-9-]*) =").unwrap();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for file in files(&format!("locales/{language}"), "ftl") {
        let mut current = String::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some(found) = key.captures(line) {
                found[1].clone_into(&mut current);
                let twice = texts.insert(current.clone(), String::new());
                assert!(twice.is_none(), "{language}: {current} twice");
            }
            let text = texts.entry(current.clone()).or_default();
            text.push_str(line);
            text.push('\n');
        }
    }
    texts.remove("");
    texts
}

/// Keys with the names of their arguments.
fn arguments(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let argument = Regex::new(r"\$([a-z]+)").unwrap();
    let names = |text: &String| argument.captures_iter(text).map(|found| found[1].to_owned()).collect();
    sources(language).iter().map(|(key, text)| (key.clone(), names(text))).collect()
}

#[test]
fn every_language_has_the_same_texts_with_the_same_arguments() {
    let english = arguments("en");
    for language in Language::all() {
        let own = arguments(language.tag());
        let keys = |texts: &BTreeMap<String, _>| texts.keys().cloned().collect::<BTreeSet<String>>();
        let differ: Vec<_> = keys(&english).symmetric_difference(&keys(&own)).cloned().collect();
        assert!(differ.is_empty(), "{language:?}: {differ:?}");
        for (key, names) in &english {
            assert_eq!(names, &own[key], "{language:?}: {key}");
        }
    }
}

#[test]
fn the_name_of_a_button_has_what_is_seen_on_it() {
    let pairs = [
        ("form-show", "form-show-label"),
        ("form-hide", "form-hide-label"),
        ("manage-reconnect", "manage-reconnect-name"),
        ("manage-rename", "manage-rename-name"),
        ("manage-disconnect", "manage-disconnect-name"),
    ];
    let all = Translations::bundled();
    for language in Language::all() {
        let tr = all.reader(language);
        for (seen, name) in pairs {
            let text = tr.text_with(name, &[("label", "X".into()), ("name", "X".into())]).to_lowercase();
            assert!(text.contains(&tr.text(seen).to_lowercase()), "{language:?}: {text}");
        }
    }
}

/// The plural categories of whole numbers (CLDR); those in brackets are for numbers that no page counts to.
fn categories(language: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        "ja" | "ko" | "zh-CN" => (&["other"], &[]),
        "pl" => (&["one", "few", "many", "other"], &[]),
        "ar" => (&["one", "two", "few", "many", "other"], &["zero"]),
        "he" => (&["one", "two", "other"], &[]),
        "fr" | "es" | "it" | "pt-BR" => (&["one", "other"], &["many"]),
        _ => (&["one", "other"], &[]),
    }
}

#[test]
fn every_count_has_the_plural_forms_of_its_language() {
    let variant = Regex::new(r"\[(zero|one|two|few|many|other)\]").unwrap();
    for language in Language::all() {
        let (needed, allowed) = categories(language.tag());
        for (key, text) in sources(language.tag()) {
            let found: BTreeSet<&str> =
                variant.captures_iter(&text).map(|found| found.get(1).unwrap().as_str()).collect();
            if !text.contains("$count ->") && !text.contains("$max ->") {
                continue;
            }
            let needed: BTreeSet<&str> = needed.iter().copied().collect();
            let missing: Vec<_> = needed.difference(&found).collect();
            assert!(missing.is_empty(), "{language:?}: {key} has no {missing:?}");
            let unknown: Vec<_> =
                found.iter().filter(|found| !needed.contains(*found) && !allowed.contains(*found)).collect();
            assert!(unknown.is_empty(), "{language:?}: {key} has {unknown:?}, which no number takes");
        }
    }
}

#[test]
fn no_text_is_missing_and_none_is_unused() {
    let known: BTreeSet<String> = arguments("en").into_keys().collect();
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

/// Without the marks that keep names together in lines from right to left.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn date(tr: &Tr, month: usize) -> String {
    let month = format!("m{month}");
    let arguments = [("day", "3".into()), ("month", (&month).into()), ("year", "2026".into())];
    plain(&tr.text_with("reconnect-date", &arguments))
}

#[test]
fn dates_numbers_and_lists_are_those_of_cldr() {
    // What `Intl` of node 24 says (CLDR 48), with Western digits.
    let cldr: serde_json::Value = serde_json::from_str(include_str!("cldr.json")).unwrap();
    let all = Translations::bundled();
    for language in Language::all() {
        let (tr, cldr) = (all.reader(language), &cldr[language.tag()]);
        let is_same = |own: &str, theirs: &serde_json::Value| {
            let together = |text: &str| text.replace(' ', "");
            match language.tag() {
                // Days come first all over the product.
                "en" => true,
                // Both are written, with and without blanks.
                "zh-CN" => together(own) == together(theirs.as_str().unwrap()),
                _ => own == theirs.as_str().unwrap(),
            }
        };
        for month in 1..=12 {
            let (own, theirs) = (date(&tr, month), &cldr["dates"][month - 1]);
            assert!(is_same(&own, theirs), "{language:?}: {own}, {theirs}");
        }
        for (at, number) in [999_usize, 1234, 12345, 1_234_567].into_iter().enumerate() {
            let text = plain(&tr.text_with("picker-count", &[("count", Value::Number(number))]));
            let theirs = cldr["numbers"][at].as_str().unwrap();
            assert!(text.contains(theirs), "{language:?}: {text}, {theirs}");
        }
        for (at, names) in
            [vec!["A"], vec!["A", "B"], vec!["A", "B", "C"], vec!["A", "B", "C", "D"]].iter().enumerate()
        {
            assert_eq!(plain(&tr.list(names)), cldr["lists"][at].as_str().unwrap(), "{language:?}");
        }
    }
}
