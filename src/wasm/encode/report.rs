//! What reading a table came to.

use super::change::moves;
use super::figure::count;
use super::{Writer, written};
use crate::board::Change;
use crate::data::{IngestReport, RowIssue};

/// What reading a table came to, and what its rows moved.
#[must_use]
pub fn report(report: &IngestReport, moved: &Change) -> String {
    written(|out| read(out, report, moved))
}

/// What a table came to without any board: its report, and the JSON text of its snapshot.
#[must_use]
pub fn summary(report: &IngestReport, snapshot: &str) -> String {
    written(|out| {
        out.object();
        out.key("report");
        read(out, report, &Change::default());
        out.text("snapshot", snapshot);
        out.end_object();
    })
}

fn read(out: &mut Writer, report: &IngestReport, moved: &Change) {
    out.object();
    out.text("source", &report.source);
    out.count("read", report.read);
    out.count("used", report.used);
    out.count("refused", report.refused);
    out.maybe("share", report.share);
    out.count("new", report.new);
    out.count("updated", report.updated);
    count(out, "cases", report.cases);
    if let Some(delimiter) = report.delimiter {
        out.text("delimiter", delimiter.encode_utf8(&mut [0; 4]));
    }
    out.text("hash", &report.hash);
    out.texts("columns", &report.columns);
    out.list_at("issues");
    for each in &report.issues {
        issue(out, each);
    }
    out.end_list();
    out.list_at("warnings");
    for each in &report.warnings {
        out.reason(each.code, &each.params);
    }
    out.end_list();
    out.key("change");
    moves(out, moved);
    out.end_object();
}

fn issue(out: &mut Writer, issue: &RowIssue) {
    out.object();
    out.count("row", issue.row);
    out.count("line", issue.line);
    out.maybe_text("column", issue.column.as_deref());
    out.text("code", issue.code);
    out.params(&issue.params);
    out.end_object();
}
