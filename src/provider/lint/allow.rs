//! Comments that allow a remark: `# allow RULE: why`, on a line inside the entry.
//!
//! A definition that does without something on purpose says so where the next person looks. The reason is part of it.

use super::rule::Rule;

/// One such comment.
pub(super) struct Allow {
    pub rule: &'static Rule,
    pub line: u32,
    pub column: u32,
}

/// A comment that begins like one and is none.
pub(super) struct Misspelt {
    pub line: u32,
    pub column: u32,
    pub what: String,
}

/// All of a file's text.
pub(super) fn read(text: &str, rules: &'static [Rule]) -> (Vec<Allow>, Vec<Misspelt>) {
    let (mut allows, mut misspelt) = (Vec::new(), Vec::new());
    for (line, text) in (1..).zip(text.lines()) {
        let comment = text.trim_start();
        let column = u32::try_from(text.len() - comment.len() + 1).unwrap_or(u32::MAX);
        let Some(rest) = comment.strip_prefix("# allow ") else { continue };
        match parse(rest, rules) {
            Ok(rule) => allows.push(Allow { rule, line, column }),
            Err(what) => misspelt.push(Misspelt { line, column, what }),
        }
    }
    (allows, misspelt)
}

fn parse(rest: &str, rules: &'static [Rule]) -> Result<&'static Rule, String> {
    let (name, reason) = rest.split_once(':').ok_or("says no reason")?;
    if reason.trim().is_empty() {
        return Err("says no reason".to_owned());
    }
    rules
        .iter()
        .find(|rule| rule.name == name.trim())
        .ok_or_else(|| format!("names no rule: `{}`", name.trim()))
}
