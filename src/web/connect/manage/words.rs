//! What is known of a connection, in the page's own values.

use crate::{
    clock::Timestamp,
    connection::Health,
    web::connect::{
        form::trouble_view,
        page::{AccountHealth, Day},
    },
};

/// A moment's day, in UTC.
pub fn day(at: Timestamp) -> Day {
    let date = at.date_time().date();
    Day { day: date.day(), month: u8::from(date.month()), year: date.year() }
}

/// How a connection is.
pub fn health(health: Health) -> AccountHealth {
    match health {
        Health::Works => AccountHealth::Works,
        Health::Unchecked => AccountHealth::Unchecked,
        Health::Awaited => AccountHealth::Awaited,
        Health::Trouble(trouble) => AccountHealth::Trouble(trouble_view(trouble)),
    }
}
