//! Writing a theme: only what is set, in the order of the documentation.

use serde_json::{Map, Value, json};

use super::{Font, NeutralTint, PerMode, ThemeDocument};

impl ThemeDocument {
    /// The theme as JSON; what its reader reads.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut top = Map::new();
        put(&mut top, "mode", self.mode.map(|mode| json!(mode.as_str())));
        let status = &self.status;
        for (key, colours) in [
            ("brand", &self.brand),
            ("accent", &self.accent),
            ("background", &self.background),
            ("danger", &status.danger),
            ("success", &status.success),
            ("warning", &status.warning),
        ] {
            put(&mut top, key, modes(colours, |colour| json!(colour.as_entered())));
        }
        put(&mut top, "neutral", self.neutral.as_ref().map(neutral));
        put(&mut top, "radius", self.radius.map(|radius| json!(radius)));
        put(&mut top, "density", self.density.map(|density| json!(density.as_str())));
        put(&mut top, "font", self.font.as_ref().map(font));
        put(&mut top, "font_scale", self.font_scale.map(|scale| json!(scale.factor())));
        put(&mut top, "shadow", self.shadow.map(|shadow| json!(shadow.as_str())));
        put(&mut top, "border", self.border.map(|border| json!(border.as_str())));
        put(&mut top, "contrast", self.contrast.map(|contrast| json!(contrast.as_str())));
        put(&mut top, "motion", self.motion.map(|motion| json!(motion.as_str())));
        put(&mut top, "logo", self.logo_json());
        put(&mut top, "favicon", self.favicon.as_ref().map(|file| json!(file.as_str())));
        put(&mut top, "links", self.links_json());
        put(&mut top, "picker", self.picker.map(|picker| json!(picker.as_str())));
        let layout = &self.layout;
        put(&mut top, "width", layout.width.map(|width| json!(width.pixels())));
        put(&mut top, "backdrop", layout.backdrop.map(|backdrop| json!(backdrop.as_str())));
        put(&mut top, "close_button", layout.close_button.map(|shown| json!(shown)));
        put(&mut top, "secret_reveal", layout.secret_reveal.map(|shown| json!(shown)));
        put(&mut top, "badge", self.badge.map(|badge| json!(badge)));
        put(&mut top, "tokens", self.tokens_json());
        Value::Object(top)
    }

    /// Each value that is set, by its path: what a difference compares and "where does this come from" looks up.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, String)> {
        let mut entries = Vec::new();
        flatten(&self.to_json(), String::new(), &mut entries);
        entries
    }

    fn logo_json(&self) -> Option<Value> {
        let mut logo = Map::new();
        put(&mut logo, "light", self.logo.light.as_ref().map(|file| json!(file.as_str())));
        put(&mut logo, "dark", self.logo.dark.as_ref().map(|file| json!(file.as_str())));
        put(&mut logo, "height", self.logo.height.map(|height| json!(height)));
        put(&mut logo, "align", self.logo.align.map(|align| json!(align.as_str())));
        put(&mut logo, "plate", modes(&self.logo.plate, |plate| json!(plate)));
        filled(logo)
    }

    fn links_json(&self) -> Option<Value> {
        let (mut map, links) = (Map::new(), &self.links);
        for (name, link) in [("help", &links.help), ("privacy", &links.privacy), ("terms", &links.terms)] {
            put(&mut map, name, link.as_ref().map(|link| json!(link.as_str())));
        }
        put(&mut map, "support_email", links.support_email.as_ref().map(|email| json!(email.as_str())));
        filled(map)
    }

    fn tokens_json(&self) -> Option<Value> {
        let mut both = Map::new();
        for (mode, tokens) in [("light", &self.tokens.light), ("dark", &self.tokens.dark)] {
            let named =
                tokens.iter().map(|(token, colour)| (token.name().to_owned(), json!(colour.as_entered())));
            put(&mut both, mode, filled(named.collect()));
        }
        filled(both)
    }
}

fn put(map: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        map.insert(key.to_owned(), value);
    }
}

fn filled(map: Map<String, Value>) -> Option<Value> {
    (!map.is_empty()).then_some(Value::Object(map))
}

fn modes<T>(both: &PerMode<Option<T>>, value: impl Fn(&T) -> Value) -> Option<Value> {
    let mut map = Map::new();
    put(&mut map, "light", both.light.as_ref().map(&value));
    put(&mut map, "dark", both.dark.as_ref().map(&value));
    filled(map)
}

fn neutral(tint: &NeutralTint) -> Value {
    match tint {
        NeutralTint::Brand => json!("auto"),
        NeutralTint::Colour(colour) => json!(colour.as_entered()),
    }
}

fn font(font: &Font) -> Value {
    match font {
        Font::Stack(stack) => json!(stack.as_str()),
        Font::Uploaded(file) => json!(file.as_str()),
    }
}

/// A token's name has a dot of its own; no path is read back, so none is ambiguous.
fn flatten(value: &Value, path: String, entries: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(inner, path, entries);
            }
        }
        Value::String(text) => entries.push((path, text.clone())),
        other => entries.push((path, other.to_string())),
    }
}
