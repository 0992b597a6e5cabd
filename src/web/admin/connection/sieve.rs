//! What the list of connections is limited to, as its address says it.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use crate::{
    clock::Timestamp,
    store::connection::overview::{Health, Key, Leaf, OverviewFilter},
};

const MAX_QUERY: usize = 100;
const A_DAY: i64 = 86_400_000;

/// The query.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sieve {
    /// Part of an id, name or e-mail address.
    pub q: String,
    /// An integration's key.
    pub integration: String,
    /// A health's name.
    pub health: String,
    /// A tag, `team` or `team=red`.
    pub tag: String,
    /// `1`: only those with errors.
    pub errors: String,
    /// Made on this day or later.
    pub from: String,
    /// Made on this day or before.
    pub until: String,
    /// What was just done.
    pub done: String,
    before: String,
    after: String,
}

impl Sieve {
    /// Without what no column holds, and of bounded length.
    #[must_use]
    pub fn cleaned(mut self) -> Self {
        for text in [&mut self.q, &mut self.integration, &mut self.health, &mut self.tag] {
            *text = text.trim().chars().filter(|c| *c != '\0').take(MAX_QUERY).collect();
        }
        for day in [&mut self.from, &mut self.until] {
            if moment(day).is_none() {
                day.clear();
            }
        }
        self
    }

    /// Whether nothing is sieved.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.pairs().iter().all(|(_, value)| value.is_empty())
    }

    /// Whether only the search field is filled in.
    #[must_use]
    pub fn is_search_alone(&self) -> bool {
        self.pairs().iter().all(|(name, value)| value.is_empty() != (*name == "q"))
    }

    /// Whether this is the first page.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.leaf() == Leaf::First
    }

    const fn pairs(&self) -> [(&'static str, &String); 7] {
        [
            ("q", &self.q),
            ("integration", &self.integration),
            ("health", &self.health),
            ("tag", &self.tag),
            ("errors", &self.errors),
            ("from", &self.from),
            ("until", &self.until),
        ]
    }

    /// The same list from another place on.
    #[must_use]
    pub fn address(&self, way: &str, key: Key) -> String {
        let given = self.pairs().into_iter().filter(|(_, value)| !value.is_empty());
        let mut said: Vec<String> = given
            .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
            .collect();
        said.push(format!("{way}={}-{}", key.created_at.0, key.number));
        format!("/admin/connections?{}", said.join("&"))
    }

    /// Where one has leafed to.
    #[must_use]
    pub fn leaf(&self) -> Leaf {
        match (key(&self.before), key(&self.after)) {
            (Some(key), _) => Leaf::Older(key),
            (None, Some(key)) => Leaf::Newer(key),
            (None, None) => Leaf::First,
        }
    }

    /// The statement's filter.
    #[must_use]
    pub fn filter(&self, now: Timestamp) -> OverviewFilter {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let tag = some(&self.tag).map(|tag| match tag.split_once('=') {
            Some((key, value)) => (key.trim().to_owned(), Some(value.trim().to_owned())),
            None => (tag, None),
        });
        OverviewFilter {
            search: some(&self.q),
            integration_key: some(&self.integration),
            tag,
            health: Health::parse(&self.health),
            errors_only: self.errors == "1",
            from: moment(&self.from).unwrap_or(Timestamp(0)),
            until: moment(&self.until).map_or(Timestamp(i64::MAX), |day| day.plus_millis(A_DAY)),
            now,
        }
    }
}

fn moment(day: &str) -> Option<Timestamp> {
    Timestamp::parse_rfc3339(&format!("{day}T00:00:00Z"))
}

fn key(text: &str) -> Option<Key> {
    let (created_at, number) = text.split_once('-')?;
    Some(Key { created_at: Timestamp(created_at.parse().ok()?), number: number.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_list_survives_its_address_and_the_filters_go_with_it() {
        let sieve = Sieve { q: "a&b".to_owned(), tag: "team=red".to_owned(), ..Sieve::default() };
        let key = Key { created_at: Timestamp(1_700_000_000_000), number: 7 };
        let address = sieve.address("before", key);
        assert_eq!(address, "/admin/connections?q=a%26b&tag=team%3Dred&before=1700000000000-7");
        let there = Sieve { before: "1700000000000-7".to_owned(), ..sieve };
        assert_eq!(there.leaf(), Leaf::Older(key));
        assert_eq!(there.filter(Timestamp(0)).tag, Some(("team".to_owned(), Some("red".to_owned()))));
    }
}
