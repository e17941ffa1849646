//! An error on its way out.

use super::written;
use crate::error::Error;

/// An error: its code, and every issue with its place.
#[must_use]
pub fn failure(error: &Error) -> String {
    written(|out| {
        out.object();
        out.text("code", error.code());
        out.list_at("issues");
        for issue in error.issues() {
            out.object();
            out.text("code", issue.code);
            out.text("path", issue.at.as_str());
            out.params(&issue.params);
            out.end_object();
        }
        out.end_list();
        out.end_object();
    })
}
