//! What the catalogue promises: every definition loads, every form is right, every value is judged fairly.

mod accept;
mod load;
mod oracle;
mod reference;
