//! Theme documents: any seed reads, what is written is read, what is unknown is refused with its path.

use connect_ui::theme::{
    Layer, Layers, Mode, ModeChoice, Purpose, Surface, ThemeDocument, Tones, check, check_file,
    derive_document, file, prove, sheet,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(value: &Value) -> ThemeDocument {
    ThemeDocument::read(value).expect("a theme")
}

fn colour() -> impl Strategy<Value = String> {
    any::<[u8; 3]>().prop_map(|[red, green, blue]| format!("#{red:02x}{green:02x}{blue:02x}"))
}

fn seeds() -> impl Strategy<Value = Value> {
    let words = |all: &'static [&'static str]| proptest::sample::select(all);
    (
        (colour(), colour(), colour(), 0..=16_u8),
        (
            words(&["compact", "normal", "roomy"]),
            words(&["soft", "none"]),
            words(&["system", "serif", "mono"]),
        ),
    )
        .prop_map(|((light, dark, neutral, radius), (density, shadow, font))| {
            json!({
                "brand": { "light": light, "dark": dark }, "neutral": neutral, "radius": radius,
                "density": density, "shadow": shadow, "font": font,
            })
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_pair_reads_whatever_the_seeds(seeds in seeds()) {
        let document = read(&seeds);
        for mode in [Mode::Light, Mode::Dark] {
            for row in prove(&derive_document(&document, mode)) {
                prop_assert!(row.holds(), "{seeds} {}", row.in_words(mode));
            }
        }
    }

    #[test]
    fn what_is_written_is_read_and_nothing_entered_gets_into_the_sheet(seeds in seeds()) {
        let document = read(&seeds);
        prop_assert_eq!(&read(&document.to_json()), &document);
        let css = sheet(&document, ModeChoice::System, Surface::Hosted);
        prop_assert!(!css.contains(['<', '\\', '@']) || css.matches('@').count() == 1);
    }
}

#[test]
fn unknown_keys_and_bad_values_are_refused_with_their_paths() {
    let wrong = json!({
        "colour": "red", "radius": 17, "brand": { "ligth": "red", "dark": "var(--x)" }, "font": "Comic Sans",
        "logo": { "light": "https://evil.example/logo.svg", "plate": { "dark": "yes" } },
        "links": { "help": "javascript:alert(1)", "support_email": "a@b.c?bcc=x" },
        "tokens": { "light": { "fg.mutd": "red" } }, "badge": null,
    });
    let mut paths: Vec<String> =
        ThemeDocument::read(&wrong).unwrap_err().into_iter().map(|fault| fault.path).collect();
    paths.sort();
    assert_eq!(
        paths,
        [
            "badge",
            "brand.dark",
            "brand.ligth",
            "colour",
            "font",
            "links.help",
            "links.support_email",
            "logo.light",
            "logo.plate.dark",
            "radius",
            "tokens.light.fg.mutd",
        ]
    );
}

#[test]
fn a_value_comes_from_the_highest_layer_that_sets_it() {
    let layers = Layers::new(vec![
        (Layer::Session, read(&json!({ "radius": 1 }))),
        (Layer::Instance, read(&json!({ "radius": 2, "density": "roomy" }))),
        (Layer::Environment, read(&json!({ "radius": 3, "picker": "grid" }))),
    ]);
    let sources = layers.sources();
    let of = |path: &str| {
        let (_, value, layer) = sources.iter().find(|one| one.0 == path).expect("it is worn");
        (value.as_str(), layer.as_str())
    };
    assert_eq!(of("radius"), ("1", "session"));
    assert_eq!(of("density"), ("roomy", "instance"));
    assert_eq!(of("picker"), ("grid", "environment"));
    assert_eq!(of("badge"), ("true", "built-in"));
}

#[test]
fn a_logo_that_would_vanish_is_known_by_its_tones() {
    let svg = |fill: &str| {
        let text =
            format!("<svg xmlns='http://www.w3.org/2000/svg'><path fill='{fill}' d='M0 0h9v9z'/></svg>");
        check_file(text.as_bytes(), Purpose::Logo).expect("a logo")
    };
    let (light, dark) = (Mode::Light, Mode::Dark);
    let ground = |mode| {
        derive_document(&ThemeDocument::default(), mode).colour(connect_ui::theme::ColourToken::BgSurface)
    };
    for (fill, on_light, on_dark) in [("#fff", true, false), ("#111", false, true), ("#e33", false, false)] {
        let tones = Tones::parse(&serde_json::to_string(&svg(fill).tones).unwrap_or_default());
        assert_eq!(
            (tones.vanishes_on(ground(light)), tones.vanishes_on(ground(dark))),
            (on_light, on_dark),
            "{fill}"
        );
    }
}

#[test]
fn an_svg_is_written_anew_without_what_editors_leave() {
    let text = "<?xml version='1.0'?><!-- made by x --><svg xmlns='http://www.w3.org/2000/svg' \
                xmlns:ink='http://www.inkscape.org/' ink:version='1' viewBox='0 0 9 9' class='x' data-y='z'>\
                <metadata>who</metadata><ink:view/><title>A &amp; B</title><path d='M0 0h9' fill='url(#g)'/></svg>";
    let clean = check_file(text.as_bytes(), Purpose::Logo).expect("a logo");
    assert_eq!(
        String::from_utf8_lossy(&clean.bytes),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>A &amp; B</title>\
         <path d=\"M0 0h9\" fill=\"url(#g)\"></path></svg>"
    );
}

#[test]
fn a_file_is_checked_as_the_command_line_does() {
    for (text, status) in [
        ("{}", 0),
        ("{\"tokens\":{\"dark\":{\"fg.default\":\"#111\"}}}", 1),
        ("{\"radius\":\"4\"}", 2),
        ("{\"files\":{\"x\":\"\"}}", 2),
        ("no JSON", 2),
    ] {
        assert_eq!(check::check(text).exit_status(), status, "{text}");
    }
    assert!(file::read(&file::write(&ThemeDocument::built_in(), &[])).is_ok());
}
