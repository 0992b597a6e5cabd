//! The second implementation: asked for a plan, then for its judgement.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// What is to be done with each definition: fields, answers, presets.
pub fn plan(definitions: &Path) -> Vec<Value> {
    let (is_good, text) = run(&["plan".as_ref(), definitions]);
    assert!(is_good, "the oracle made no plan: {text}");
    serde_json::from_str(&text).expect("a plan in JSON")
}

/// The table, and whether everything was as expected.
pub fn judgement(definitions: &Path, observed: &Path) -> (bool, String) {
    run(&["judge".as_ref(), definitions, observed])
}

/// Debian's Python: the one that has Debian's `PyYAML`.
fn run(arguments: &[&Path]) -> (bool, String) {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/coverage");
    let output = Command::new("/usr/bin/python3").arg(script).args(arguments).output();
    let output = output.expect("Debian's python3 with python3-yaml (scripts/test coverage installs them)");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = String::from_utf8_lossy(&output.stderr);
    (output.status.success(), if said.is_empty() { text } else { format!("{text}{said}") })
}
