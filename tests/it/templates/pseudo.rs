//! Every page in the pseudo-locale: what stands outside its brackets is not in the files.

use std::collections::BTreeSet;

use connect_ui::web::connect::page::{ColorScheme, Surface};
use connect_ui::web::tr::Language;
use scraper::{ElementRef, Html, Node, Selector};

use super::samples;

/// Names of apps, services, people and accounts, and what definitions say: each as it begins.
const OF_OTHERS: &[&str] = &[
    "Acme",
    "Zendesk",
    "GitHub",
    "Stripe",
    "Notion",
    "AWS",
    "Ünicorn",
    "Slack",
    "Calendar",
    "Linear",
    "Mailchimp",
    "Airtable",
    "Bamboo",
    "Donaudampf",
    "Sandbox",
    "Support team",
    "acme",
    "alice@",
    "Subdomain",
    "Email address",
    "API token",
    "The first part of the address",
    "https://",
    ".zendesk.com",
    ".wolterskluwer",
    "Region",
    "Zone",
    "Password",
    "Private key",
    "The whole file",
    "Tenant",
    "Role ARN",
    "eu-1",
    "us-1",
    "us-2",
    "Read everything",
    "read:everything",
    "Paste",
    "Value",
    "EU",
    "Default",
    "-----BEGIN",
    "arn:",
    "7d1c4f8e",
    "evil.com",
];

fn is_of_others(text: &str) -> bool {
    !text.chars().any(char::is_alphabetic)
        || text.chars().filter(|letter| letter.is_alphabetic()).count() == 1
        || OF_OTHERS.iter().any(|own| text.starts_with(own))
}

/// The pieces of text outside brackets, in the order of the page.
fn outside(root: ElementRef<'_>) -> Vec<String> {
    let (mut depth, mut found) = (0_i32, Vec::new());
    for node in root.descendants() {
        let Node::Text(text) = node.value() else { continue };
        let parents: Vec<ElementRef<'_>> = node.ancestors().filter_map(ElementRef::wrap).collect();
        let is_foreign = parents.iter().any(|parent| {
            matches!(parent.value().name(), "style" | "script" | "noscript" | "code")
                || parent.attr("lang").is_some_and(|lang| lang != "en-XA")
        });
        if is_foreign {
            continue;
        }
        let mut piece = String::new();
        for character in text.chars() {
            match character {
                '[' => depth += 1,
                ']' => depth -= 1,
                _ if depth == 0 => piece.push(character),
                _ => {}
            }
        }
        let piece = piece.trim().trim_start_matches(['*', '·', '(']).trim();
        if !piece.is_empty() && !is_of_others(piece) {
            found.push(piece.to_owned());
        }
    }
    found
}

#[test]
fn every_text_of_every_page_comes_from_the_files() {
    let named = Selector::parse("[aria-label], [placeholder], [title]").unwrap();
    let mut wrong = BTreeSet::new();
    for surface in [Surface::Hosted, Surface::Overlay, Surface::Embedded] {
        for sample in samples::all(Language::PSEUDO, surface, ColorScheme::Light) {
            let html = Html::parse_document(&sample.html);
            wrong.extend(outside(html.root_element()).into_iter().map(|text| (text, sample.name)));
            for element in html.select(&named) {
                for name in ["aria-label", "placeholder", "title"] {
                    let Some(text) = element.attr(name) else { continue };
                    if !text.starts_with('[') && !is_of_others(text) {
                        wrong.insert((format!("{name}={text}"), sample.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
