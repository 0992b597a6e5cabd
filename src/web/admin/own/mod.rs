//! What belongs to one's own account beside the password: the second step and the sessions.

mod device;
pub mod sessions;
pub mod two_step;

pub use sessions::SessionLine;
