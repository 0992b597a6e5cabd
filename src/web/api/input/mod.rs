//! JSON bodies and query strings into typed values, with the issue list of wire-protocol.md Appendix A.
