//! What the form of a new link says, and what is wrong with it.

use crate::{mail::EmailAddress, store::connect_session::EndUser, web::admin::page::Entry};

const LONGEST: usize = 255;
/// Hours, and how they are said.
pub const LIFETIMES: [(i64, &str); 6] =
    [(1, "1 hour"), (8, "8 hours"), (24, "1 day"), (72, "3 days"), (168, "7 days"), (720, "30 days")];
/// What is chosen at first.
pub const USUAL: i64 = 24;

/// A form of a new link.
pub struct NewLink {
    /// The application's own id of the person.
    pub person_id: Entry,
    /// E-mail address.
    pub email: Entry,
    /// The person's name.
    pub name: Entry,
    /// Keys of the chosen integrations; none means all.
    pub integrations: Vec<String>,
    /// How long it is good, in hours.
    pub hours: i64,
    /// Whether it is over after the first success.
    pub is_once: bool,
    /// Whether a code is sent to the address first.
    pub asks_for_code: bool,
}

impl Default for NewLink {
    fn default() -> Self {
        Self {
            person_id: Entry::default(),
            email: Entry::default(),
            name: Entry::default(),
            integrations: Vec::new(),
            hours: USUAL,
            is_once: true,
            asks_for_code: false,
        }
    }
}

impl NewLink {
    /// Reads what was sent. Only integrations that exist, and lifetimes that are offered.
    pub fn read(form: &[(String, String)], exists: impl Fn(&str) -> bool, can_mail: bool) -> Self {
        let value =
            |name: &str| form.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.trim());
        let chosen = form.iter().filter(|(name, key)| name == "integration" && exists(key));
        let hours = value("hours").parse().unwrap_or(USUAL);
        let mut new = Self {
            person_id: Entry::new(value("person_id")),
            email: Entry::new(value("email")),
            name: Entry::new(value("name")),
            integrations: chosen.map(|(_, key)| key.clone()).collect(),
            hours: if LIFETIMES.iter().any(|(known, _)| *known == hours) { hours } else { USUAL },
            is_once: value("once") == "1",
            asks_for_code: can_mail && value("code") == "1",
        };
        new.check();
        new
    }

    fn check(&mut self) {
        let too_long = |entry: &Entry| {
            let long = entry.value.chars().count() > LONGEST || entry.value.chars().any(char::is_control);
            long.then(|| format!("Enter at most {LONGEST} characters on one line"))
        };
        self.person_id.problem = too_long(&self.person_id).or_else(|| {
            self.person_id
                .value
                .is_empty()
                .then(|| "Enter the id that your application knows the person by".to_owned())
        });
        self.name.problem = too_long(&self.name);
        self.email.problem = if self.email.value.is_empty() {
            self.asks_for_code.then(|| "The code needs an address to go to".to_owned())
        } else {
            EmailAddress::parse(&self.email.value)
                .is_none()
                .then(|| "This is not an e-mail address".to_owned())
        };
    }

    /// Whether anything is wrong.
    pub fn is_wrong(&self) -> bool {
        [&self.person_id, &self.email, &self.name].iter().any(|entry| entry.problem.is_some())
    }

    /// Whom it is for.
    pub fn person(&self) -> EndUser {
        let filled = |entry: &Entry| (!entry.value.is_empty()).then(|| entry.value.clone());
        EndUser {
            id: self.person_id.value.clone(),
            email: filled(&self.email),
            display_name: filled(&self.name),
            tags: None,
        }
    }
}
