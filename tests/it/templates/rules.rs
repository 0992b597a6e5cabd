//! What holds for every page in every state and language.

use std::collections::HashSet;

use connect_ui::web::asset;
use connect_ui::web::connect::page::{ColorScheme, Surface};
use connect_ui::web::tr::Language;
use scraper::{ElementRef, Html, Selector};

use super::samples::{self, Sample};

fn every_page(check: impl Fn(&Html, &Sample)) {
    for language in Language::all() {
        // Frames differ in their chrome alone: two languages show it, one of each direction.
        let framed = matches!(language.tag(), "de" | "ar");
        let surfaces = [Surface::Hosted, Surface::Overlay, Surface::Embedded];
        for surface in surfaces.into_iter().filter(|surface| framed || *surface == Surface::Hosted) {
            for sample in samples::all(language, surface, ColorScheme::System) {
                check(&Html::parse_document(&sample.html), &sample);
            }
        }
    }
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn every_page_is_well_formed_and_says_all_its_texts() {
    every_page(|html, sample| {
        assert!(html.errors.is_empty(), "{}: {:?}", sample.name, html.errors);
        assert!(!sample.html.contains("MISSING"), "{}", sample.name);
        assert_eq!(select(html, "h1").len(), 1, "{}", sample.name);
        assert_eq!(select(html, "main").len(), 1, "{}", sample.name);
        let title: String = select(html, "title")[0].text().collect();
        assert!(!title.trim().is_empty(), "{}", sample.name);
        assert!(!title.contains("  "), "{}: {title}", sample.name);
    });
}

#[test]
fn ids_are_unique_and_every_reference_has_its_element() {
    every_page(|html, sample| {
        let mut ids = HashSet::new();
        for element in select(html, "[id]") {
            let id = element.attr("id").unwrap();
            assert!(ids.insert(id), "{}: {id} twice", sample.name);
        }
        for attribute in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
            for element in select(html, &format!("[{attribute}]")) {
                for id in element.attr(attribute).unwrap().split_whitespace() {
                    assert!(ids.contains(id), "{}: {attribute} names {id}", sample.name);
                }
            }
        }
        for link in select(html, "a[href^='#']") {
            assert!(ids.contains(&link.attr("href").unwrap()[1..]), "{}", sample.name);
        }
    });
}

#[test]
fn every_input_has_a_label_and_every_button_a_name() {
    every_page(|html, sample| {
        for input in select(html, "input:not([type=hidden]), select, textarea") {
            let id = input.attr("id").unwrap_or_default();
            let labelled = input.attr("aria-label").is_some()
                || select(html, "label[for]").iter().any(|label| label.attr("for") == Some(id));
            assert!(labelled, "{}: {}", sample.name, input.html());
        }
        for button in select(html, "button, a") {
            let text: String = button.text().collect();
            let named = !text.trim().is_empty() || button.attr("aria-label").is_some();
            assert!(named, "{}: {}", sample.name, button.html());
        }
    });
}

#[test]
fn no_page_has_inline_styles_handlers_or_addresses_of_other_origins() {
    every_page(|html, sample| {
        for element in select(html, "*") {
            for (name, value) in element.value().attrs() {
                assert!(name != "style" && !name.starts_with("on"), "{}: {name}", sample.name);
                assert!(!value.trim_start().starts_with("javascript:"), "{}: {value}", sample.name);
            }
        }
        for script in select(html, "script:not([src])") {
            assert!(
                script.text().collect::<String>() == asset::shell_script(),
                "{}: a hash would not fit",
                sample.name
            );
            assert_eq!(sample.name, "shell");
        }
        let styles = select(html, "style");
        assert_eq!(styles.len(), 2);
        let theme = sample.theme_css.as_str();
        for (style, source) in styles.iter().zip([asset::base_css(), theme]) {
            assert!(style.text().collect::<String>() == source, "{}: a hash would not fit", sample.name);
        }
        for link in select(html, "a[target=_blank]") {
            assert_eq!(link.attr("rel"), Some("noopener"), "{}", sample.name);
        }
    });
}

#[test]
fn secrets_are_never_in_a_page_and_keep_managers_out() {
    every_page(|html, sample| {
        for secret in select(html, "input[type=password], textarea") {
            assert!(secret.attr("value").is_none() && secret.text().next().is_none(), "{}", sample.name);
            let account = secret.attr("autocomplete") == Some("current-password");
            assert_eq!(secret.attr("data-1p-ignore").is_none(), account, "{}", sample.name);
            assert_eq!(secret.attr("spellcheck"), Some("false"));
            assert_eq!(secret.attr("autocapitalize"), Some("none"));
        }
    });
}

#[test]
fn errors_are_in_the_title_the_summary_and_at_the_field() {
    let pages = samples::all(Language::ENGLISH, Surface::Hosted, ColorScheme::Light);
    let page = pages.iter().find(|sample| sample.name == "form-one-error").unwrap();
    let html = Html::parse_document(&page.html);
    let title: String = select(&html, "title")[0].text().collect();
    assert_eq!(title, "Error: Connect your Zendesk account");
    let link = &select(&html, "[data-summary] a")[0];
    let words = "Enter only the first part of your address, for example acme from acme.zendesk.com";
    assert_eq!(link.text().collect::<String>(), words);
    let input = &select(&html, link.attr("href").unwrap())[0];
    assert_eq!(input.attr("aria-invalid"), Some("true"));
    assert_eq!(input.attr("value"), Some("evil.com/#"));
    let described = input.attr("aria-describedby").unwrap().split(' ').next().unwrap();
    assert_eq!(select(&html, &format!("#{described}"))[0].text().collect::<String>().trim(), words);
}

#[test]
fn the_form_says_for_whom_and_escapes_names() {
    let page = samples::form(samples::chrome(Language::ENGLISH, Surface::Hosted, ColorScheme::Light));
    let hostile = connect_ui::web::connect::page::FormPage { person: Some("<b>x</b>".to_owned()), ..page };
    let html = Html::parse_document(&askama::Template::render(&hostile).unwrap());
    let who: String = select(&html, ".who")[0].text().collect();
    assert_eq!(who, "You are connecting Zendesk to Acme as <b>x</b>.");
    assert_eq!(select(&html, ".who strong").len(), 3);
}

#[test]
fn every_page_says_its_language_and_direction_and_fits_in_fourteen_kilobytes() {
    for language in Language::all() {
        for sample in samples::all(language, Surface::Hosted, ColorScheme::System) {
            let html = Html::parse_document(&sample.html);
            let root = html.root_element();
            assert_eq!((root.attr("lang"), root.attr("dir")), (Some(language.tag()), Some(language.dir())));
            // Two hundred services are a long list in any language.
            if sample.name != "picker-200" {
                let packed = miniz_oxide::deflate::compress_to_vec(sample.html.as_bytes(), 6).len();
                assert!(packed <= 14 * 1024, "{} {language:?}: {packed} bytes", sample.name);
            }
        }
    }
}

#[test]
fn a_hosted_page_offers_every_language_by_its_own_name() {
    let page = samples::form(samples::chrome(Language::ENGLISH, Surface::Hosted, ColorScheme::Light));
    let html = Html::parse_document(&askama::Template::render(&page).unwrap());
    let offered: Vec<_> = select(&html, ".languages a")
        .iter()
        .map(|link| (link.attr("lang").unwrap().to_owned(), link.text().collect::<String>()))
        .collect();
    let all: Vec<_> =
        Language::all().map(|language| (language.tag().to_owned(), language.own_name().to_owned())).collect();
    assert_eq!(offered, all);
    let framed = samples::form(samples::chrome(Language::ENGLISH, Surface::Overlay, ColorScheme::Light));
    let html = Html::parse_document(&askama::Template::render(&framed).unwrap());
    assert!(select(&html, ".languages").is_empty());
}

#[test]
fn style_sheets_know_no_left_and_right() {
    let physical = regex::Regex::new(
        r"(?m)^.*(?:[;{\s](?:(?:margin|padding|border|inset|scroll-padding|scroll-margin)-)?(?:left|right)\s*:|(?:border-(?:top|bottom)-(?:left|right)-radius)|(?:text-align|float|clear):\s*(?:left|right)).*$",
    )
    .unwrap();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let css = std::fs::read_to_string(&path).unwrap();
            let found: Vec<&str> = physical.find_iter(&css).map(|found| found.as_str().trim()).collect();
            assert!(found.is_empty(), "{}: {found:?}", path.display());
        }
    }
}
