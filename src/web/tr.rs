//! Texts in the reader's language. Knows no page.
//!
//! A text is looked up in the reader's language, then in English. Names of apps, services and people
//! go into a text as arguments; a [`Sentence`] keeps them apart from the words, so that a template can
//! set them in bold without ever trusting a translated text as markup.

mod negotiate;
mod sentence;

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use negotiate::negotiate;
pub use sentence::{Segment, Sentence};

type Bundle = FluentBundle<FluentResource>;

/// A language that the pages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, the language of every text's first version.
    English,
    /// German, with the formal "Sie".
    German,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The tag for `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The writing direction for `dir` attributes.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::English | Self::German => "ltr",
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }

    const fn sources(self) -> &'static [&'static str] {
        match self {
            Self::English => &[
                include_str!("../../locales/en/pages.ftl"),
                include_str!("../../locales/en/form.ftl"),
                include_str!("../../locales/en/problems.ftl"),
                include_str!("../../locales/en/flow.ftl"),
                include_str!("../../locales/en/verify.ftl"),
                include_str!("../../locales/en/codes.ftl"),
                include_str!("../../locales/en/reconnect.ftl"),
                include_str!("../../locales/en/manage.ftl"),
                include_str!("../../locales/en/hints.ftl"),
                include_str!("../../locales/en/resume.ftl"),
                include_str!("../../locales/en/share_link.ftl"),
                include_str!("../../locales/en/theme.ftl"),
            ],
            Self::German => &[
                include_str!("../../locales/de/pages.ftl"),
                include_str!("../../locales/de/form.ftl"),
                include_str!("../../locales/de/problems.ftl"),
                include_str!("../../locales/de/flow.ftl"),
                include_str!("../../locales/de/verify.ftl"),
                include_str!("../../locales/de/codes.ftl"),
                include_str!("../../locales/de/reconnect.ftl"),
                include_str!("../../locales/de/manage.ftl"),
                include_str!("../../locales/de/hints.ftl"),
                include_str!("../../locales/de/resume.ftl"),
                include_str!("../../locales/de/share_link.ftl"),
                include_str!("../../locales/de/theme.ftl"),
            ],
        }
    }
}

/// All texts in all languages, parsed once at the start.
#[derive(Clone)]
pub struct Translations {
    english: Arc<Bundle>,
    german: Arc<Bundle>,
}

impl Translations {
    /// Parses the texts that are compiled in.
    #[must_use]
    pub fn bundled() -> Self {
        Self { english: Arc::new(bundle(Language::English)), german: Arc::new(bundle(Language::German)) }
    }

    /// The texts for a reader of `language`.
    #[must_use]
    pub fn reader(&self, language: Language) -> Tr {
        let bundle = match language {
            Language::English => &self.english,
            Language::German => &self.german,
        };
        Tr { language, bundle: Arc::clone(bundle), fallback: Arc::clone(&self.english) }
    }

    /// The texts for a visitor: the address's `lang`, then what the browser asks for, then English.
    #[must_use]
    pub fn for_visitor(&self, lang: Option<&str>, accept_language: Option<&str>) -> Tr {
        self.reader(negotiate(lang, accept_language))
    }
}

impl std::fmt::Debug for Translations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Translations")
    }
}

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks around arguments would end up in copied text; names are isolated by markup.
    bundle.set_use_isolating(false);
    for source in language.sources() {
        // What can be read of a file with a mistake is kept; the tests accept no mistake.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A value inside a text: a name or a number.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A name or another word.
    Text(&'a str),
    /// A number, which may choose between singular and plural.
    Number(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<Value<'a>> for FluentValue<'a> {
    fn from(value: Value<'a>) -> Self {
        match value {
            Value::Text(text) => FluentValue::from(text),
            Value::Number(number) => FluentValue::from(number),
        }
    }
}

/// The texts for one reader. Cheap to clone.
#[derive(Clone)]
pub struct Tr {
    language: Language,
    bundle: Arc<Bundle>,
    fallback: Arc<Bundle>,
}

impl Tr {
    /// The reader's language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The value of the page's `lang` attribute.
    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.language.tag()
    }

    /// The value of the page's `dir` attribute.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        self.language.dir()
    }

    /// A text without arguments.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A text with arguments.
    #[must_use]
    pub fn text_with(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs<'_> =
            arguments.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        self.format(key, Some(&args))
    }

    /// A text in which every argument is set apart, to stand in bold.
    #[must_use]
    pub fn sentence(&self, key: &str, names: &[(&str, &str)]) -> Sentence {
        let marked: FluentArgs<'_> =
            names.iter().map(|(name, value)| (*name, FluentValue::from(sentence::mark(value)))).collect();
        Sentence::parse(&self.format(key, Some(&marked)))
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        look_up(&self.bundle, key, arguments)
            .or_else(|| look_up(&self.fallback, key, arguments))
            .unwrap_or_else(|| format!("MISSING {key}"))
    }
}

impl std::fmt::Debug for Tr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Tr").field(&self.language).finish()
    }
}

fn look_up(bundle: &Bundle, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    // A text with a wrong argument still says the rest; the tests accept no such text.
    let mut ignored = Vec::new();
    Some(bundle.format_pattern(pattern, arguments, &mut ignored).into_owned())
}
