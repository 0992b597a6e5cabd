//! The page on writing definitions: it lists every rule, and what it shows is right.

use connect_ui::provider::lint::{self, RULES, Severity};

use super::check;

const PAGE: &str = include_str!("../../../../docs/writing-providers.md");

#[test]
fn the_page_lists_every_rule_with_its_severity_and_remedy() {
    for rule in RULES {
        let (name, severity) = (rule.name, rule.severity.as_str());
        let row = PAGE.lines().find(|line| line.starts_with(&format!("| `{name}` | {severity} | ")));
        let row = row.unwrap_or_else(|| panic!("{name} is not listed as {severity}"));
        assert!(row.replace("\\|", "|").ends_with(&format!("| {} |", rule.remedy)), "{row}");
    }
}

#[test]
fn the_definitions_that_the_page_shows_are_without_fault() {
    let blocks = PAGE.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let definitions: Vec<&str> = blocks.filter(|block| block.contains("display_name:")).collect();
    assert_eq!(definitions.len(), 3);
    for definition in definitions {
        let report = check(definition).at_least(Severity::Warning);
        assert_eq!(report.exit_status(), 0, "{}", lint::text(&report));
    }
}
