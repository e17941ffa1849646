//! One error for the whole crate: a stable code and every issue with its pointer.
