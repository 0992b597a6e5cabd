//! Every page of the end user, drawn from samples in every language: well-formed, labelled, free of inline code.

mod gallery;
mod rules;
mod samples;
mod texts;
