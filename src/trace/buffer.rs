//! What happened and is not written yet. Noting costs a lock and a few strings; when the database is slow, steps are
//! dropped and counted, and no page waits.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use indexmap::IndexMap;

use super::Step;
use crate::{
    clock::Timestamp,
    id::{EnvironmentId, FlowId, SessionId},
};

/// The most steps that wait; what comes on top is dropped.
const MOST_WAITING: usize = 20_000;
/// The most steps of one attempt that wait: whoever reloads a page for ever fills nothing.
const MOST_OF_ONE: usize = 100;
/// The most integrations that are counted by name; the others share one line.
const MOST_COUNTED: usize = 200;

/// Whose step it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A session that has not chosen yet.
    Session(SessionId),
    /// A session's way to an integration, by its key.
    Integration(SessionId, String),
    /// A flow; whose it is stands in its row.
    Flow(FlowId),
    /// A connection that was made before, by the protocol's id.
    Connection(EnvironmentId, String),
}

/// A step, when it happened, and how often in a row.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    pub step: Step,
    pub at: Timestamp,
    pub times: i64,
}

/// How often a step happened at an integration, since the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelCount {
    /// The integration's key; empty where none was chosen or too many have names.
    pub integration_key: String,
    /// The step.
    pub kind: &'static str,
    /// The code of what went wrong; empty where nothing did.
    pub code: &'static str,
    /// How often.
    pub count: u64,
}

/// Takes what happens.
#[derive(Debug, Default)]
pub struct Traces(Mutex<Buffer>);

#[derive(Debug, Default)]
struct Buffer {
    waiting: IndexMap<Subject, Vec<Noted>>,
    count: usize,
    dropped: u64,
    funnel: HashMap<String, HashMap<(&'static str, &'static str), u64>>,
}

impl Traces {
    /// Notes what happened just now.
    pub fn note(&self, at: Timestamp, subject: Subject, step: Step) {
        let mut buffer = self.lock();
        buffer.tally(&subject, &step);
        buffer.push(at, subject, step);
    }

    /// How often each step happened, in no order.
    #[must_use]
    pub fn funnel(&self) -> Vec<FunnelCount> {
        let buffer = self.lock();
        let counted = buffer.funnel.iter().flat_map(|(key, steps)| {
            steps.iter().map(|(&(kind, code), &count)| FunnelCount {
                integration_key: key.clone(),
                kind,
                code,
                count,
            })
        });
        counted.collect()
    }

    /// How many steps were dropped because too many waited.
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.lock().dropped
    }

    /// Everything that waits.
    pub(super) fn take(&self) -> IndexMap<Subject, Vec<Noted>> {
        let mut buffer = self.lock();
        buffer.count = 0;
        std::mem::take(&mut buffer.waiting)
    }

    /// What could not be written.
    pub(super) fn lost(&self, steps: usize) {
        self.lock().dropped += steps as u64;
    }

    fn lock(&self) -> MutexGuard<'_, Buffer> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Buffer {
    fn push(&mut self, at: Timestamp, subject: Subject, step: Step) {
        let is_full = self.count >= MOST_WAITING;
        let steps = match self.waiting.get_mut(&subject) {
            Some(steps) => steps,
            None if is_full => {
                self.dropped += 1;
                return;
            }
            None => self.waiting.entry(subject).or_default(),
        };
        let has_place = !is_full && steps.len() < MOST_OF_ONE;
        match steps.last_mut() {
            Some(last) if last.step == step => {
                last.times += 1;
                last.at = at;
            }
            _ if has_place => {
                steps.push(Noted { step, at, times: 1 });
                self.count += 1;
            }
            _ => self.dropped += 1,
        }
    }

    fn tally(&mut self, subject: &Subject, step: &Step) {
        let key = match subject {
            Subject::Integration(_, key) => key.as_str(),
            _ => "",
        };
        let key = if self.funnel.len() >= MOST_COUNTED && !self.funnel.contains_key(key) { "" } else { key };
        if !self.funnel.contains_key(key) {
            self.funnel.insert(key.to_owned(), HashMap::new());
        }
        let code = step.code().map_or("", super::Code::as_str);
        if let Some(steps) = self.funnel.get_mut(key) {
            *steps.entry((step.kind(), code)).or_default() += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1);

    fn of(session: &str) -> Subject {
        Subject::Integration(SessionId::from_stored(session.to_owned()), "acme".to_owned())
    }

    #[test]
    fn a_page_that_is_loaded_again_and_again_is_one_step() {
        let traces = Traces::default();
        for _ in 0..1000 {
            traces.note(NOW, of("s"), Step::FormShown);
        }
        let taken = traces.take();
        let steps = &taken[&of("s")];
        assert_eq!((steps.len(), steps[0].times), (1, 1000));
        assert_eq!(traces.funnel()[0].count, 1000);
        assert!(traces.take().is_empty());
    }

    #[test]
    fn what_is_too_much_is_dropped_and_counted() {
        let traces = Traces::default();
        for number in 0..MOST_WAITING + 7 {
            traces.note(NOW, of(&number.to_string()), Step::FormShown);
        }
        assert_eq!((traces.take().len(), traces.dropped()), (MOST_WAITING, 7));
        for _ in 0..MOST_OF_ONE {
            traces.note(NOW, of("s"), Step::FormShown);
            traces.note(NOW, of("s"), Step::Sent);
        }
        assert_eq!(traces.take()[&of("s")].len(), MOST_OF_ONE);
    }
}
