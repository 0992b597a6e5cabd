//! A theme as a file: its values, and its logos and font beside them. Owns the format; must not know who stores it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};

use super::{CheckedFile, DocumentFault, FileName, Font, Purpose, ThemeDocument, check_file};

/// What was read.
#[derive(Debug)]
pub struct ThemeFile {
    /// The values.
    pub document: ThemeDocument,
    /// The files that are in it.
    pub files: Vec<CheckedFile>,
}

/// Reads a theme file strictly.
pub fn read(text: &str) -> Result<ThemeFile, Vec<DocumentFault>> {
    let fault = |path: &str, message: String| DocumentFault { path: path.to_owned(), message };
    let mut value: Value =
        serde_json::from_str(text).map_err(|error| vec![fault("", format!("This is not JSON: {error}"))])?;
    let files = value.as_object_mut().and_then(|map| map.shift_remove("files"));
    let document = ThemeDocument::read(&value);
    let mut faults = document.as_ref().err().cloned().unwrap_or_default();
    let mut read = Vec::new();
    let no_object = "This has to be an object of files by name".to_owned();
    match files {
        None => {}
        Some(Value::Object(map)) => {
            for (name, body) in &map {
                match file(name, body, document.as_ref().ok()) {
                    Ok(checked) => read.push(checked),
                    Err(message) => faults.push(fault(&format!("files.{name}"), message)),
                }
            }
        }
        Some(_) => faults.push(fault("files", no_object)),
    }
    match document {
        Ok(document) if faults.is_empty() => Ok(ThemeFile { document, files: read }),
        _ => Err(faults),
    }
}

fn file(name: &str, body: &Value, document: Option<&ThemeDocument>) -> Result<CheckedFile, String> {
    let bytes = body.as_str().and_then(|text| STANDARD.decode(text).ok());
    let bytes = bytes.ok_or_else(|| "This has to be a text in base64".to_owned())?;
    let is_font = document.is_some_and(
        |document| matches!(&document.font, Some(Font::Uploaded(font)) if font.as_str() == name),
    );
    let names = |file: Option<&FileName>| file.is_some_and(|file| file.as_str() == name);
    let is_icon = document.is_some_and(|document| {
        names(document.favicon.as_ref())
            && !names(document.logo.light.as_ref())
            && !names(document.logo.dark.as_ref())
    });
    let purpose = if is_font || bytes.starts_with(b"wOF2") {
        Purpose::Font
    } else if is_icon {
        Purpose::Icon
    } else {
        Purpose::Logo
    };
    let checked = check_file(&bytes, purpose).map_err(|refusal| refusal.to_string())?;
    if checked.name.as_str() != name {
        return Err(format!("The name is not the hash of the file, which is {}", checked.name));
    }
    Ok(checked)
}

/// Writes a theme file.
#[must_use]
pub fn write(document: &ThemeDocument, files: &[(String, Vec<u8>)]) -> String {
    let mut value = document.to_json();
    if let (false, Some(map)) = (files.is_empty(), value.as_object_mut()) {
        let bodies: Map<String, Value> =
            files.iter().map(|(name, body)| (name.clone(), json!(STANDARD.encode(body)))).collect();
        map.insert("files".to_owned(), Value::Object(bodies));
    }
    format!("{value:#}\n")
}
