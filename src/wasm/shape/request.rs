//! What every picture that needs no board is asked with.

/// Declares what is asked for: what every picture takes, and its own.
macro_rules! requests {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(schemars::JsonSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            /// Width available, CSS pixels; the height follows from it, where none is asked for.
            #[schemars(range(min = 240, max = 4000))]
            pub width: f64,
            /// Device pixels a CSS pixel; left out: 1.
            #[schemars(range(min = 0.25, max = 8))]
            #[serde(skip_serializing_if = "Option::is_none")]
            pub ratio: Option<f64>,
            /// Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
            /// and time does.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub direction: Option<$crate::wasm::shape::geometry::Direction>,
            /// CSS font family; left out: `system-ui, sans-serif`.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub font: Option<String>,
            /// Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub palette: Option<$crate::wasm::shape::geometry::Palette>,
            $($(#[$field_meta])* pub $field: $type,)*
        }
    )+};
}

pub(super) use requests;
