//! The definitions that the program carries: every `providers/*.yaml`, listed by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/bundled_providers.rs"));
