//! Who connects: the deprecated `end_user` and `organization` of a session body.
//!
//! Owns their shapes. Must not know where they are stored.

use super::field::Field;
use super::object::Read;
use super::tags::{Tags, end_user_tags};
use super::text::{Length, email};

/// The customer's own user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndUser {
    /// The customer's own id.
    pub id: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Name to show.
    pub display_name: Option<String>,
    /// Free tags, keys in the case in which they were written.
    pub tags: Option<Tags>,
}

impl EndUser {
    /// Reads the object.
    pub fn read(field: Field<'_, '_>) -> Read<Self> {
        field.strict_object(|object| {
            let id = object.required("id", |field| field.sized(Length::between(1, 255)));
            let email = object.optional("email", |field| field.parsed(email));
            let display_name = object.optional("display_name", |field| field.sized(Length::up_to(255)));
            let tags = object.optional("tags", end_user_tags);
            Ok(Self { id: id?, email: email?, display_name: display_name?, tags: tags? })
        })
    }
}

/// The organization of the customer's own user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// The customer's own id; may be empty.
    pub id: String,
    /// Name to show.
    pub display_name: Option<String>,
}

impl Organization {
    /// Reads the object.
    pub fn read(field: Field<'_, '_>) -> Read<Self> {
        field.strict_object(|object| {
            let id = object.required("id", |field| field.sized(Length::up_to(255)));
            let display_name = object.optional("display_name", |field| field.sized(Length::up_to(255)));
            Ok(Self { id: id?, display_name: display_name? })
        })
    }
}
