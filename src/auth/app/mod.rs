//! GitHub Apps: `APP` (an installation alone) and `CUSTOM` (with its user's authorization, provider-format.md §2.9).

mod flow;
mod installation;

pub(super) use flow::{arrive, arrive_with_user, awaits, complete, depart, renew};
