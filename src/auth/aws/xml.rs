//! What AWS answers in XML.

use roxmltree::Document;

/// The text of the first element of a name, wherever it stands.
pub(super) fn text(document: &Document<'_>, name: &str) -> Option<String> {
    let element = document.descendants().find(|node| node.tag_name().name() == name)?;
    element.text().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
