//! What an account may do, in one word.

/// The role of an account. What each may do stands in one table, `web/admin/access.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Everything, people too. There is always at least one.
    Owner,
    /// Changes what an environment holds.
    Editor,
    /// Looks, and changes nothing.
    Viewer,
}

impl Role {
    /// All of them, who may most first.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Editor, Self::Viewer];

    /// The word that is stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Editor => "editor",
            Self::Viewer => "viewer",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}
