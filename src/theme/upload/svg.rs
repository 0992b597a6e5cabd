//! SVG, written anew from an allow-list: shapes, gradients and how they are painted. What editors leave behind falls
//! away; what runs or reaches outside is refused, so that nobody wonders where it went.

use std::fmt::Write as _;

use roxmltree::{Document, Node, ParsingOptions};

use super::{FileRefusal, Tones};
use crate::theme::{PrimaryColour, Srgb8};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const MAX_NODES: u32 = 20_000;
const MAX_DEPTH: usize = 64;

const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
];

const ATTRIBUTES: &[&str] = &[
    "id",
    "d",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "fx",
    "fy",
    "width",
    "height",
    "points",
    "viewBox",
    "transform",
    "preserveAspectRatio",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "opacity",
    "clip-path",
    "clip-rule",
    "mask",
    "maskUnits",
    "clipPathUnits",
    "gradientUnits",
    "gradientTransform",
    "spreadMethod",
    "offset",
    "stop-color",
    "stop-opacity",
    "color",
    "style",
    "href",
    "role",
    "aria-label",
    "version",
];

/// What the refusal names: each of these would do more than show something.
const ACTIVE: &[&str] = &[
    "script",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "image",
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "set",
    "style",
    "link",
    "feImage",
    "handler",
    "listener",
    "audio",
    "video",
];

/// The file written anew, and how light it is.
pub(super) fn clean(text: &str) -> Result<(String, Tones), FileRefusal> {
    // Without document types there are no entities.
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => refused("it has a document type"),
        other => FileRefusal::Damaged(other.to_string()),
    })?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(FileRefusal::NoPicture);
    }
    let mut writer = Writer { out: String::with_capacity(text.len()), painted: Vec::new() };
    writer.element(root, 0)?;
    let tones = Tones::of(writer.painted.into_iter().map(|colour| (colour, 1.0)));
    Ok((writer.out, tones))
}

fn refused(why: impl Into<String>) -> FileRefusal {
    FileRefusal::ActiveSvg(why.into())
}

struct Writer {
    out: String,
    painted: Vec<Srgb8>,
}

impl Writer {
    fn element(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), FileRefusal> {
        let name = node.tag_name().name();
        if ACTIVE.contains(&name) {
            return Err(refused(format!("it has a {name} element")));
        }
        // Elements of other vocabularies are notes of the program that drew it.
        if node.tag_name().namespace() != Some(SVG) || !ELEMENTS.contains(&name) {
            return Ok(());
        }
        if depth > MAX_DEPTH {
            return Err(refused("its elements are nested too deep"));
        }
        self.out.push('<');
        self.out.push_str(name);
        if depth == 0 {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        self.attributes(node)?;
        self.paint(node);
        self.out.push('>');
        for child in node.children() {
            if child.is_element() {
                self.element(child, depth + 1)?;
            } else if let (true, Some(text)) = (matches!(name, "title" | "desc"), child.text()) {
                escape(&mut self.out, text);
            }
        }
        // Writing to a string cannot fail.
        let _ = write!(self.out, "</{name}>");
        Ok(())
    }

    fn attributes(&mut self, node: Node<'_, '_>) -> Result<(), FileRefusal> {
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            if name.to_ascii_lowercase().starts_with("on") {
                return Err(refused(format!("it has the attribute {name}")));
            }
            let ours = attribute.namespace().is_none() || attribute.namespace() == Some(XLINK);
            if !ours || !ATTRIBUTES.contains(&name) {
                continue;
            }
            check_value(name, value)?;
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(&mut self.out, value);
            self.out.push('"');
        }
        Ok(())
    }

    /// A shape is weighed as one, whatever its size: enough to tell a white logo from a dark one.
    fn paint(&mut self, node: Node<'_, '_>) {
        let shape = ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"];
        if node.tag_name().name() == "stop" {
            self.painted.extend(property(node, "stop-color").as_deref().and_then(colour));
            return;
        }
        let hidden =
            node.ancestors().any(|one| ["clipPath", "mask", "defs"].contains(&one.tag_name().name()));
        if !shape.contains(&node.tag_name().name()) || hidden {
            return;
        }
        let inherited = |name: &str| node.ancestors().find_map(|one| property(one, name));
        match inherited("fill").as_deref() {
            None => self.painted.push(Srgb8::BLACK),
            Some(fill) => self.painted.extend(colour(fill)),
        }
        self.painted.extend(inherited("stroke").as_deref().and_then(colour));
    }
}

/// Addresses lead into the file itself, or nowhere.
fn check_value(name: &str, value: &str) -> Result<(), FileRefusal> {
    let compact: String =
        value.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    let lower = compact.to_ascii_lowercase();
    if name == "href" && !lower.starts_with('#') {
        return Err(refused("it refers to something outside"));
    }
    let mut rest = lower.as_str();
    while let Some(at) = rest.find("url(") {
        rest = &rest[at + 4..];
        if !rest.trim_start_matches(['"', '\'']).starts_with('#') {
            return Err(refused("it refers to something outside"));
        }
    }
    let escapes = name == "style" && (lower.contains('\\') || lower.contains('@') || lower.contains("/*"));
    if escapes
        || lower.contains("javascript:")
        || lower.contains("expression(")
        || lower.contains("image-set(")
    {
        return Err(refused(format!("its attribute {name} could run something")));
    }
    Ok(())
}

fn property(node: Node<'_, '_>, name: &str) -> Option<String> {
    let of_style = node.attribute("style").and_then(|style| {
        let mut pairs = style.split(';').filter_map(|pair| pair.split_once(':'));
        pairs.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_owned())
    });
    of_style.or_else(|| node.attribute(name).map(str::to_owned))
}

fn colour(text: &str) -> Option<Srgb8> {
    if text.eq_ignore_ascii_case("currentcolor") {
        return Some(Srgb8::BLACK);
    }
    PrimaryColour::parse(text).ok().map(|colour| colour.shown())
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}
