//! Every definition of the reference catalogue is connected and used, against a recorder that plays all services; a
//! second implementation, in Python, says what it must have been asked (`tests/coverage`).

mod authority;
mod journey;
mod oracle;
mod recorder;
mod walk;
