//! Texts in the reader's language. Knows no page.
//!
//! A text is looked up in the reader's language, then in English. Names of apps, services and people
//! go into a text as arguments; a [`Sentence`] keeps them apart from the words, so that a template can
//! set them in bold without ever trusting a translated text as markup.

mod language;
mod negotiate;
mod number;
mod packed;
mod pseudo;
mod sentence;
pub mod wording;

use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use language::Language;
pub use negotiate::{negotiate, supported};
pub use sentence::{Segment, Sentence};
pub use wording::Wording;

type Bundle = FluentBundle<FluentResource>;

/// All texts in all languages. A language is unpacked and parsed when somebody first reads it.
#[derive(Clone, Default)]
pub struct Translations(Arc<Languages>);

#[derive(Default)]
struct Languages {
    bundles: [OnceLock<Arc<Bundle>>; Language::MOST],
    pseudo: OnceLock<Arc<Bundle>>,
}

impl Translations {
    /// The texts that are compiled in.
    #[must_use]
    pub fn bundled() -> Self {
        Self::default()
    }

    /// The texts for a reader of `language`.
    #[must_use]
    pub fn reader(&self, language: Language) -> Tr {
        let english = self.bundle(Language::ENGLISH);
        Tr { language, bundle: self.bundle(language), fallback: english, wording: None }
    }

    fn bundle(&self, language: Language) -> Arc<Bundle> {
        let kept = language.number().and_then(|number| self.0.bundles.get(number)).unwrap_or(&self.0.pseudo);
        Arc::clone(kept.get_or_init(|| Arc::new(bundle(language))))
    }
}

impl std::fmt::Debug for Translations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Translations")
    }
}

fn bundle(language: Language) -> Bundle {
    let source = if language == Language::PSEUDO { Language::ENGLISH } else { language };
    let mut bundle = empty_bundle(language);
    // What can be read of a file with a mistake is kept; the tests accept no mistake.
    let resource = FluentResource::try_new(packed::texts(source)).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
    bundle
}

fn empty_bundle(language: Language) -> Bundle {
    let identifier = language.tag().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    // Isolation marks around arguments would end up in copied text; most names are isolated by markup. Only lines from
    // right to left fall apart at a Latin name without them.
    bundle.set_use_isolating(language.is_right_to_left());
    bundle.set_formatter(Some(language.grouping().formatter()));
    if language == Language::PSEUDO {
        bundle.set_transform(Some(pseudo::accented));
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
    wording: Option<Arc<Wording>>,
}

impl Tr {
    /// The same texts with a tenant's own wording over them.
    #[must_use]
    pub fn worded(self, wording: Option<Arc<Wording>>) -> Self {
        Self { wording, ..self }
    }

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

    /// A list of names, as the language puts them: "A, B, and C".
    #[must_use]
    pub fn list(&self, names: &[&str]) -> String {
        let Some((last, before)) = names.split_last() else { return String::new() };
        let Some((first, middle)) = before.split_first() else { return (*last).to_owned() };
        let pair = |key, first: &str, name: &'static str, next: &str| {
            let args: FluentArgs<'_> =
                [("first", FluentValue::from(first)), (name, FluentValue::from(next))].into_iter().collect();
            // The pieces of one text, not texts of their own: the pseudo-locale's brackets stand around the whole.
            self.unmarked(key, Some(&args))
        };
        let begun =
            middle.iter().fold((*first).to_owned(), |list, next| pair("list-middle", &list, "next", next));
        pair(if middle.is_empty() { "list-two" } else { "list-end" }, &begun, "last", last)
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let text = self.unmarked(key, arguments);
        if self.language == Language::PSEUDO { pseudo::bracketed(&text) } else { text }
    }

    fn unmarked(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let own = self.wording.as_ref().and_then(|wording| wording.look_up(self.language, key, arguments));
        own.or_else(|| look_up(&self.bundle, key, arguments))
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
