//! How a server leaves: first it says that it is not ready, later it takes nothing new, and what is under way ends.
//!
//! Owns the phases alone; who waits for one does what it means there.

use tokio::sync::watch;

/// How far the server has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It serves.
    Serving,
    /// It serves, and says that nobody new should come.
    Unready,
    /// It takes nothing new.
    Stopping,
}

/// The phase, for all who wait for the next one.
#[derive(Debug)]
pub struct Drain(watch::Sender<Phase>);

impl Default for Drain {
    fn default() -> Self {
        Self(watch::Sender::new(Phase::Serving))
    }
}

impl Drain {
    /// Goes on to a phase; never back.
    pub fn enter(&self, phase: Phase) {
        self.0.send_if_modified(|current| {
            let goes_on = phase > *current;
            if goes_on {
                *current = phase;
            }
            goes_on
        });
    }

    /// Where it is.
    #[must_use]
    pub fn phase(&self) -> Phase {
        *self.0.borrow()
    }

    /// Waits until nothing new is taken.
    pub async fn stopping(&self) {
        // The sender is our own: it does not end before we do.
        let _ = self.0.subscribe().wait_for(|phase| *phase == Phase::Stopping).await;
    }
}
