//! The report's forms.

use connect_ui::provider::lint::{self, RULES, Severity};
use serde_json::{Value, json};

use super::{GOOD, check};

fn wrong() -> String {
    GOOD.replace("example: ak_1", "example: sk_1").replace(", pattern: '^[a-z]+$'", "")
}

#[test]
fn a_remark_is_one_line_with_its_place_its_rule_and_its_remedy() {
    let expected = "\
test.yaml:11:5: error[host-unanchored] good.connection_config.subdomain: stands in the host of an address, and any \
text would do. Give it options, format: hostname, or a pattern that begins with ^ and ends with $.
test.yaml:13:81: warning[example-mismatch] good.credentials.apiKey.example: the example does not fit the field's own \
pattern. Correct the example or the rule; write … for the part of a secret that is left out.
1 provider: 1 error, 1 warning, 0 notes
";
    assert_eq!(lint::text(&check(&wrong())), expected);
}

#[test]
fn the_exit_status_follows_the_gravest_remark() {
    let masked = GOOD.replace("example: ak_1", "example: 'sk…'");
    let example = GOOD.replace("example: ak_1", "example: sk_1");
    for (yaml, status) in [(GOOD, 0), (&*masked, 0), (&*example, 1), (&*wrong(), 2), ("[", 2)] {
        assert_eq!(check(yaml).exit_status(), status, "{yaml}");
    }
    assert_eq!(check(&example).at_least(Severity::Error).exit_status(), 0);
}

#[test]
fn json_says_the_same() {
    let report = lint::json(&check(&wrong()));
    assert_eq!((&report["errors"], &report["warnings"], &report["notes"]), (&json!(1), &json!(1), &json!(0)));
    let remark = &report["remarks"][0];
    assert_eq!(remark["file"], "test.yaml");
    assert_eq!((&remark["line"], &remark["column"]), (&json!(11), &json!(5)));
    assert_eq!((&remark["rule"], &remark["severity"]), (&json!("host-unanchored"), &json!("error")));
    assert_eq!(
        (&remark["provider"], &remark["path"]),
        (&json!("good"), &json!("connection_config.subdomain"))
    );
}

/// The properties that the schema of SARIF 2.1.0 requires on the way that we use, and its closed sets of words.
#[test]
fn sarif_has_what_its_schema_requires() {
    let sarif = lint::sarif(&check(&wrong()));
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"].as_array().expect("runs")[0];
    assert!(run["tool"]["driver"]["name"].is_string());
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), RULES.len());
    for rule in rules {
        assert!(rule["id"].is_string() && rule["shortDescription"]["text"].is_string());
        assert!(rule["help"]["text"].is_string() && is_level(&rule["defaultConfiguration"]["level"]));
    }
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    for result in results {
        assert!(result["message"]["text"].is_string() && is_level(&result["level"]));
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "test.yaml");
        for number in ["startLine", "startColumn"] {
            assert!(place["region"][number].as_u64().is_some_and(|number| number >= 1));
        }
    }
}

fn is_level(level: &Value) -> bool {
    ["none", "note", "warning", "error"].iter().any(|word| level == word)
}

#[test]
fn names_of_files_are_addresses_in_sarif() {
    for (name, uri) in
        [("my files/ä.yaml", "my%20files/%C3%A4.yaml"), ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml")]
    {
        let source =
            connect_ui::provider::CatalogSource::Text { name: name.to_owned(), text: "[]".to_owned() };
        let sarif = lint::sarif(&lint::check(&[source]));
        let result = &sarif["runs"][0]["results"][0];
        assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], uri);
    }
}
