//! One mistake after the other, put into a definition without fault.

use std::collections::BTreeSet;

use connect_ui::provider::lint::RULES;

use super::{GOOD, check, short};

/// What is replaced in the good definition, by what, what is then said, and what stands at the place.
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    ("{ endpoints: [/me] }", "{ endpoints: [/me }", "unreadable .", "[/me }"),
    ("auth_mode: API_KEY", "auth_mode: MAGIC", "unusable good.", "MAGIC"),
    ("example: ak_1", "example: ak_1, example: ak_2", "duplicate-key good.", "example: ak_2"),
    ("secret: true", "secret: true, sauce: hot", "unknown-key good.credentials.apiKey.sauce", "sauce"),
    ("  docs: https://example.com\n", "", "missing-key good.docs", "display_name"),
    ("'^ak_\\S+$'", "'^(?=ak)'", "pattern-unusable good.credentials.apiKey.pattern", "'^(?=ak)'"),
    (
        "  credentials:\n",
        "  # allow plain-http: no reason\n  credentials:\n",
        "allow-without-effect good.",
        "# allow",
    ),
    (
        "  credentials:\n",
        "  # allow everything: it is fine\n  credentials:\n",
        "allow-without-effect good.",
        "# allow",
    ),
    ("  credentials:\n", "  # allow dead-key\n  credentials:\n", "allow-without-effect good.", "# allow"),
    (
        "  credentials:\n",
        "  hints: { refusals: [{ status: [401], field: credentials.token, message: token_unknown }] }\n  credentials:\n",
        "hint-field good.hints",
        "hints:",
    ),
    ("API_KEY", "OAUTH2_CC", "flow-incomplete good.token_url", "good:"),
    (", pattern: '^[a-z]+$'", "", "host-unanchored good.connection_config.subdomain", "subdomain:"),
    ("'^[a-z]+$'", "'^[a-z]+'", "host-unanchored good.connection_config.subdomain.pattern", "'^[a-z]+'"),
    (
        "Bearer ${apiKey}",
        "Bearer ${apiKeys}",
        "placeholder-unresolved good.proxy.headers.authorization",
        "'Bearer",
    ),
    (
        "example: acme",
        "default_value: ACME",
        "default-mismatch good.connection_config.subdomain.default_value",
        "ACME",
    ),
    ("  docs:", "  decode_url: true\n  docs:", "dead-key good.decode_url", "true"),
    ("  docs:", "  token_headers: { a: b }\n  docs:", "dead-key good.token_headers", "token_headers"),
    ("secret: true", "secret: true, order: 1", "dead-key good.credentials.apiKey.order", "1,"),
    (
        "    verification: { endpoints: [/me] }\n",
        "",
        "verification-missing good.proxy.verification",
        "proxy:",
    ),
    ("'^ak_\\S+$'", "'^ak_|^sk_'", "pattern-unanchored good.credentials.apiKey.pattern", "'^ak_|"),
    ("example: ak_1", "example: sk_1", "example-mismatch good.credentials.apiKey.example", "sk_1"),
    ("example: ak_1", "example: 's****'", "example-masked good.credentials.apiKey.example", "'s**"),
    (
        "suffix: .example.com",
        "suffix: .example.org",
        "decoration-mismatch good.connection_config.subdomain.suffix",
        ".example.org",
    ),
    (
        "secret: true",
        "secret: true, doc_section: '#key'",
        "anchor-broken good.credentials.apiKey.doc_section",
        "'#key'",
    ),
    ("description: In the settings., ", "", "words-missing good.credentials.apiKey", "apiKey:"),
    ("docs: https:", "docs: http:", "plain-http good.docs", "http:"),
    ("base_url: https:", "base_url: http:", "plain-http good.proxy.base_url", "http:"),
    ("[crm]", "[crm, sauce]", "category-unknown good.categories.1", "sauce"),
    (
        "prefix: 'https://'",
        "hidden: true",
        "hidden-without-value good.connection_config.subdomain",
        "subdomain:",
    ),
];

/// Lines added at the end of the good definition, below `connection_config`, `proxy` or the entry itself.
const ADDITIONS: &[(&str, &str)] = &[
    (
        "  connection_config:\n",
        "    note: { title: Note, description: Any. }\n|unused-field good.connection_config.note",
    ),
    (
        "  connection_config:\n",
        "    apiKey: { title: Key, description: Any., secret: true }\n|field-twice good.connection_config.apiKey",
    ),
    (
        "  proxy:\n",
        "    paginate: { type: cursor, cursor_path_in_response: next }\n|pagination-incomplete good.proxy.paginate",
    ),
    (
        "  proxy:\n",
        "    retry: { in_body: { path: a, value: /after (.+)/ } }\n|retry-pattern good.proxy.retry.in_body.value",
    ),
];

fn said(yaml: &str) -> Vec<(String, String)> {
    let here = |line: u32, column: u32| {
        let line = yaml.lines().nth(line as usize - 1).unwrap_or_default();
        line.chars().skip(column as usize - 1).collect()
    };
    check(yaml).remarks.iter().map(|r| (short(r), here(r.place.line, r.place.column))).collect()
}

#[test]
fn a_definition_without_fault_is_left_alone() {
    assert_eq!(said(GOOD), []);
}

#[test]
fn every_mistake_is_named_at_its_place() {
    for (right, wrong, name, place) in MISTAKES {
        assert!(GOOD.contains(right), "{right}");
        let said = said(&GOOD.replacen(right, wrong, 1));
        let is_it = |(said, here): &(String, String)| said == name && here.starts_with(place);
        assert!(said.iter().any(is_it), "{wrong}: {said:?}");
    }
    for (section, addition) in ADDITIONS {
        let (lines, name) = addition.split_once('|').unwrap();
        let said = said(&GOOD.replacen(section, &format!("{section}{lines}"), 1));
        assert!(said.iter().any(|(said, _)| said == name), "{lines}: {said:?}");
    }
}

/// Mistakes of definitions of their own.
const OTHERS: &[(&str, &str)] = &[
    (
        "a: { display_name: A, categories: [crm], docs: 'https://e.com', auth_mode: BASIC, proxy: { base_url: \
         'https://e.com', verification: { endpoints: [/me] } }, credentials: { username: { title: API key, \
         description: D }, password: { title: P, description: D } } }",
        "secret-in-clear a.credentials.username",
    ),
    (
        "a: { display_name: A, categories: [crm], docs: 'https://e.com', auth_mode: TWO_STEP, token_url: \
         'https://e.com', token_response: { token: t }, connection_config: { key: { title: K, description: D, \
         secret: true } } }",
        "secret-outside-credentials a.connection_config.key",
    ),
    (
        "a: { display_name: A, categories: [crm], docs: 'https://e.com', auth_mode: API_KEY, proxy: { base_url: \
         'https://e.com' } }",
        "credential-unplaced a.proxy",
    ),
    (
        "a: { display_name: A, categories: [crm], docs: 'https://e.com', auth_mode: NONE }\nb: { alias: a }",
        "name-twice b.display_name",
    ),
    (
        "a: { display_name: A, categories: [crm], docs: 'https://e.com', auth_mode: OAUTH2, authorization_url: \
         'https://e.com', token_url: 'https://e.com', token_params: { grant_type: authorization_code } }",
        "refresh-grant a.token_params.grant_type",
    ),
    (
        "a: { display_name: A, categories: [crm], docs: 'https://e.com', auth_mode: NONE, proxy: { base_url: \
         'https://e.com', headers: { x: '${connectionConfig.x}' } }, connection_config: { x: { automated: true } } }",
        "preset-needed a.connection_config.x",
    ),
    (
        "a: { display_name: A, categories: [crm], docs: 'https://e.com', auth_mode: NONE, proxy: { base_url: \
         'https://e.com', headers: { x: '${connectionConfig.x}' } }, connection_config: { x: { title: T, \
         description: D, enum: [a], format: uri } } }",
        "enum-with-rule a.connection_config.x.format",
    ),
];

#[test]
fn mistakes_of_other_modes_are_named() {
    for (yaml, name) in OTHERS {
        let said = said(yaml);
        assert!(said.iter().any(|(said, _)| said == name), "{yaml}: {said:?}");
    }
}

#[test]
fn every_rule_has_a_mistake_that_it_finds() {
    let names = MISTAKES
        .iter()
        .map(|(_, _, name, _)| *name)
        .chain(ADDITIONS.iter().filter_map(|(_, addition)| Some(addition.split_once('|')?.1)))
        .chain(OTHERS.iter().map(|(_, name)| *name));
    let shown: BTreeSet<&str> = names.filter_map(|name| name.split(' ').next()).collect();
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(shown, all);
}

#[test]
fn what_an_alias_inherits_is_told_once_and_what_breaks_in_it_is_told_at_the_alias() {
    let wrong = GOOD.replace("'^ak_\\S+$'", "'^ak_'");
    let alias = "other:\n  alias: good\n  display_name: Other\n  connection_config:\n    host: { title: H, description: \
                 D, pattern: '^a$' }\n";
    let said: Vec<(String, String)> = said(&format!("{wrong}{alias}"));
    let expected = [
        ("pattern-unanchored good.credentials.apiKey.pattern", "'^ak_'"),
        ("placeholder-unresolved other.proxy.base_url", "other:"),
        ("unused-field other.connection_config.host", "host:"),
    ];
    assert_eq!(said.len(), expected.len(), "{said:?}");
    for ((said, here), (name, place)) in said.iter().zip(expected) {
        assert!(said == name && here.starts_with(place), "{said} {here}");
    }
}

#[test]
fn a_comment_allows_what_its_own_entry_does() {
    let wrong = GOOD.replace(
        "    verification: { endpoints: [/me] }\n",
        "    # allow verification-missing: every call costs\n",
    );
    assert_eq!(said(&wrong), []);
    let two = format!(
        "{wrong}{}",
        GOOD.replace("good:", "next:")
            .replace("display_name: Good", "display_name: Next")
            .replace("    verification: { endpoints: [/me] }\n", "")
    );
    assert_eq!(
        said(&two),
        [("verification-missing next.proxy.verification".to_owned(), "proxy:".to_owned())]
    );
}
