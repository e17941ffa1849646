//! What there is to know about a value beside it.

use crate::error::Params;

/// Something to know about a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The stable code.
    pub code: &'static str,
    /// What its sentence needs.
    pub params: Params,
}
