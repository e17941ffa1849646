//! Partials to values: a file a family, named variants, with their uncertainty.
