//! What a form makes of what people type and paste.
