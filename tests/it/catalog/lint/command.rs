//! The commands as they are typed.

use std::process::{Command, Output};

use super::GOOD;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_connect-ui")).arg("providers").args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn check_reads_files_and_exits_by_severity() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("acme.yaml");
    let name = file.to_str().unwrap();
    for (yaml, status) in
        [(GOOD.to_owned(), 0), (GOOD.replace("example: ak_1", "example: x"), 1), ("[".to_owned(), 2)]
    {
        std::fs::write(&file, &yaml).unwrap();
        assert_eq!(run(&["check", name]).status.code(), Some(status), "{yaml}");
    }
    std::fs::write(&file, GOOD.replace("example: ak_1", "example: x")).unwrap();
    assert_eq!(run(&["check", "--severity", "error", name]).status.code(), Some(0));
    let sarif = run(&["check", "--format", "sarif", name]);
    let sarif: serde_json::Value = serde_json::from_slice(&sarif.stdout).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "example-mismatch");
    assert_eq!(run(&["check", "no/such/file.yaml"]).status.code(), Some(2));
    assert_eq!(run(&["check"]).status.code(), Some(0), "ours");
}

#[test]
fn show_draws_the_form_in_the_order_in_which_it_is_filled() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("acme.yaml");
    let yaml = GOOD
        .replace("example: acme,", "example: acme, order: 1,")
        .replace("  docs:", "  docs_connect: https://example.com/help\n  docs:");
    std::fs::write(&file, yaml).unwrap();
    let shown = run(&["show", "good", file.to_str().unwrap()]);
    let expected = "\
Good (good, API_KEY)
Guide: https://example.com/help
Tried: /me

1. Subdomain *    params.subdomain
   In the address.
   https://[ acme ].example.com
   text; must match ^[a-z]+$; at most 4096 characters; part of a host name
   Help: https://example.com/help

2. Key *    credentials.apiKey
   In the settings.
   [ ak_1 ]
   masked text; secret; must match ^ak_\\S+$; at most 1024 characters
   Help: https://example.com/help
";
    assert_eq!(text(&shown.stdout), expected);
    assert!(shown.status.success());
}

#[test]
fn show_and_list_know_our_own_and_help_with_a_slip() {
    let list = text(&run(&["list"]).stdout);
    assert!(
        list.lines()
            .any(|line| line.split_whitespace().collect::<Vec<_>>() == ["github", "OAUTH2", "GitHub"])
    );
    assert!(text(&run(&["show", "github"]).stdout).contains("Nothing is asked: one button connects."));
    let slip = run(&["show", "GitHub"]);
    assert!(!slip.status.success() && text(&slip.stderr).contains("perhaps github"));
}
