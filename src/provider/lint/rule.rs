//! What a rule is. The rules themselves stand in [`super::rules`].

use super::found::Found;
use super::severity::Severity;
use super::subject::Subject;

/// Something that definitions are checked for.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name, as reports and `# allow` comments have it.
    pub name: &'static str,
    /// How grave a remark of it is.
    pub severity: Severity,
    /// What it looks for, in a sentence.
    pub about: &'static str,
    /// What to do about a remark of it.
    pub remedy: &'static str,
    pub(super) check: Check,
}

/// Who finds it.
#[derive(Clone, Copy)]
pub(super) enum Check {
    /// Whoever loads the files.
    Loader,
    /// A look at each entry.
    Entry(fn(&Subject<'_>, &mut Found<'_>)),
    /// The same, but what an alias inherits is its target's matter.
    OwnKeys(fn(&Subject<'_>, &mut Found<'_>)),
    /// A look at all of them together.
    Catalogue(fn(&[Subject<'_>]) -> Vec<AmongAll>),
}

/// What is found among all: the number of the entry, the key in it, and what.
pub(super) type AmongAll = (usize, &'static str, String);
