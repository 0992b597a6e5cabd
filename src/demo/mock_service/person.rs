//! The people who have an account at the mock service.

/// An account's owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Person {
    /// Who is signed in, as long as nobody chooses.
    #[default]
    Alice,
    /// Who else has an account, to connect the wrong one with `prompt=select_account`.
    Bob,
}

impl Person {
    pub(super) const ALL: [Self; 2] = [Self::Alice, Self::Bob];

    pub(super) fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|person| person.id().to_string() == id)
    }

    pub(super) const fn id(self) -> u32 {
        match self {
            Self::Alice => 1,
            Self::Bob => 2,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Alice => "Alice Baker",
            Self::Bob => "Bob Miller",
        }
    }

    pub(super) const fn email(self) -> &'static str {
        match self {
            Self::Alice => "alice@mock.example",
            Self::Bob => "bob@mock.example",
        }
    }
}
