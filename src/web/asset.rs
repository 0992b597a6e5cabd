//! Style sheets, scripts and logos of our own, under addresses that change with their content.
//!
//! Knows no request: the route asks [`Assets::find`] and answers with what it gets, cacheable for ever.

mod compact;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use compact::compact;

/// `Cache-Control` of every asset: its address names its content.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

const STYLES: &str = concat!(
    include_str!("../../static/css/layers.css"),
    include_str!("../../static/css/page.css"),
    include_str!("../../static/css/card.css"),
    include_str!("../../static/css/text.css"),
    include_str!("../../static/css/button.css"),
    include_str!("../../static/css/field.css"),
    include_str!("../../static/css/notice.css"),
    include_str!("../../static/css/picker.css"),
    include_str!("../../static/css/message.css"),
    include_str!("../../static/css/manage.css"),
    include_str!("../../static/css/preference.css"),
);

const ADMIN_STYLES: &str = concat!(
    include_str!("../../static/css/admin/layout.css"),
    include_str!("../../static/css/admin/parts.css"),
    include_str!("../../static/css/admin/settings.css"),
    include_str!("../../static/css/admin/theme.css"),
    include_str!("../../static/css/admin/definition.css"),
    include_str!("../../static/css/admin/log.css"),
    include_str!("../../static/css/admin/connection.css"),
);

const DOCS_STYLES: &str = include_str!("../../static/css/docs.css");

const ADMIN_SCRIPT: &str = concat!(
    include_str!("../../static/js/admin/form.js"),
    include_str!("../../static/js/field.js"),
    include_str!("../../static/js/admin/settings.js"),
    include_str!("../../static/js/admin/theme.js"),
    include_str!("../../static/js/admin/definition.js"),
);

const SCRIPT: &str = concat!(
    include_str!("../../static/js/frame.js"),
    include_str!("../../static/js/leave.js"),
    include_str!("../../static/js/submit.js"),
    include_str!("../../static/js/field.js"),
    include_str!("../../static/js/picker.js"),
    include_str!("../../static/js/time.js"),
    include_str!("../../static/js/preview.js"),
    include_str!("../../static/js/draft.js"),
);

const FLOW_SCRIPT: &str = include_str!("../../static/js/flow.js");

const COMPACT_STYLES: ([u8; STYLES.len()], usize) = compact(STYLES);
const COMPACT_SCRIPT: ([u8; SCRIPT.len()], usize) = compact(SCRIPT);
const COMPACT_FLOW_SCRIPT: ([u8; FLOW_SCRIPT.len()], usize) = compact(FLOW_SCRIPT);
const COMPACT_ADMIN_STYLES: ([u8; ADMIN_STYLES.len()], usize) = compact(ADMIN_STYLES);
const COMPACT_DOCS_STYLES: ([u8; DOCS_STYLES.len()], usize) = compact(DOCS_STYLES);
const COMPACT_ADMIN_SCRIPT: ([u8; ADMIN_SCRIPT.len()], usize) = compact(ADMIN_SCRIPT);
const SHELL: &str = include_str!("../../static/js/shell.js");
const COMPACT_SHELL: ([u8; SHELL.len()], usize) = compact(SHELL);

/// The base sheet, for the first `<style>` element of every page.
#[must_use]
pub const fn base_css() -> &'static str {
    compact::text(&COMPACT_STYLES)
}

/// The shell's script, the only one that stands in a page.
#[must_use]
pub const fn shell_script() -> &'static str {
    compact::text(&COMPACT_SHELL)
}

const fn connect_script() -> &'static str {
    compact::text(&COMPACT_SCRIPT)
}

const fn flow_script() -> &'static str {
    compact::text(&COMPACT_FLOW_SCRIPT)
}

const fn admin_css() -> &'static str {
    compact::text(&COMPACT_ADMIN_STYLES)
}

const fn docs_css() -> &'static str {
    compact::text(&COMPACT_DOCS_STYLES)
}

const fn admin_script() -> &'static str {
    compact::text(&COMPACT_ADMIN_SCRIPT)
}

/// The source expression that allows an inline style or script in a Content-Security-Policy: `'sha256-…'`.
#[must_use]
pub fn csp_hash(inline: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inline)))
}

/// A file that every page may use.
#[derive(Clone, Debug)]
pub struct Asset {
    /// `/static/{hash}/{name}`.
    pub path: String,
    /// The file's bytes.
    pub body: &'static [u8],
    /// Its media type.
    pub content_type: &'static str,
    /// SHA-256 of the body in hex.
    pub sha256: String,
}

impl Asset {
    fn new(name: &str, content_type: &'static str, body: &'static [u8]) -> Self {
        let sha256 = hex::encode(Sha256::digest(body));
        Self { path: format!("/static/{}/{name}", &sha256[..16]), body, content_type, sha256 }
    }
}

/// The embedded files and the hashes of what stands in the pages; made once at the start.
#[derive(Clone, Debug)]
pub struct Assets {
    script: Asset,
    flow_script: Asset,
    admin_script: Asset,
    admin_css: Asset,
    docs_css: Asset,
    base_css_hash: String,
    shell_script_hash: String,
}

impl Assets {
    /// Everything that is compiled in.
    #[must_use]
    pub fn bundled() -> Self {
        Self {
            script: Asset::new("connect.js", "text/javascript; charset=utf-8", connect_script().as_bytes()),
            flow_script: Asset::new("flow.js", "text/javascript; charset=utf-8", flow_script().as_bytes()),
            admin_script: Asset::new("admin.js", "text/javascript; charset=utf-8", admin_script().as_bytes()),
            admin_css: Asset::new("admin.css", "text/css; charset=utf-8", admin_css().as_bytes()),
            docs_css: Asset::new("docs.css", "text/css; charset=utf-8", docs_css().as_bytes()),
            base_css_hash: csp_hash(base_css()),
            shell_script_hash: csp_hash(shell_script()),
        }
    }

    /// The asset at `path` (`/static/{hash}/{name}`), if it is one of ours in this very version.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&Asset> {
        [&self.script, &self.flow_script, &self.admin_script, &self.admin_css, &self.docs_css]
            .into_iter()
            .find(|asset| asset.path == path)
    }

    /// The address of the pages' one script.
    #[must_use]
    pub fn script_url(&self) -> &str {
        &self.script.path
    }

    /// The address of what the pages around the service's own add to it.
    #[must_use]
    pub fn flow_script_url(&self) -> &str {
        &self.flow_script.path
    }

    /// The address of admin's script.
    #[must_use]
    pub fn admin_script_url(&self) -> &str {
        &self.admin_script.path
    }

    /// The address of what admin's pages add to the base sheet.
    #[must_use]
    pub fn admin_css_url(&self) -> &str {
        &self.admin_css.path
    }

    /// The address of what the documentation's pages add to admin's.
    #[must_use]
    pub fn docs_css_url(&self) -> &str {
        &self.docs_css.path
    }

    /// `style-src` source of the base sheet.
    #[must_use]
    pub fn base_css_hash(&self) -> &str {
        &self.base_css_hash
    }

    /// `script-src` source of the shell's inline script.
    #[must_use]
    pub fn shell_script_hash(&self) -> &str {
        &self.shell_script_hash
    }
}

#[cfg(test)]
mod tests {
    use super::{Assets, connect_script, shell_script};

    #[test]
    fn an_asset_is_found_under_its_own_address_only() {
        let assets = Assets::bundled();
        let script = assets.find(assets.script_url()).expect("the script is served");
        assert_eq!(script.body, connect_script().as_bytes());
        assert!(script.path.contains(&script.sha256[..16]));
        assert!(assets.find("/static/0000000000000000/connect.js").is_none());
    }

    #[test]
    fn scripts_stay_small_and_leave_markup_alone() {
        assert!(shell_script().len() < 1024, "{}", shell_script().len());
        for script in [connect_script(), shell_script()] {
            assert!(!script.contains("innerHTML"));
            assert!(!script.contains("</"));
        }
    }
}
