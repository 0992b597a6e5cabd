//! Any colour an admin can enter gives a page that provably reads.

use connect_ui::theme::{
    Adjustment, ColourRefusal, ColourToken, Foreground, Ground, Mode, ModeChoice, Oklch, PrimaryColour,
    ProofRow, Srgb8, Surface, ThemeDraft, ThemeSettings, Tokens, derive, prove, ratio, stylesheet,
    tokens_json,
};
use proptest::prelude::*;

mod document;
mod specimen;

const MODES: [Mode; 2] = [Mode::Light, Mode::Dark];

/// 0, 8, … 248, 255.
fn steps() -> impl Iterator<Item = u8> {
    (0..=32_u16).map(|step| u8::try_from(step * 8).unwrap_or(u8::MAX))
}

/// The whole grid, split so that every core takes a part.
fn each_colour_of_the_grid(check: impl Fn(Srgb8) + Sync) {
    let (reds, check) = (steps().collect::<Vec<u8>>(), &check);
    assert_eq!((reds.len(), reds.last()), (33, Some(&255)));
    std::thread::scope(|scope| {
        for part in reds.chunks(reds.len().div_ceil(4)) {
            scope.spawn(move || {
                for red in part {
                    steps().for_each(|green| steps().for_each(|blue| check(Srgb8::new(*red, green, blue))));
                }
            });
        }
    });
}

fn settings(light: &str, dark: &str) -> ThemeSettings {
    ThemeDraft::new(light.to_owned(), dark.to_owned(), ModeChoice::System, true)
        .check()
        .expect("both are colours")
}

#[test]
fn every_pair_reads_whatever_the_primary_colour() {
    each_colour_of_the_grid(|primary| {
        for mode in MODES {
            let tokens = derive(primary, mode);
            assert_eq!(tokens.colour(ColourToken::BrandSolid), primary, "the fill is what was entered");
            for row in prove(&tokens) {
                assert!(row.holds(), "{primary} {mode:?}: {row:?}");
            }
            assert_only_lightness_moved(primary, &tokens);
        }
    });
}

/// Hue within two degrees and chroma never up, in the eight bits that are shown.
fn assert_only_lightness_moved(primary: Srgb8, tokens: &Tokens) {
    let entered = Oklch::of(primary);
    let outline = tokens.brand_outline();
    let moved = [ColourToken::FgLink, ColourToken::FocusOuter, ColourToken::BrandOnSoft];
    for colour in moved.map(|token| tokens.colour(token)).into_iter().chain(outline) {
        let found = Oklch::of(colour);
        assert!(found.chroma <= entered.chroma, "{primary} became the stronger {colour}");
        let same_hue = colour.is_grey() || found.hue_distance(entered) <= 2.0;
        assert!(same_hue, "{primary} changed its hue to {colour}");
        let lost = colour.is_grey() && entered.chroma > 0.03;
        assert!(!lost, "{primary} is still the brand's colour, but became {colour}");
    }
}

#[test]
fn ratios_and_coordinates_are_those_of_the_standards() {
    let black_on_white = ratio(Srgb8::BLACK, Srgb8::WHITE);
    assert!((black_on_white - 21.0).abs() < 1e-9);
    // #767676 on white is the best-known threshold: 4.54.
    for (rgb, on_white) in
        [(0x76_7676, 4.542), (0xff_0000, 3.998), (0x00_ff00, 1.372), (0x00_00ff, 8.592), (0x00_b2e3, 2.477)]
    {
        assert!((ratio(Srgb8::hex(rgb), Srgb8::WHITE) - on_white).abs() < 0.001, "{rgb:06x}");
    }
    for (red, green, blue) in [(0, 178, 227), (225, 29, 72), (17, 34, 51), (255, 230, 0)] {
        let ours = Oklch::of(Srgb8::new(red, green, blue));
        let [lightness, chroma, hue, _] =
            csscolorparser::Color::from_rgba8(red, green, blue, 255).to_oklcha().map(f64::from);
        assert!((ours.lightness - lightness).abs() < 1e-3 && (ours.chroma - chroma).abs() < 1e-3);
        assert!(ours.hue_distance(Oklch::new(lightness, chroma, hue.to_degrees())) < 0.2);
    }
}

#[test]
fn every_colour_token_stands_in_the_proof() {
    for mode in MODES {
        let rows = prove(&derive(Srgb8::hex(0x00_b2e3), mode));
        for token in ColourToken::ALL {
            assert!(rows.iter().any(|row| stands_in(row, token)), "{} is not proven", token.name());
        }
    }
}

fn stands_in(row: &ProofRow, token: ColourToken) -> bool {
    let seen = match row.foreground {
        Foreground::Token(one) | Foreground::Outlined(one) => one == token,
        Foreground::EitherOf(one, other) => one == token || other == token,
    };
    seen || match row.background {
        Ground::Token(ground) => ground == token,
        Ground::Backdrop(_) => token == ColourToken::BgBackdrop,
    }
}

#[test]
fn the_proof_says_what_gave_way() {
    let gave_way = |rgb, mode| -> Vec<Adjustment> {
        prove(&derive(Srgb8::hex(rgb), mode)).into_iter().filter_map(|row| row.adjusted).collect()
    };
    assert!(gave_way(0x1d_4ed8, Mode::Light).is_empty(), "a strong blue needs nothing on light pages");
    let blue = gave_way(0x00_b2e3, Mode::Light);
    assert!(blue.iter().any(|adjustment| matches!(adjustment, Adjustment::DarkText(_))));
    assert!(blue.iter().any(|adjustment| matches!(adjustment, Adjustment::Outline(_))));
    assert!(blue.iter().any(|adjustment| matches!(adjustment, Adjustment::Moved { .. })));
}

#[test]
fn every_opaque_colour_of_css_is_read() {
    for (text, shown) in [
        ("#00B2E3", 0x00_b2e3),
        ("  #0a5 ", 0x00_aa55),
        ("#00b2e3ff", 0x00_b2e3),
        ("RebeccaPurple", 0x66_3399),
        ("rgb(0, 178, 227)", 0x00_b2e3),
        ("rgb(0 178 227 / 100%)", 0x00_b2e3),
        ("hsl(120deg 100% 25%)", 0x00_8000),
        ("hwb(0 0% 0%)", 0xff_0000),
        ("lab(100% 0 0)", 0xff_ffff),
        ("lch(0% 0 0)", 0x00_0000),
        ("oklab(0% 0 0)", 0x00_0000),
        ("oklch(1 0 0)", 0xff_ffff),
        // Stronger than any screen's green: clipped.
        ("color(srgb 0 1.4 -0.2)", 0x00_ff00),
    ] {
        let colour = PrimaryColour::parse(text).unwrap();
        assert_eq!(colour.shown(), Srgb8::hex(shown), "{text}");
        assert_eq!(colour.as_entered(), text);
    }
}

#[test]
fn every_other_text_is_refused_with_its_reason() {
    use ColourRefusal::{Empty, Relative, TooLong, Translucent, Unreadable};
    let long = format!("#00B2E3{}", " ".repeat(58));
    for (text, reason) in [
        ("", Empty),
        ("   ", Empty),
        (long.as_str(), TooLong),
        ("transparent", Translucent),
        ("rgb(255 0 0 / 50%)", Translucent),
        ("#ff000080", Translucent),
        ("rgb(0 0 0 / nan)", Unreadable),
        ("currentColor", Relative),
        ("var(--x)", Relative),
        ("color-mix(in srgb, red, blue)", Relative),
        ("light-dark(red, blue)", Relative),
        ("rgb(from currentColor r g b)", Relative),
        ("inherit", Relative),
        ("CanvasText", Relative),
        ("url(x)", Unreadable),
        ("</style>", Unreadable),
        ("red;background:url(//evil)", Unreadable),
        ("red}", Unreadable),
        ("#12", Unreadable),
        ("bleu", Unreadable),
        ("красный", Unreadable),
        ("rgb(nan 0 0)", Unreadable),
        ("rgb(1 2)", Unreadable),
    ] {
        assert_eq!(PrimaryColour::parse(text).unwrap_err(), reason, "{text}");
    }
}

#[test]
fn a_draft_names_every_refused_colour_at_once() {
    let sent = r#"{"theme":{"light":{"primary":"url(x)"},"dark":{"primary":""}},"defaultTheme":"dark","showWatermark":false}"#;
    let refusals = serde_json::from_str::<ThemeDraft>(sent).unwrap().check().unwrap_err();
    assert_eq!(
        refusals.all(),
        [(Mode::Light, ColourRefusal::Unreadable), (Mode::Dark, ColourRefusal::Empty)]
    );
    assert_eq!(refusals.of(Mode::Dark).map(ColourRefusal::code), Some("colour_empty"));
}

#[test]
fn settings_keep_the_protocols_shape() {
    let default = r##"{"theme":{"light":{"primary":"#00B2E3"},"dark":{"primary":"#00B2E3"}},"defaultTheme":"system","showWatermark":true}"##;
    assert_eq!(serde_json::to_string(&ThemeSettings::default()).unwrap(), default);
    let entered = r#"{"theme":{"light":{"primary":" Teal"},"dark":{"primary":"HSL(10 50% 50%)"}},"defaultTheme":"dark","showWatermark":false}"#;
    let read: ThemeSettings = serde_json::from_str(entered).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), entered, "read back as entered");
    for wrong in [
        default.replace("\"showWatermark\":true", "\"showWatermark\":true,\"x\":1"),
        default.replace("\"theme\":{", "\"theme\":{\"x\":1,"),
        default.replace("\"dark\":{", "\"dark\":{\"x\":1,"),
        default.replace(",\"showWatermark\":true", ""),
        default.replace("\"system\"", "\"System\""),
        default.replace("true", "\"true\""),
        default.replacen("#00B2E3", "url(x)", 1),
    ] {
        assert!(serde_json::from_str::<ThemeSettings>(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn system_follows_the_device_and_forced_modes_do_not() {
    let settings = settings("#1d4ed8", "#ffe600");
    let system = stylesheet(&settings, ModeChoice::System, Surface::Hosted);
    let (light, dark) = system.split_once("@media (prefers-color-scheme:dark){:root{").unwrap();
    assert!(light.contains("--brand-solid:#1d4ed8;") && dark.contains("--brand-solid:#ffe600;"));
    assert!(system.ends_with(":root{color-scheme:light dark}"));
    for (mode, brand, scheme) in [
        (ModeChoice::Light, "#1d4ed8", "{color-scheme:light}"),
        (ModeChoice::Dark, "#ffe600", "{color-scheme:dark}"),
    ] {
        let forced = stylesheet(&settings, mode, Surface::Hosted);
        assert!(!forced.contains("@media") && forced.ends_with(scheme));
        assert!(forced.contains(&format!("--brand-solid:{brand};")));
    }
}

#[test]
fn every_token_is_a_custom_property_in_few_bytes() {
    let settings = ThemeSettings::default();
    let css = stylesheet(&settings, ModeChoice::Light, Surface::Hosted);
    let json = tokens_json(&settings);
    let names: Vec<&str> = json["light"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names.len(), 50, "49 of the contract and the outline");
    for name in names {
        assert!(css.contains(&format!("--{}:", name.replace('.', "-"))), "{name}");
    }
    assert!(stylesheet(&settings, ModeChoice::System, Surface::Overlay).len() < 2800);
}

#[test]
fn an_overlay_never_colours_the_root() {
    for mode in [ModeChoice::Light, ModeChoice::Dark, ModeChoice::System] {
        let css = stylesheet(&ThemeSettings::default(), mode, Surface::Overlay);
        assert_eq!(css.matches("color-scheme:").count() - css.matches("prefers-color-scheme:").count(), 1);
        assert!(css.contains(".card{color-scheme:"));
    }
}

#[test]
fn a_hairline_takes_the_place_of_the_shadow_in_the_dark() {
    let json = tokens_json(&ThemeSettings::default());
    let line = json["dark"]["border.default"].as_str().unwrap();
    assert_eq!(json["dark"]["shadow.card"], format!("0 0 0 1px {line}"));
}

proptest! {
    /// Whatever is typed: refused, or a style sheet that is written from numbers only.
    #[test]
    fn no_entered_text_reaches_the_style_sheet(text in "[ -~\u{e9}\u{202e}]{0,70}") {
        if let Ok(colour) = PrimaryColour::parse(&text) {
            let numbers = colour.shown().to_string();
            let entered = stylesheet(&settings(&text, &text), ModeChoice::System, Surface::Hosted);
            let plain = stylesheet(&settings(&numbers, &numbers), ModeChoice::System, Surface::Hosted);
            prop_assert!(!entered.contains(['<', '>', '&', '"', '\'']), "safe in a page, escaped or not");
            prop_assert_eq!(entered, plain);
        }
    }

    /// Texts that come near to colours never break the parser.
    #[test]
    fn nearly_colours_are_answered(
        name in "(rgb|hsl|hwb|lab|lch|oklab|oklch|color)",
        body in "[-+0-9a-z.%,/ ()]{0,40}",
    ) {
        let text = format!("{name}({body})");
        if let Ok(colour) = PrimaryColour::parse(&text) {
            prop_assert_eq!(colour.as_entered(), &text);
        }
    }
}
