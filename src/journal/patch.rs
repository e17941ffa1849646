//! One step of a JSON Patch (RFC 6902), as an entry keeps it.

use crate::plan::named;

named! {
    /// What a step of a JSON Patch does.
    OperationKind {
        /// A value is put in.
        Add = "add",
        /// A value is taken away.
        Remove = "remove",
        /// A value takes the place of another.
        Replace = "replace",
        /// A value goes to another place.
        Move = "move",
        /// A value is put at another place as well.
        Copy = "copy",
        /// A value must be as said, or nothing is changed.
        Test = "test",
    }
}

impl OperationKind {
    /// Whether it names a place that a value comes from.
    #[must_use]
    pub const fn has_from(self) -> bool {
        matches!(self, Self::Move | Self::Copy)
    }

    /// Whether it carries a value.
    #[must_use]
    pub const fn has_value(self) -> bool {
        matches!(self, Self::Add | Self::Replace | Self::Test)
    }
}

/// One step of a patch. It is kept and told, never carried out here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// What it does.
    pub kind: OperationKind,
    /// Where, as a JSON pointer.
    pub path: String,
    /// Where the value comes from.
    pub from: Option<String>,
    /// The value, as JSON text with its fields in order of their names.
    pub value: Option<String>,
}

/// The fault of a pointer that no patch may have, as a code: one that is none by RFC 6901, or that leads into what an
/// object of JavaScript is made of.
///
/// ```
/// use throughline::journal::pointer_fault;
/// assert_eq!(pointer_fault("/goals/0/title"), None);
/// assert_eq!(pointer_fault("goals"), Some("not-a-pointer"));
/// assert_eq!(pointer_fault("/goals/__proto__/title"), Some("pointer-refused"));
/// ```
#[must_use]
pub fn pointer_fault(pointer: &str) -> Option<&'static str> {
    let escaped = |text: &str| text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
    if !(pointer.is_empty() || pointer.starts_with('/')) || !escaped(pointer) {
        return Some("not-a-pointer");
    }
    let refused = |name: &str| matches!(name, "__proto__" | "constructor" | "prototype");
    pointer.split('/').any(refused).then_some("pointer-refused")
}
