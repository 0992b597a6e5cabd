//! Who listens in this process.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::SocketMessage;

/// The sockets of this process, by id.
#[derive(Debug, Default)]
pub struct Sockets(Mutex<HashMap<String, UnboundedSender<String>>>);

impl Sockets {
    /// A new listener.
    pub fn register(&self, id: &str) -> UnboundedReceiver<String> {
        let (sender, receiver) = unbounded_channel();
        self.all().insert(id.to_owned(), sender);
        receiver
    }

    /// Tells a listener the result of its flow, once; false when it does not listen here.
    pub fn tell(&self, id: &str, message: &SocketMessage) -> bool {
        self.tell_text(id, message.text())
    }

    /// The same with a text that was made elsewhere.
    pub fn tell_text(&self, id: &str, text: String) -> bool {
        let listener = self.all().remove(id);
        listener.is_some_and(|listener| listener.send(text).is_ok())
    }

    /// A listener that went away.
    pub fn forget(&self, id: &str) {
        self.all().remove(id);
    }

    /// The ids of all that wait.
    #[must_use]
    pub fn waiting(&self) -> Vec<String> {
        self.all().keys().cloned().collect()
    }

    fn all(&self) -> std::sync::MutexGuard<'_, HashMap<String, UnboundedSender<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
