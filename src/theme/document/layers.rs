//! Themes over one another: built in, instance, environment, session. Owns the order and the answer to "where does
//! this value come from"; must not know where a layer is stored.

use super::ThemeDocument;

/// Whose theme it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The product's.
    BuiltIn,
    /// Of the whole instance.
    Instance,
    /// Of the environment.
    Environment,
    /// A theme of the environment that the session names.
    Named,
    /// The session's own.
    Session,
}

impl Layer {
    /// The word for it, in answers of the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BuiltIn => "built-in",
            Self::Instance => "instance",
            Self::Environment => "environment",
            Self::Named => "named",
            Self::Session => "session",
        }
    }
}

/// Themes over one another, the lowest first; the product's own is always below.
#[derive(Clone, Debug)]
pub struct Layers(Vec<(Layer, ThemeDocument)>);

impl Layers {
    /// Layers above the product's own, in any order; of two of one kind the later one is above.
    #[must_use]
    pub fn new(above: Vec<(Layer, ThemeDocument)>) -> Self {
        let mut all = vec![(Layer::BuiltIn, ThemeDocument::built_in())];
        all.extend(above);
        all.sort_by_key(|(layer, _)| *layer);
        Self(all)
    }

    /// What is worn.
    #[must_use]
    pub fn worn(&self) -> ThemeDocument {
        self.0.iter().fold(ThemeDocument::default(), |below, (_, document)| document.clone().over(below))
    }

    /// Each value that is worn: path, value, and the layer it comes from.
    #[must_use]
    pub fn sources(&self) -> Vec<(String, String, Layer)> {
        let entries: Vec<_> = self.0.iter().map(|(layer, document)| (*layer, document.entries())).collect();
        let source = |path: &str| {
            let has =
                |(_, entries): &&(Layer, Vec<(String, String)>)| entries.iter().any(|one| one.0 == path);
            entries.iter().rev().find(has).map_or(Layer::BuiltIn, |(layer, _)| *layer)
        };
        let worn = self.worn().entries().into_iter();
        worn.map(|(path, value)| (path.clone(), value, source(&path))).collect()
    }
}

/// One value that differs between two themes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Difference {
    /// Where.
    pub path: String,
    /// What it was; nothing where it was inherited.
    pub before: Option<String>,
    /// What it is; nothing where it is inherited.
    pub after: Option<String>,
}

impl ThemeDocument {
    /// What differs between an older theme and this one.
    #[must_use]
    pub fn differences_from(&self, older: &Self) -> Vec<Difference> {
        let (before, after) = (older.entries(), self.entries());
        let find = |all: &[(String, String)], path: &str| {
            all.iter().find(|one| one.0 == path).map(|one| one.1.clone())
        };
        let gone = before.iter().filter(|one| find(&after, &one.0).is_none());
        after
            .iter()
            .chain(gone)
            .map(|(path, _)| Difference {
                path: path.clone(),
                before: find(&before, path),
                after: find(&after, path),
            })
            .filter(|difference| difference.before != difference.after)
            .collect()
    }
}
