//! What every type has that stands for JSON as it is written: it serializes, refuses unknown fields, and has a schema.

/// Declares such types; attributes of their own come behind the shared ones, which they may rely on.
macro_rules! wire {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        $(#[$meta])*
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }
    )+};
}

/// Gives types their JSON Schema, each in the place where it is used.
#[cfg(feature = "schema")]
macro_rules! inline_schemas {
    ($($name:ident: $schema:tt;)+) => {$(
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    )+};
}

#[cfg(feature = "schema")]
pub(super) use inline_schemas;
pub(super) use wire;
