//! Delimited text to records.
