//! Dimensions: the columns that split rows into segments.

use serde::Serialize;

use crate::data;
use crate::format::json::scalar::Text;

/// A dimension: its column, or its column and what its values are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum DimensionColumn {
    /// A column of channels, teams or regions.
    Column(Text),
    /// A column whose values may be people.
    Described(Dimension),
}

/// A column that splits rows into segments, and what its values are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// The column.
    pub column: Text,
    /// Whether its values are people: their figures need 20 cases, are drawn towards the whole and rank nobody
    /// who cannot be told apart.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub person: bool,
    /// Whether people may be named in a written snapshot; they are not unless this says so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub publish: bool,
}

impl From<&data::Dimension> for DimensionColumn {
    fn from(dimension: &data::Dimension) -> Self {
        let column = Text::from(&dimension.column);
        match dimension.person {
            false => Self::Column(column),
            true => Self::Described(Dimension { column, person: true, publish: dimension.publish }),
        }
    }
}
