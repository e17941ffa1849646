//! From a draft to a plan, or every issue.

use super::{Draft, Plan};
use crate::error::Issue;

/// Checks a draft, adding to the issues found before; none where it cannot be a plan.
pub(crate) fn build(draft: Draft, issues: &mut Vec<Issue>) -> Option<Plan> {
    let _ = (draft, issues);
    None
}
