//! `rekey`: what older keys encrypted is encrypted anew with the first one, while the server runs.
//!
//! What is still to be done is read off the rows themselves, so it can be ended and started again at any time. A row
//! is replaced only where it still holds what was read: a write that came in between stays.

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::Outcome;
use crate::{
    checks::{KeyUse, key_use},
    clock::Random,
    config::Settings,
    secret::{Keyring, OpenError, Place},
    store::{
        Db, StoreError,
        sealed_column::{self, COLUMNS, SealedColumn, SealedValue},
    },
};

/// Rows between two lines of progress.
const BATCH: i64 = 500;
/// As many writes are under way.
const AT_ONCE: usize = 16;
/// A process that still has the old keys in the old order may seal with them meanwhile.
const PASSES: usize = 3;
/// As many unreadable rows are named.
const NAMED: usize = 10;

/// The database and the keys.
pub struct Rekey<'a> {
    /// The database.
    pub db: &'a Db,
    /// The keys; the first one is what everything is sealed with afterwards.
    pub keyring: &'a Keyring,
    /// Randomness.
    pub random: &'a Random,
}

/// How far a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The column.
    pub column: &'static str,
    /// How many of its values were looked at.
    pub done: i64,
    /// How many there were to look at.
    pub of: i64,
}

/// A value that no configured key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its column.
    pub column: &'static str,
    /// Its row.
    pub row: String,
    /// Why.
    pub reason: OpenError,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rekeyed {
    /// How many values were sealed anew.
    pub resealed: i64,
    /// What could not be opened.
    pub unreadable: Vec<Unreadable>,
}

/// The command.
pub async fn command(settings: Settings, random: Random) -> Outcome {
    let db = Db::open_as_it_is(&settings.database_url).await?;
    let keyring = Keyring::parse(&settings.encryption_keys)?;
    let rekey = Rekey { db: &db, keyring: &keyring, random: &random };
    let rekeyed = rekey.run(|progress| {
        println!("{}: {} of {}", progress.column, progress.done, progress.of);
    });
    let rekeyed = rekeyed.await?;
    let uses = key_use(&db, &keyring).await?;
    db.close().await;
    println!("{} values were encrypted anew.", rekeyed.resealed);
    told(&uses);
    unreadable(&rekeyed.unreadable)
}

impl Rekey<'_> {
    /// Seals anew until nothing is left of other keys.
    pub async fn run(&self, mut progress: impl FnMut(Progress)) -> Result<Rekeyed, StoreError> {
        let mut all = Rekeyed::default();
        for _ in 0..PASSES {
            all.unreadable.clear();
            let before = all.resealed;
            for column in COLUMNS {
                self.column(column, &mut all, &mut progress).await?;
            }
            if all.resealed == before {
                break;
            }
        }
        Ok(all)
    }

    async fn column(
        &self,
        column: &'static SealedColumn,
        all: &mut Rekeyed,
        progress: &mut impl FnMut(Progress),
    ) -> Result<(), StoreError> {
        let key = self.keyring.key_ids().next().unwrap_or_default();
        let of = sealed_column::count(self.db, column).await?
            - sealed_column::count_of_key(self.db, column, key).await?;
        let (mut done, mut after) = (0, String::new());
        loop {
            let batch = sealed_column::sealed_otherwise(self.db, column, key, &after, BATCH).await?;
            let Some(last) = batch.last() else { return Ok(()) };
            after.clone_from(&last.row);
            done += i64::try_from(batch.len()).unwrap_or(BATCH);
            self.batch(column, batch, all).await?;
            progress(Progress { column: column.name, done, of: of.max(done) });
        }
    }

    /// Each value is a write of its own, so that no row waits for another: SQLite commits them together anyway.
    async fn batch(
        &self,
        column: &'static SealedColumn,
        batch: Vec<SealedValue>,
        all: &mut Rekeyed,
    ) -> Result<(), StoreError> {
        let mut writes = Vec::with_capacity(batch.len());
        for value in batch {
            let place = Place { column: column.name, row: &value.row, environment: &value.environment };
            match self.keyring.reseal(self.random, place, &value.sealed) {
                Ok(new) => writes.push(self.db.write(move |tx| {
                    Box::pin(async move { sealed_column::swap(tx, column, &value, &new).await })
                })),
                Err(reason) => {
                    all.unreadable.push(Unreadable { column: column.name, row: value.row, reason });
                }
            }
        }
        let mut swapped = stream::iter(writes).buffer_unordered(AT_ONCE);
        while let Some(swapped) = swapped.try_next().await? {
            all.resealed += i64::from(swapped);
        }
        Ok(())
    }
}

fn told(uses: &KeyUse) {
    for (index, (id, count)) in uses.by_key.iter().enumerate() {
        match (index, count) {
            (0, _) => println!("The key {id:?} encrypts {count} values, and all new ones."),
            (_, 0) => println!(
                "The key {id:?} is no longer used. Take it out of CONNECT_UI_ENCRYPTION_KEYS an hour after every \
                 process was started with {:?} in the first place: pages that were open before then still hold it.",
                uses.by_key[0].0
            ),
            (_, count) => println!(
                "The key {id:?} still encrypts {count} values. Is there a process that was not started again since \
                 {:?} stands in the first place?",
                uses.by_key[0].0
            ),
        }
    }
}

fn unreadable(rows: &[Unreadable]) -> Outcome {
    if rows.is_empty() {
        return Ok(());
    }
    for row in rows.iter().take(NAMED) {
        eprintln!("{} of row {}: {}", row.column, row.row, row.reason);
    }
    Err(format!(
        "{} values cannot be opened and were left as they are. Where their key is unknown, add it to \
         CONNECT_UI_ENCRYPTION_KEYS and run this again",
        rows.len()
    )
    .into())
}
