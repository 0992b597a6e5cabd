//! What a text looks like with values in it.

use std::{collections::BTreeMap, sync::Arc};

use crate::web::tr::{Language, Translations, Value, Wording, wording};

/// A text as a page would say it; nothing where it cannot be read.
pub(super) fn spoken(
    translations: &Translations,
    language: Language,
    key: &str,
    text: &str,
    app: &str,
) -> Option<String> {
    let names = wording::variables(key, text).ok()?;
    let values: Vec<(&str, Value<'_>)> = names.iter().map(|name| (name.as_str(), value(name, app))).collect();
    let texts = BTreeMap::from([(key.to_owned(), text.to_owned())]);
    let texts = BTreeMap::from([(language.tag().to_owned(), texts)]);
    let tr = translations.reader(language).worded(Some(Arc::new(Wording::new(&texts))));
    Some(tr.text_with(key, &values))
}

fn value<'a>(name: &'a str, app: &'a str) -> Value<'a> {
    match name {
        "app" => app.into(),
        "service" => "Zendesk".into(),
        "person" => "alice@acme.com".into(),
        "count" | "max" => 3.into(),
        "day" => "3".into(),
        "month" => "m5".into(),
        "year" => "2026".into(),
        "time" => "14:05".into(),
        "code" => "123456".into(),
        "host" | "address" => "acme.zendesk.com".into(),
        other => other.into(),
    }
}
