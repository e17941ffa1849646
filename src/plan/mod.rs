//! The nouns of a plan, valid by construction.
