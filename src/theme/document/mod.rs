//! A theme as people write it: every value may be missing, and what is missing is inherited. Owns its shape, its
//! strict reader, its writer and how one lies over another. Must not know where it is stored.

mod choice;
mod layers;
mod layout;
mod read;
mod value;
mod write;

use std::collections::BTreeMap;

pub use choice::{
    Backdrop, BorderStrength, CardShadow, Contrast, Density, FontStack, LogoAlign, Motion, PickerStyle,
};
pub use layers::{Difference, Layer, Layers};
pub use layout::{CardWidth, Layout};
pub use read::DocumentFault;
pub use value::{FileName, FontScale, SupportEmail, WebLink};

use super::{ColourToken, Mode, ModeChoice, PrimaryColour, ThemeSettings};

/// A value for each mode.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerMode<T> {
    /// In light.
    pub light: T,
    /// In dark.
    pub dark: T,
}

impl<T> PerMode<T> {
    /// That of a mode.
    pub const fn of(&self, mode: Mode) -> &T {
        match mode {
            Mode::Light => &self.light,
            Mode::Dark => &self.dark,
        }
    }
}

impl<T> PerMode<Option<T>> {
    /// This over another: what is not set here is the other's.
    fn over(self, below: Self) -> Self {
        Self { light: self.light.or(below.light), dark: self.dark.or(below.dark) }
    }
}

/// A colour for each mode, where it is set.
pub type Colours = PerMode<Option<PrimaryColour>>;

/// The colours of what went wrong, went well, and needs attention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusColours {
    /// What went wrong, or ends something.
    pub danger: Colours,
    /// What went well.
    pub success: Colours,
    /// What needs attention.
    pub warning: Colours,
}

/// What the neutral colours are tinted with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NeutralTint {
    /// The brand.
    Brand,
    /// Hue and strength of another colour.
    Colour(PrimaryColour),
}

/// What letters are set in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Font {
    /// A typeface of the device.
    Stack(FontStack),
    /// An uploaded WOFF2 file.
    Uploaded(FileName),
}

/// The logo in the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logo {
    /// For light grounds; for dark ones too where there is no other.
    pub light: Option<FileName>,
    /// For dark grounds.
    pub dark: Option<FileName>,
    /// Its height in pixels, 16 to 64.
    pub height: Option<u8>,
    /// Where in the header it stands.
    pub align: Option<LogoAlign>,
    /// Whether it lies on a plate, because it would vanish on the ground.
    pub plate: PerMode<Option<bool>>,
}

/// Where the footer leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Help.
    pub help: Option<WebLink>,
    /// The privacy statement.
    pub privacy: Option<WebLink>,
    /// The terms.
    pub terms: Option<WebLink>,
    /// Who answers.
    pub support_email: Option<SupportEmail>,
}

/// A theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeDocument {
    /// Which mode pages show.
    pub mode: Option<ModeChoice>,
    /// The brand's colour.
    pub brand: Colours,
    /// That of links and of the focus ring; the brand's where there is none.
    pub accent: Colours,
    /// That of the page behind the card.
    pub background: Colours,
    /// What says how something went.
    pub status: StatusColours,
    /// What greys are tinted with.
    pub neutral: Option<NeutralTint>,
    /// The radius of fields and buttons in pixels, 0 to 16; that of cards follows.
    pub radius: Option<u8>,
    /// How much air there is.
    pub density: Option<Density>,
    /// What letters are set in.
    pub font: Option<Font>,
    /// How large they are.
    pub font_scale: Option<FontScale>,
    /// How cards are lifted.
    pub shadow: Option<CardShadow>,
    /// How strong the lines are that only decorate.
    pub border: Option<BorderStrength>,
    /// How well text has to read.
    pub contrast: Option<Contrast>,
    /// Whether anything moves.
    pub motion: Option<Motion>,
    /// The logo.
    pub logo: Logo,
    /// The picture in the browser's tab.
    pub favicon: Option<FileName>,
    /// Where the footer leads.
    pub links: Links,
    /// How integrations are offered.
    pub picker: Option<PickerStyle>,
    /// How the card stands on its page.
    pub layout: Layout,
    /// Whether the badge is shown.
    pub badge: Option<bool>,
    /// Colours that are set by hand in place of derived ones.
    pub tokens: PerMode<BTreeMap<ColourToken, PrimaryColour>>,
}

impl ThemeDocument {
    /// The four settings of the protocol, as a theme: a value that is still the product's own counts as not set, so
    /// that the instance's shows.
    #[must_use]
    pub fn of_settings(settings: &ThemeSettings) -> Self {
        let ours = ThemeSettings::default();
        let colour = |mode| {
            let (own, built_in) = (settings.primary(mode), ours.primary(mode));
            (own.shown() != built_in.shown()).then(|| own.clone())
        };
        Self {
            mode: (settings.default_theme != ours.default_theme).then_some(settings.default_theme),
            brand: PerMode { light: colour(Mode::Light), dark: colour(Mode::Dark) },
            badge: (settings.show_watermark != ours.show_watermark).then_some(settings.show_watermark),
            ..Self::default()
        }
    }

    /// The four settings of the protocol, where this theme sets them; else as they were.
    #[must_use]
    pub fn settings(&self) -> ThemeSettings {
        let ours = ThemeSettings::default();
        let colour = |mode| self.brand.of(mode).clone().unwrap_or_else(|| ours.primary(mode).clone());
        ThemeSettings::new(
            colour(Mode::Light),
            colour(Mode::Dark),
            self.mode.unwrap_or(ours.default_theme),
            self.badge.unwrap_or(ours.show_watermark),
        )
    }

    /// The same without what the four settings say.
    #[must_use]
    pub fn beside_settings(self) -> Self {
        Self { mode: None, brand: PerMode::default(), badge: None, ..self }
    }

    /// This over another: what is not set here is the other's.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        let (logo, links, status) = (self.logo, self.links, self.status);
        let tokens = |above: BTreeMap<_, _>, mut below: BTreeMap<_, _>| {
            below.extend(above);
            below
        };
        // A logo and the plate it was judged to need belong together.
        let own_logo = logo.light.is_some() || logo.dark.is_some();
        Self {
            mode: self.mode.or(below.mode),
            brand: self.brand.over(below.brand),
            accent: self.accent.over(below.accent),
            background: self.background.over(below.background),
            status: StatusColours {
                danger: status.danger.over(below.status.danger),
                success: status.success.over(below.status.success),
                warning: status.warning.over(below.status.warning),
            },
            neutral: self.neutral.or(below.neutral),
            radius: self.radius.or(below.radius),
            density: self.density.or(below.density),
            font: self.font.or(below.font),
            font_scale: self.font_scale.or(below.font_scale),
            shadow: self.shadow.or(below.shadow),
            border: self.border.or(below.border),
            contrast: self.contrast.or(below.contrast),
            motion: self.motion.or(below.motion),
            logo: Logo {
                height: logo.height.or(below.logo.height),
                align: logo.align.or(below.logo.align),
                ..if own_logo { logo } else { below.logo }
            },
            favicon: self.favicon.or(below.favicon),
            links: Links {
                help: links.help.or(below.links.help),
                privacy: links.privacy.or(below.links.privacy),
                terms: links.terms.or(below.links.terms),
                support_email: links.support_email.or(below.links.support_email),
            },
            picker: self.picker.or(below.picker),
            layout: self.layout.over(below.layout),
            badge: self.badge.or(below.badge),
            tokens: PerMode {
                light: tokens(self.tokens.light, below.tokens.light),
                dark: tokens(self.tokens.dark, below.tokens.dark),
            },
        }
    }

    /// What the product itself says: every seed has a value.
    #[must_use]
    pub fn built_in() -> Self {
        Self {
            mode: Some(ModeChoice::System),
            brand: PerMode {
                light: Some(PrimaryColour::product_blue()),
                dark: Some(PrimaryColour::product_blue()),
            },
            neutral: Some(NeutralTint::Brand),
            radius: Some(8),
            density: Some(Density::Normal),
            font: Some(Font::Stack(FontStack::System)),
            font_scale: Some(FontScale::USUAL),
            shadow: Some(CardShadow::Soft),
            border: Some(BorderStrength::Hairline),
            contrast: Some(Contrast::Aa),
            motion: Some(Motion::Auto),
            logo: Logo { height: Some(28), align: Some(LogoAlign::Start), ..Logo::default() },
            picker: Some(PickerStyle::List),
            layout: Layout::built_in(),
            badge: Some(true),
            ..Self::default()
        }
    }

    /// Every uploaded file that it names.
    pub fn files(&self) -> impl Iterator<Item = &FileName> {
        let font = match &self.font {
            Some(Font::Uploaded(file)) => Some(file),
            _ => None,
        };
        [self.logo.light.as_ref(), self.logo.dark.as_ref(), self.favicon.as_ref(), font].into_iter().flatten()
    }
}
