//! `GET /webhook-deliveries`: which part of the log.

use serde_json::Value;

use super::issue::Issues;
use super::object::{ObjectReader, Read, read};
use super::text::{Length, whole_number_text};
use crate::store::webhook_delivery::DeliveryState;

const DEFAULT_LIMIT: i64 = 50;
const MOST: u32 = 200;
const STATES: [(&str, DeliveryState); 3] = [
    ("waiting", DeliveryState::Waiting),
    ("delivered", DeliveryState::Delivered),
    ("given_up", DeliveryState::GivenUp),
];

/// Which deliveries are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListDeliveries {
    /// Only those that have come so far.
    pub state: Option<DeliveryState>,
    /// Only those of one connection.
    pub connection_id: Option<String>,
    /// Only those before this one of the last page.
    pub cursor: Option<i64>,
    /// At most so many.
    pub limit: i64,
}

impl ListDeliveries {
    /// Reads the query.
    pub fn read(query: &Value) -> Result<Self, Issues> {
        read(Some(query), |field| field.strict_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let state = object.optional("state", |field| field.choice(&STATES));
        let connection_id = object.optional("connection_id", |field| field.sized(Length::between(1, 255)));
        let cursor = object.optional("cursor", |field| whole_number_text(field, 1, None));
        let limit = object.optional("limit", |field| whole_number_text(field, 1, Some(MOST)));
        Ok(Self {
            state: state?,
            connection_id: connection_id?,
            cursor: cursor?.map(|number| i64::try_from(number).unwrap_or(i64::MAX)),
            limit: limit?.and_then(|number| i64::try_from(number).ok()).unwrap_or(DEFAULT_LIMIT),
        })
    }
}
