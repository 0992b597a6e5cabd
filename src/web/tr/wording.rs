//! A tenant's own texts over ours: which can be written, and how they are read. Knows no page and no table.
//!
//! They are texts with variables, never markup: a page prints them escaped like any other.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{Bundle, Language, empty_bundle, look_up, packed, sentence};

/// The longest text, in characters.
pub const LONGEST: usize = 2000;

/// Texts of the files that only admin shows; they are not the tenant's to word.
const OF_ADMIN: &str = "code-";

/// A tenant's texts, ready to be read.
pub struct Wording(Vec<(Language, Bundle)>);

/// Why a text is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordingProblem {
    /// There is no text of that key.
    #[error("There is no text of this name")]
    UnknownKey,
    /// It is too long.
    #[error("Write at most {LONGEST} characters")]
    TooLong,
    /// It is empty.
    #[error("Write a text, or go back to the default")]
    Empty,
    /// It names what the original has not.
    #[error("{{ ${0} }} is not known here. Use only the names that stand in the default")]
    UnknownVariable(String),
    /// Its braces cannot be read.
    #[error("The braces cannot be read. A name stands between them like this: {{ $app }}")]
    Unreadable,
    /// It wants more than names and plurals.
    #[error("Only names and plural forms may stand between braces")]
    NotAllowed,
    /// It has characters that nobody sees.
    #[error("The text has invisible control characters. Type it anew")]
    Invisible,
}

impl Wording {
    /// The texts of each language, by key. One that cannot be read costs itself alone.
    #[must_use]
    pub fn new(texts: &BTreeMap<String, BTreeMap<String, String>>) -> Self {
        let of = |(tag, texts): (&String, &BTreeMap<String, String>)| {
            let language = Language::of_tag(tag)?;
            let mut bundle = empty_bundle(language);
            for (key, text) in texts {
                if let Ok(resource) = resource(key, text) {
                    bundle.add_resource_overriding(resource);
                }
            }
            Some((language, bundle))
        };
        Self(texts.iter().filter_map(of).collect())
    }

    pub(super) fn look_up(
        &self,
        language: Language,
        key: &str,
        arguments: Option<&FluentArgs<'_>>,
    ) -> Option<String> {
        let (_, bundle) = self.0.iter().find(|(of, _)| *of == language)?;
        look_up(bundle, key, arguments)
    }
}

impl std::fmt::Debug for Wording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wording")
    }
}

/// The texts that a tenant may word anew, as they stand in a language's files, by key.
#[must_use]
pub fn originals(language: Language) -> BTreeMap<String, String> {
    let source = packed::texts(language);
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut key = None;
    for line in source.lines() {
        let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
        match line.split_once(" =").filter(|_| begins) {
            Some((name, text)) => {
                key = Some(name.to_owned()).filter(|name| !name.starts_with(OF_ADMIN));
                if let Some(key) = &key {
                    texts.insert(key.clone(), text.trim_start().to_owned());
                }
            }
            None => {
                if let Some(text) = key.as_ref().and_then(|key| texts.get_mut(key)) {
                    text.push('\n');
                    text.push_str(line.strip_prefix("    ").unwrap_or(line));
                }
            }
        }
    }
    texts.into_iter().map(|(key, text)| (key, text.trim().to_owned())).collect()
}

/// Whether a tenant may say that text under that key, in the place of the English original.
pub fn check(key: &str, text: &str) -> Result<(), WordingProblem> {
    let originals = originals(Language::ENGLISH);
    let original = originals.get(key).ok_or(WordingProblem::UnknownKey)?;
    if text.trim().is_empty() {
        return Err(WordingProblem::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(WordingProblem::TooLong);
    }
    if text
        .chars()
        .any(|character| character != '\n' && character.is_control() || sentence::is_mark(character))
    {
        return Err(WordingProblem::Invisible);
    }
    let known = variables(key, original)?;
    match variables(key, text)?.difference(&known).next() {
        Some(unknown) => Err(WordingProblem::UnknownVariable(unknown.clone())),
        None => Ok(()),
    }
}

/// The names between the braces of a text.
pub fn variables(key: &str, text: &str) -> Result<BTreeSet<String>, WordingProblem> {
    let resource = resource(key, text)?;
    let mut entries = resource.entries();
    let (Some(Entry::Message(message)), None) = (entries.next(), entries.next()) else {
        return Err(WordingProblem::Unreadable);
    };
    if message.id.name != key || !message.attributes.is_empty() {
        return Err(WordingProblem::Unreadable);
    }
    let mut found = BTreeSet::new();
    gather(message.value.as_ref().ok_or(WordingProblem::Unreadable)?, &mut found)?;
    Ok(found)
}

fn resource(key: &str, text: &str) -> Result<FluentResource, WordingProblem> {
    // Without plural forms no line is anything but text, whatever it begins with.
    let is_plain = !text.contains("->");
    let mut source = format!("{key} =");
    for line in text.trim().lines() {
        let line = line.trim_end();
        let escape = is_plain && line.trim_start().starts_with(['.', '*', '[']);
        source.push_str(if escape { "\n    {\"\"}" } else { "\n    " });
        source.push_str(line);
    }
    source.push('\n');
    FluentResource::try_new(source).map_err(|_| WordingProblem::Unreadable)
}

fn gather(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) -> Result<(), WordingProblem> {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, found)?;
        }
    }
    Ok(())
}

fn of_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) -> Result<(), WordingProblem> {
    match expression {
        Expression::Inline(inline) => of_inline(inline, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, found)?;
            variants.iter().try_for_each(|variant| gather(&variant.value, found))
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) -> Result<(), WordingProblem> {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
            Ok(())
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => Err(WordingProblem::NotAllowed),
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, sync::Arc};

    use super::{Wording, WordingProblem, check, originals};
    use crate::web::tr::{Language, Translations};

    #[test]
    fn only_the_names_of_the_original_may_stand_in_a_text() {
        assert_eq!(check("done-text", "Now { $app } has it. <b>Fine</b>"), Ok(()));
        assert_eq!(check("done-text", "Fine"), Ok(()));
        assert_eq!(check("picker-count", "{ $count ->\n    [one] One\n   *[other] { $count }\n}"), Ok(()));
        for (text, problem) in [
            ("{ $service }", WordingProblem::UnknownVariable("service".into())),
            ("{ $app", WordingProblem::Unreadable),
            ("a } b", WordingProblem::Unreadable),
            ("{ done-title }", WordingProblem::NotAllowed),
            ("{ NUMBER($app) }", WordingProblem::NotAllowed),
            (" \n ", WordingProblem::Empty),
            ("a\u{7}b", WordingProblem::Invisible),
        ] {
            assert_eq!(check("done-text", text), Err(problem), "{text}");
        }
        assert_eq!(check("done-text", &"x".repeat(2001)), Err(WordingProblem::TooLong));
        assert_eq!(check("code-cancelled", "x"), Err(WordingProblem::UnknownKey));
    }

    #[test]
    fn a_text_cannot_bring_another_one_along() {
        for text in ["Fine\nback = Evil", "Fine\n\n.title = Evil", "Fine\n# Evil", "[one] *two\n.three"] {
            assert_eq!(check("done-text", text), Ok(()), "{text}");
            let texts = BTreeMap::from([(
                "en".to_owned(),
                BTreeMap::from([("done-text".to_owned(), text.to_owned())]),
            )]);
            let tr = Translations::bundled()
                .reader(Language::ENGLISH)
                .worded(Some(Arc::new(Wording::new(&texts))));
            assert_eq!((tr.text("done-text").as_str(), tr.text("back").as_str()), (text, "Back"));
        }
    }

    #[test]
    fn every_original_is_a_text_that_could_be_written() {
        let all = originals(Language::ENGLISH);
        assert!(all.len() > 200);
        for (key, text) in all {
            assert_eq!(check(&key, &text), Ok(()), "{key}");
        }
    }
}
