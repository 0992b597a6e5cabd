//! One colour in, a provably readable page out. Pure: settings in, style sheet out.
