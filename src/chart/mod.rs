//! Pictures over any plotters backend: layout, theme, one file a view (C2).
