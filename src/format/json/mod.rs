//! The one decoder of JSON from outside: every issue, each with its pointer.
