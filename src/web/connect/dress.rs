//! What every page of a journey wears: theme, language, name of the app, and the headers that go with them.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
};

use super::{
    page::{Chrome, ColorScheme, Identity, Surface},
    worn,
};
use crate::{
    recent::Recent,
    store::theme::ThemeLayers,
    theme::{self, ModeChoice},
    web::{
        asset::{self, Assets},
        error::WebError,
        guard, policy_report,
        tr::{self, Language, Tr, Translations, Wording},
    },
};

/// How many style sheets are kept: one for each environment, surface and mode that is in use.
const SHEETS: usize = 256;
/// How many environments' own wordings are kept read.
const WORDINGS: usize = 64;

/// What pages are made with; built once.
pub struct Wardrobe {
    /// Scripts and styles.
    pub assets: Assets,
    /// Texts.
    pub translations: Translations,
    shows_pseudo_locale: bool,
    sheets: Recent<SheetKey, Arc<Sheet>>,
    wordings: Recent<String, Arc<Wording>>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct SheetKey {
    settings: String,
    themes: ThemeLayers,
    mode: Option<&'static str>,
    overlay: bool,
}

/// A theme, ready to be worn.
pub struct Sheet {
    css: Arc<str>,
    csp_hash: String,
    color_scheme: ColorScheme,
    watermark: bool,
    identity: Arc<Identity>,
}

/// What a page wears, before anybody knows what stands on it.
#[derive(Clone, Debug)]
pub struct Dress {
    /// The Connect UI settings, as JSON text.
    pub settings: String,
    /// The published themes that lie over one another.
    pub themes: ThemeLayers,
    /// The theme that the embedder asked for.
    pub theme: Option<ModeChoice>,
    /// The language that was asked for.
    pub language: Option<String>,
    /// Whether the person may choose another one. In a frame that is the embedder's choice, where he made it.
    pub offers_languages: bool,
    /// The app that asks.
    pub app_name: String,
    /// Where the page is shown.
    pub surface: Surface,
    /// The origin that gets the page's messages.
    pub parent_origin: Option<String>,
    /// Who may frame the page, as a CSP source list.
    pub frame_ancestors: String,
}

impl Wardrobe {
    /// Everything that is compiled in.
    #[must_use]
    pub fn new() -> Self {
        Self {
            assets: Assets::bundled(),
            translations: Translations::bundled(),
            shows_pseudo_locale: false,
            sheets: Recent::new(SHEETS),
            wordings: Recent::new(WORDINGS),
        }
    }

    /// The same, where `lang=en-XA` is heard: where somebody develops, not where people connect.
    #[must_use]
    pub fn with_pseudo_locale(self, shown: bool) -> Self {
        Self { shows_pseudo_locale: shown, ..self }
    }

    /// The frame of a page, and the sheet that its policy allows.
    #[must_use]
    pub fn chrome(&self, dress: &Dress, request: &HttpRequest) -> (Chrome, Arc<Sheet>) {
        let sheet = self.sheet(dress);
        let tr = self.reader(dress.language.as_deref(), request);
        let chrome = Chrome {
            tr: tr.worded(self.wording(&dress.themes)),
            offers_languages: dress.offers_languages,
            theme_css: Arc::clone(&sheet.css),
            color_scheme: sheet.color_scheme,
            surface: dress.surface,
            app_name: dress.app_name.clone(),
            script_url: self.assets.script_url().to_owned(),
            parent_origin: dress.parent_origin.clone(),
            event: None,
            back_url: None,
            closable: dress.surface == Surface::Overlay && dress.parent_origin.is_some(),
            close_url: None,
            help_url: None,
            identity: Arc::clone(&sheet.identity),
            watermark: sheet.watermark,
            preview: false,
            time_limit: None,
            reference: None,
        };
        (chrome, sheet)
    }

    /// The texts for a visitor: the language that he or the embedder chose, then what the browser asks for.
    #[must_use]
    pub fn reader(&self, language: Option<&str>, request: &HttpRequest) -> Tr {
        let language = self.asked(chosen(request).as_deref()).or_else(|| self.asked(language));
        let browser = || tr::negotiate(guard::text(request.headers(), "accept-language"));
        self.translations.reader(language.unwrap_or_else(browser))
    }

    /// The language of a tag that somebody asked for by name.
    #[must_use]
    pub fn asked(&self, tag: Option<&str>) -> Option<Language> {
        let tag = tag?;
        if self.shows_pseudo_locale && tag.eq_ignore_ascii_case(Language::PSEUDO.tag()) {
            return Some(Language::PSEUDO);
        }
        tr::supported(tag)
    }

    /// What an environment says in its own words, read once.
    fn wording(&self, themes: &ThemeLayers) -> Option<Arc<Wording>> {
        let text = themes.wording.as_ref().filter(|text| text.as_str() != "{}")?;
        // An unreadable one costs the wording, not the page.
        let read = || Arc::new(Wording::new(&serde_json::from_str(text).unwrap_or_default()));
        Some(self.wordings.get_or_make(text.as_str(), read))
    }

    /// The theme of a dress, made once.
    #[must_use]
    pub fn sheet(&self, dress: &Dress) -> Arc<Sheet> {
        let overlay = dress.surface == Surface::Overlay;
        let mode = dress.theme.map(ModeChoice::as_str);
        let themes = ThemeLayers { wording: None, ..dress.themes.clone() };
        let key = SheetKey { settings: dress.settings.clone(), themes, mode, overlay };
        self.sheets.get_or_make(&key, || Arc::new(Sheet::new(dress)))
    }

    /// An answer with a drawn page and the policy that fits it (security.md F1).
    #[must_use]
    pub fn respond(&self, status: StatusCode, html: String, policy: &Policy<'_>) -> HttpResponse {
        HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .insert_header((header::CONTENT_SECURITY_POLICY, policy.text(&self.assets)))
            // Without its origin a form could not be told from a foreign page's (security.md F2).
            .insert_header((
                header::REFERRER_POLICY,
                if policy.forms { "strict-origin" } else { "no-referrer" },
            ))
            .body(html)
    }
}

/// The language that the address of this very page asks for.
#[must_use]
pub fn chosen(request: &HttpRequest) -> Option<String> {
    let mut parameters = url::form_urlencoded::parse(request.query_string().as_bytes());
    parameters.find(|(name, _)| name == "lang").map(|(_, tag)| tag.into_owned())
}

impl Default for Wardrobe {
    fn default() -> Self {
        Self::new()
    }
}

impl Sheet {
    /// The custom properties.
    #[must_use]
    pub fn css(&self) -> Arc<str> {
        Arc::clone(&self.css)
    }

    /// `style-src` source of the custom properties.
    #[must_use]
    pub fn csp_hash(&self) -> &str {
        &self.csp_hash
    }

    fn new(dress: &Dress) -> Self {
        let worn = worn::layers(&dress.settings, &dress.themes).worn();
        let mode = dress.theme.or(worn.mode).unwrap_or_default();
        let surface = match dress.surface {
            Surface::Hosted | Surface::Embedded => theme::Surface::Hosted,
            Surface::Overlay => theme::Surface::Overlay,
        };
        let css = theme::sheet(&worn, mode, surface);
        Self {
            csp_hash: asset::csp_hash(&css),
            css: css.into(),
            color_scheme: match mode {
                ModeChoice::Light => ColorScheme::Light,
                ModeChoice::Dark => ColorScheme::Dark,
                ModeChoice::System => ColorScheme::System,
            },
            watermark: worn.badge.unwrap_or(true),
            identity: Arc::new(worn::identity(&worn, mode)),
        }
    }
}

/// The Content-Security-Policy of a page.
pub struct Policy<'a> {
    /// The theme's sheet.
    pub sheet: &'a Sheet,
    /// Who may frame the page.
    pub frame_ancestors: &'a str,
    /// What it may run.
    pub scripts: Scripts,
    /// Whether it may send forms.
    pub forms: bool,
}

/// What a page may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// Our script file.
    File,
    /// Our script file, and the shell's inline script.
    FileAndShell,
}

impl Policy<'_> {
    fn text(&self, assets: &Assets) -> String {
        let shell = match self.scripts {
            Scripts::File => String::new(),
            Scripts::FileAndShell => format!(" {}", assets.shell_script_hash()),
        };
        format!(
            "default-src 'none'; script-src 'self'{shell}; style-src {} {}; img-src 'self' data:; font-src 'self'; \
             connect-src 'self'; form-action {}; base-uri 'none'; frame-ancestors {}; \
             require-trusted-types-for 'script'; report-uri {}",
            assets.base_css_hash(),
            self.sheet.csp_hash,
            if self.forms { "'self'" } else { "'none'" },
            self.frame_ancestors,
            policy_report::PATH,
        )
    }
}

/// Draws a page of a session that sends forms.
pub fn draw(
    wardrobe: &Wardrobe,
    dress: &Dress,
    sheet: &Sheet,
    status: StatusCode,
    page: &impl askama::Template,
) -> Result<HttpResponse, WebError> {
    let policy =
        Policy { sheet, frame_ancestors: &dress.frame_ancestors, scripts: Scripts::File, forms: true };
    Ok(wardrobe.respond(status, page.render()?, &policy))
}

/// Draws a page of a session that says something and sends nothing.
pub fn draw_message(
    wardrobe: &Wardrobe,
    dress: &Dress,
    sheet: &Sheet,
    page: &impl askama::Template,
) -> Result<HttpResponse, WebError> {
    let policy =
        Policy { sheet, frame_ancestors: &dress.frame_ancestors, scripts: Scripts::File, forms: false };
    Ok(wardrobe.respond(StatusCode::OK, page.render()?, &policy))
}
