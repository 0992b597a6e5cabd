//! The semantic tokens: the public contract between a theme and a page. Owns their names and which derived
//! colour each one is; must not know how a colour is derived or written.

use super::brand::Brand;
use super::neutral::Neutral;
use super::seeds::Seeds;
use super::status::Statuses;
use super::{Backdrop, BorderStrength, Contrast, Mode, Shape, Srgb8, ThemeDocument};

macro_rules! colour_tokens {
    ($($token:ident $name:literal)*) => {
        /// The 41 tokens that are colours.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ColourToken {
            $(#[doc = concat!("`", $name, "`")] $token,)*
        }

        impl ColourToken {
            /// All of them, in the order of the contract.
            pub const ALL: [Self; 41] = [$(Self::$token,)*];

            /// The name in the contract, such as `bg.page`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$token => $name,)* }
            }
        }
    };
}

colour_tokens! {
    BgPage "bg.page"
    BgSurface "bg.surface"
    BgRaised "bg.raised"
    BgSunken "bg.sunken"
    BgBackdrop "bg.backdrop"
    FgDefault "fg.default"
    FgMuted "fg.muted"
    FgPlaceholder "fg.placeholder"
    FgLink "fg.link"
    FgDisabled "fg.disabled"
    BrandSolid "brand.solid"
    BrandSolidHover "brand.solid-hover"
    BrandSolidActive "brand.solid-active"
    BrandOnSolid "brand.on-solid"
    BrandSoft "brand.soft"
    BrandOnSoft "brand.on-soft"
    DangerSolid "danger.solid"
    DangerOnSolid "danger.on-solid"
    DangerSoft "danger.soft"
    DangerOnSoft "danger.on-soft"
    DangerBorder "danger.border"
    SuccessSolid "success.solid"
    SuccessOnSolid "success.on-solid"
    SuccessSoft "success.soft"
    SuccessOnSoft "success.on-soft"
    SuccessBorder "success.border"
    WarningSolid "warning.solid"
    WarningOnSolid "warning.on-solid"
    WarningSoft "warning.soft"
    WarningOnSoft "warning.on-soft"
    WarningBorder "warning.border"
    InfoSolid "info.solid"
    InfoOnSolid "info.on-solid"
    InfoSoft "info.soft"
    InfoOnSoft "info.on-soft"
    InfoBorder "info.border"
    BorderDefault "border.default"
    BorderStrong "border.strong"
    BorderField "border.field"
    FocusInner "focus.inner"
    FocusOuter "focus.outer"
}

/// All tokens of one mode.
#[derive(Clone, Debug)]
pub struct Tokens {
    mode: Mode,
    colours: [Srgb8; 41],
    outline: Option<Srgb8>,
    shape: Shape,
    seeds: Seeds,
    border: BorderStrength,
    backdrop: Backdrop,
}

impl Tokens {
    /// The mode they are for.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// The colour of a token. That of `bg.backdrop` is laid over the host's page at [`Self::backdrop_alpha`].
    #[must_use]
    pub const fn colour(&self, token: ColourToken) -> Srgb8 {
        self.colours[token as usize]
    }

    /// How much of `bg.backdrop` is seen, of 255.
    #[must_use]
    pub const fn backdrop_alpha(&self) -> u8 {
        match (self.backdrop, self.mode) {
            (Backdrop::Dim, Mode::Light) => 140,
            (Backdrop::Dim, Mode::Dark) => 153,
            (Backdrop::None, _) => 0,
            (Backdrop::Page, _) => u8::MAX,
        }
    }

    /// How well text has to read.
    #[must_use]
    pub const fn contrast(&self) -> Contrast {
        self.seeds.contrast
    }

    /// Whether `border.default` is drawn; a colour set by hand always is.
    #[must_use]
    pub fn draws_lines(&self) -> bool {
        self.border != BorderStrength::None
    }

    /// The colour that was entered and that this token is, or would be if it read; nothing where it is ours alone.
    #[must_use]
    pub fn entered(&self, token: ColourToken) -> Option<Srgb8> {
        use ColourToken as T;
        let seeds = &self.seeds;
        match token {
            T::BrandSolid | T::BrandOnSoft => Some(seeds.brand),
            T::FgLink | T::FocusOuter => Some(seeds.accent),
            T::BgPage => seeds.background,
            T::DangerSolid | T::DangerOnSoft | T::DangerBorder => seeds.danger,
            T::SuccessSolid | T::SuccessOnSoft | T::SuccessBorder => seeds.success,
            T::WarningSolid | T::WarningOnSoft | T::WarningBorder => seeds.warning,
            _ => None,
        }
    }

    /// The line round a brand fill, where the fill does not stand out from its ground by itself.
    #[must_use]
    pub const fn brand_outline(&self) -> Option<Srgb8> {
        self.outline
    }

    /// The tokens that are no colours.
    #[must_use]
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }
}

/// Derives all tokens of a mode from its primary colour.
#[must_use]
pub fn derive(primary: Srgb8, mode: Mode) -> Tokens {
    derived(Seeds::of_brand(primary, mode), &ThemeDocument::default())
}

/// Derives all tokens of a mode from a theme; what it does not set is as the product has it.
#[must_use]
pub fn derive_document(document: &ThemeDocument, mode: Mode) -> Tokens {
    let mut tokens = derived(Seeds::of(document, mode), document);
    for (token, colour) in document.tokens.of(mode) {
        tokens.colours[*token as usize] = colour.shown();
        if *token == ColourToken::BorderDefault {
            tokens.border = BorderStrength::Hairline;
        }
    }
    tokens
}

fn derived(seeds: Seeds, document: &ThemeDocument) -> Tokens {
    let mut neutral = Neutral::of(&seeds);
    let (border, backdrop) = (document.border.unwrap_or(BorderStrength::Hairline), document.layout.backdrop);
    if border == BorderStrength::Strong {
        neutral.line = neutral.line_strong;
    }
    if backdrop == Some(Backdrop::Page) {
        neutral.backdrop = neutral.page;
    }
    let statuses = Statuses::of(&seeds, &neutral.grounds());
    let brand = Brand::of(&seeds, &neutral, &statuses);
    Tokens {
        mode: seeds.mode,
        colours: ColourToken::ALL.map(|token| assigned(token, &neutral, &brand, &statuses)),
        outline: brand.outline,
        shape: Shape::of(seeds.mode, neutral.text, neutral.line, document),
        seeds,
        border,
        backdrop: backdrop.unwrap_or(Backdrop::Dim),
    }
}

fn assigned(token: ColourToken, neutral: &Neutral, brand: &Brand, statuses: &Statuses) -> Srgb8 {
    use ColourToken as T;
    let Statuses { danger, success, warning, info } = statuses;
    match token {
        T::BgPage => neutral.page,
        T::BgSurface => neutral.surface,
        T::BgRaised => neutral.raised,
        T::BgSunken => neutral.sunken,
        T::BgBackdrop => neutral.backdrop,
        T::FgDefault => neutral.text,
        T::FgMuted => neutral.muted,
        T::FgPlaceholder => neutral.placeholder,
        T::FgLink => brand.link,
        T::FgDisabled => neutral.disabled,
        T::BrandSolid => brand.solid,
        T::BrandSolidHover => brand.hover,
        T::BrandSolidActive => brand.active,
        T::BrandOnSolid => brand.on_solid,
        T::BrandSoft => brand.soft,
        T::BrandOnSoft => brand.on_soft,
        T::DangerSolid => danger.solid,
        T::DangerOnSolid => danger.on_solid,
        T::DangerSoft => danger.soft,
        T::DangerOnSoft => danger.on_soft,
        T::DangerBorder => danger.border,
        T::SuccessSolid => success.solid,
        T::SuccessOnSolid => success.on_solid,
        T::SuccessSoft => success.soft,
        T::SuccessOnSoft => success.on_soft,
        T::SuccessBorder => success.border,
        T::WarningSolid => warning.solid,
        T::WarningOnSolid => warning.on_solid,
        T::WarningSoft => warning.soft,
        T::WarningOnSoft => warning.on_soft,
        T::WarningBorder => warning.border,
        T::InfoSolid => info.solid,
        T::InfoOnSolid => info.on_solid,
        T::InfoSoft => info.soft,
        T::InfoOnSoft => info.on_soft,
        T::InfoBorder => info.border,
        T::BorderDefault => neutral.line,
        T::BorderStrong => neutral.line_strong,
        T::BorderField => neutral.line_field,
        T::FocusInner => brand.focus_inner,
        T::FocusOuter => brand.focus_outer,
    }
}
