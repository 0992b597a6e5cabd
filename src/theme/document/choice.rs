//! The words a theme may choose among. Owns their spelling; must not know what is derived from them.

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// All of them, the usual one first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word in a theme file.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Reads the word.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }
    };
}

choice! {
    /// How much air there is.
    Density {
        /// As designed.
        Normal = "normal",
        /// Less.
        Compact = "compact",
        /// More.
        Roomy = "roomy",
    }
}

choice! {
    /// How a card is lifted off a light ground.
    CardShadow {
        /// A soft shadow.
        Soft = "soft",
        /// A line.
        None = "none",
    }
}

choice! {
    /// How strong the lines are that only decorate; those of fields are always seen.
    BorderStrength {
        /// Just there.
        Hairline = "hairline",
        /// As strong as those of fields.
        Strong = "strong",
        /// Not drawn.
        None = "none",
    }
}

choice! {
    /// How well text has to read, by WCAG's words.
    Contrast {
        /// 4.5:1.
        Aa = "AA",
        /// 7:1.
        Aaa = "AAA",
    }
}

impl Contrast {
    /// The smallest ratio of text.
    #[must_use]
    pub const fn text(self) -> f64 {
        match self {
            Self::Aa => 4.5,
            Self::Aaa => 7.0,
        }
    }
}

choice! {
    /// Whether anything moves.
    Motion {
        /// A little, unless the device says otherwise.
        Auto = "auto",
        /// Nothing.
        Off = "off",
    }
}

choice! {
    /// What lies between the card and somebody else's page.
    Backdrop {
        /// A shade through which the page is seen.
        Dim = "dim",
        /// Nothing.
        None = "none",
        /// The colour of our own pages.
        Page = "page",
    }
}

choice! {
    /// Where in the header the logo stands.
    LogoAlign {
        /// Where reading begins.
        Start = "start",
        /// In the middle.
        Center = "center",
    }
}

choice! {
    /// How integrations are offered.
    PickerStyle {
        /// A row each.
        List = "list",
        /// Tiles.
        Grid = "grid",
        /// Rows with a search field, however few they are.
        Search = "search",
    }
}

choice! {
    /// Typefaces that devices bring along: nothing is loaded for them.
    FontStack {
        /// The device's own.
        System = "system",
        /// Open, friendly letters.
        Humanist = "humanist",
        /// Letters built from circles and lines.
        Geometric = "geometric",
        /// Plain and even, as in Helvetica.
        Grotesque = "grotesque",
        /// Soft ends.
        Rounded = "rounded",
        /// With serifs, made for reading.
        Serif = "serif",
        /// Every letter as wide as the next.
        Mono = "mono",
    }
}

impl FontStack {
    /// The families, as CSS lists them.
    #[must_use]
    pub const fn families(self) -> &'static str {
        match self {
            Self::System => "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif",
            Self::Humanist => "Seravek,Gill Sans Nova,Ubuntu,Calibri,DejaVu Sans,Noto Sans,sans-serif",
            Self::Geometric => "Avenir Next,Avenir,Montserrat,Corbel,URW Gothic,Noto Sans,sans-serif",
            Self::Grotesque => "Inter,Helvetica Neue,Arial Nova,Nimbus Sans,Liberation Sans,Arial,sans-serif",
            Self::Rounded => {
                "ui-rounded,Quicksand,Nunito,Hiragino Maru Gothic ProN,Arial Rounded MT Bold,Calibri,sans-serif"
            }
            Self::Serif => "Charter,Bitstream Charter,Sitka Text,Cambria,Noto Serif,serif",
            Self::Mono => "ui-monospace,SF Mono,Menlo,Cascadia Mono,Consolas,DejaVu Sans Mono,monospace",
        }
    }
}
