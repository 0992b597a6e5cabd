//! Theme documents: any seed reads, what is written is read, what is unknown is refused with its path.

use connect_ui::theme::{
    ColourToken, Layer, Layers, Mode, ModeChoice, Purpose, Requirement, Surface, ThemeDocument, Tones, check,
    check_file, derive_document, file, prove, sheet,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(value: &Value) -> ThemeDocument {
    ThemeDocument::read(value).expect("a theme")
}

fn colour() -> impl Strategy<Value = String> {
    any::<[u8; 3]>().prop_map(|[red, green, blue]| format!("#{red:02x}{green:02x}{blue:02x}"))
}

/// Whatever is set beside the brand, at both strengths.
fn other_seeds() -> impl Strategy<Value = Value> {
    let both = || (colour(), colour()).prop_map(|(light, dark)| json!({ "light": light, "dark": dark }));
    let words = |all: &'static [&'static str]| proptest::sample::select(all);
    (
        (both(), both(), both(), both(), both()),
        (
            words(&["AA", "AAA"]),
            words(&["none", "hairline", "strong"]),
            words(&["dim", "none", "page"]),
            words(&["auto", "off"]),
            360..=640_u16,
        ),
    )
        .prop_map(
            |(
                (accent, background, danger, success, warning),
                (contrast, border, backdrop, motion, width),
            )| {
                json!({
                    "accent": accent, "background": background, "danger": danger, "success": success,
                    "warning": warning, "contrast": contrast, "border": border, "backdrop": backdrop,
                    "motion": motion, "width": width, "close_button": false, "secret_reveal": false,
                })
            },
        )
}

fn merged(one: &Value, other: &Value) -> Value {
    let mut all = one.clone();
    let more = other.as_object().expect("an object").clone();
    all.as_object_mut().expect("an object").extend(more);
    all
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
    fn every_pair_reads_whatever_the_seeds(seeds in (seeds(), other_seeds()).prop_map(|(one, other)| merged(&one, &other))) {
        let document = read(&seeds);
        for mode in [Mode::Light, Mode::Dark] {
            for row in prove(&derive_document(&document, mode)) {
                prop_assert!(row.holds(), "{seeds} {}", row.in_words(mode));
            }
        }
    }

    #[test]
    fn what_is_written_is_read_and_nothing_entered_gets_into_the_sheet(
        seeds in (seeds(), other_seeds()).prop_map(|(one, other)| merged(&one, &other)),
    ) {
        let document = read(&seeds);
        prop_assert_eq!(&read(&document.to_json()), &document);
        let css = sheet(&document, ModeChoice::System, Surface::Hosted);
        prop_assert!(!css.contains(['<', '\\', '@']) || css.matches('@').count() == 1);
    }
}

/// Every tenth colour of each channel, in place of every colour that can be set.
#[test]
fn every_pair_reads_whatever_one_colour_is_set_everywhere() {
    let steps = || (0..=10_u16).map(|step| u8::try_from(step * 255 / 10).unwrap());
    let grid =
        steps().flat_map(|red| steps().flat_map(move |green| steps().map(move |blue| (red, green, blue))));
    for (red, green, blue) in grid {
        let colour = format!("#{red:02x}{green:02x}{blue:02x}");
        let both = json!({ "light": colour, "dark": colour });
        for contrast in ["AA", "AAA"] {
            let document = read(&json!({
                "brand": both, "accent": both, "background": both, "danger": both, "success": both,
                "warning": both, "contrast": contrast,
            }));
            for mode in [Mode::Light, Mode::Dark] {
                let tokens = derive_document(&document, mode);
                let least = if contrast == "AAA" { 7.0 } else { 4.5 };
                for row in prove(&tokens) {
                    assert!(row.holds(), "{colour} {contrast} {}", row.in_words(mode));
                    let is_text = matches!(row.requirement, Requirement::Text | Requirement::StrongText);
                    assert!(!is_text || row.ratio >= least, "{colour} {}", row.in_words(mode));
                }
                let entered = tokens.colour(ColourToken::BrandSolid).to_string() == shown(&colour);
                assert!(entered || contrast == "AAA", "{colour} is a fill that bears text");
            }
        }
    }
}

fn shown(colour: &str) -> String {
    connect_ui::theme::PrimaryColour::parse(colour).expect("a colour").shown().to_string()
}

#[test]
fn each_new_seed_does_what_it_says() {
    let css = |value: Value, surface| sheet(&read(&value), ModeChoice::Light, surface);
    let plain = css(json!({}), Surface::Overlay);
    assert!(!plain.contains("--card-width") && !plain.contains("--quick") && !plain.contains(".close"));
    for (value, wanted) in [
        (json!({ "width": 560 }), "--card-width:560px"),
        (json!({ "motion": "off" }), "--quick:0s"),
        (json!({ "border": "none" }), "--border-default:transparent;"),
        (json!({ "backdrop": "none" }), ".card{border-color:var(--border-strong)}"),
        (json!({ "close_button": false }), ".close:not(:focus-visible)"),
        (json!({ "secret_reveal": false }), ".reveal[aria-controls]{display:none}"),
        (json!({ "logo": { "align": "center" } }), ".brand{margin-inline:auto}"),
        // Stronger than what reads: as entered, and the brand stays.
        (json!({ "accent": { "light": "#701a75" } }), "--fg-link:#701a75;"),
        (json!({ "danger": { "light": "#701a75" } }), "--danger-solid:#701a75;"),
        (json!({ "background": { "light": "#fff7ed" } }), "--bg-page:#fff7ed;"),
    ] {
        assert!(css(value.clone(), Surface::Overlay).contains(wanted), "{value}: {wanted}");
    }
    let brand = css(json!({ "accent": { "light": "#701a75" } }), Surface::Hosted);
    assert!(brand.contains("--brand-solid:#00b2e3;"));
    // A page that would swallow its text gives way, and the proof says so.
    let tokens = derive_document(&read(&json!({ "background": { "light": "#111" } })), Mode::Light);
    assert_ne!(tokens.colour(ColourToken::BgPage).to_string(), "#111");
}

#[test]
fn unknown_keys_and_bad_values_are_refused_with_their_paths() {
    let wrong = json!({
        "colour": "red", "radius": 17, "brand": { "ligth": "red", "dark": "var(--x)" }, "font": "Comic Sans",
        "logo": { "light": "https://evil.example/logo.svg", "plate": { "dark": "yes" } },
        "links": { "help": "javascript:alert(1)", "support_email": "a@b.c?bcc=x" },
        "tokens": { "light": { "fg.mutd": "red" } }, "badge": null, "width": 900, "contrast": "A",
        "danger": { "light": "url(x)", "middle": "red" }, "favicon": "/favicon.ico", "border": "thick",
        "accent": { "dark": "currentColor" }, "close_button": "no",
    });
    let mut paths: Vec<String> =
        ThemeDocument::read(&wrong).unwrap_err().into_iter().map(|fault| fault.path).collect();
    paths.sort();
    assert_eq!(
        paths,
        [
            "accent.dark",
            "badge",
            "border",
            "brand.dark",
            "brand.ligth",
            "close_button",
            "colour",
            "contrast",
            "danger.light",
            "danger.middle",
            "favicon",
            "font",
            "links.help",
            "links.support_email",
            "logo.light",
            "logo.plate.dark",
            "radius",
            "tokens.light.fg.mutd",
            "width",
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
