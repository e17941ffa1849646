//! The plan as JSON, version 1, and its schema.
