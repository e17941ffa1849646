//! What crosses the edge outwards, as plain serialisable shapes.

pub mod geometry;
