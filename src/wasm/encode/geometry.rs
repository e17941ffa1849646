//! Where everything of a picture lies.

use super::Writer;
use super::written;
use crate::chart::{Compact, Geometry, LinkKind};

/// Sizes and boxes of a picture, CSS pixels.
#[must_use]
pub fn geometry(geometry: &Geometry) -> String {
    written(|out| {
        out.object();
        out.number("width", geometry.width);
        out.number("height", geometry.height);
        nodes(out, geometry);
        links(out, geometry);
        let compact = match geometry.compact {
            Compact::Full => "full",
            Compact::Narrow => "narrow",
            Compact::Tiny => "tiny",
        };
        out.text("compact", compact);
        out.end_object();
    })
}

fn nodes(out: &mut Writer, geometry: &Geometry) {
    out.list_at("nodes");
    for spot in &geometry.nodes {
        out.object();
        out.text("id", &spot.id);
        out.number("x", spot.x);
        out.number("y", spot.y);
        out.number("width", spot.width);
        out.number("height", spot.height);
        out.count("row", spot.row as u64);
        out.count("column", spot.column as u64);
        out.end_object();
    }
    out.end_list();
}

fn links(out: &mut Writer, geometry: &Geometry) {
    out.list_at("links");
    for tie in &geometry.links {
        out.object();
        out.text("from", &tie.from);
        out.text("to", &tie.to);
        let kind = match tie.kind {
            LinkKind::Serves => "serves",
            LinkKind::Supports => "supports",
            LinkKind::Drives => "drives",
        };
        out.text("kind", kind);
        out.end_object();
    }
    out.end_list();
}
