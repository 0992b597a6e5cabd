//! `${…}` templates of provider definitions (provider-format.md §3). Pure; time and randomness come in as parameters.
