//! Measures: the fields that each family has.

use std::collections::BTreeMap;

use serde::Serialize;

use super::TallyCounts;
use super::family::{
    CountsFamily, CustomersFamily, DurationFamily, ItemsFamily, NpsFamily, RetentionFamily, ScaleFamily,
    SlaFamily, TallyFamily,
};
use crate::data;
use crate::format::json::scalar::{Text, Weight, Word};

/// One thing measured: what it is, and in which columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum MappingMeasure {
    /// Creation to resolution, or to first reply.
    Duration(DurationMeasure),
    /// Kept by the due time, or within a limit of the creation.
    Sla(SlaMeasure),
    /// Satisfaction or agreement.
    Scale(ScaleMeasure),
    /// Would they recommend, or how easy it was made.
    Nps(NpsMeasure),
    /// Kept of all.
    Retention(RetentionMeasure),
    /// A count of a count.
    Counts(CountsMeasure),
    /// Several counts and sums, by the names that the family's formula has for them.
    Tally(TallyMeasure),
    /// Customers by when they came and when they left.
    Customers(CustomersMeasure),
    /// Answers to several items of a survey.
    Items(ItemsMeasure),
}

/// Declares the fields of a family, after the id, kind and date that all measures have.
macro_rules! measure {
    ($($(#[$meta:meta])* $name:ident: $family:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The id; KPIs read it by this name.
            pub id: Text,
            /// What is measured.
            pub kpi: $family,
            /// The column of the date that puts a row in a period, where it is not the family's own.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub date: Option<Text>,
            $($(#[$field_meta])* pub $field: $type,)*
        }
    )+};
}

measure! {
    /// A length of time.
    DurationMeasure: DurationFamily {
        /// The limit of `share-within`, in seconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        limit: Option<Weight>,
        /// Which hours count; `calendar` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours: Option<Word<data::Hours>>,
        /// For `resolution-time`: which resolution ends a case; `last` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        resolved: Option<Word<data::Resolved>>,
    }

    /// Kept by the due time.
    SlaMeasure: SlaFamily {
        /// What it is a share of; `due` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        denominator: Option<Word<data::SlaBasis>>,
        /// Seconds from creation to due, where there is no column for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        limit: Option<Weight>,
        /// Which hours the limit counts; `calendar` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        hours: Option<Word<data::Hours>>,
        /// Which resolution ends a case; `last` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        resolved: Option<Word<data::Resolved>>,
    }

    /// An answer on a scale.
    ScaleMeasure: ScaleFamily {
        /// The column of the answer.
        column: Text,
        /// The best answer; 5 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 100)))]
        scale: Option<i32>,
        /// What words stand for.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        words: BTreeMap<String, i32>,
    }

    /// An answer on the scale of its family: 0 to 10, 1 to 7 or 1 to 5.
    NpsMeasure: NpsFamily {
        /// The column of the answer.
        column: Text,
        /// What words stand for.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        words: BTreeMap<String, i32>,
    }

    /// Kept or lost.
    RetentionMeasure: RetentionFamily {
        /// The column that tells.
        column: Text,
        /// What says that one was lost.
        lost: Vec<String>,
        /// What says that one was kept; all else where absent.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        kept: Vec<String>,
    }

    /// A part of a whole.
    CountsMeasure: CountsFamily {
        /// The column of all.
        denominator: Text,
        /// The column of those that count.
        #[serde(skip_serializing_if = "Option::is_none")]
        numerator: Option<Text>,
        /// The column of those that do not, instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        complement: Option<Text>,
    }
}

measure! {
    /// Several counts and sums.
    TallyMeasure: TallyFamily {
        /// Where each count comes from, by the name that the family has for it in docs/kpis.md.
        #[serde(skip_serializing_if = "TallyCounts::is_empty")]
        counts: TallyCounts,
        /// What there was before the first row, for a backlog; 0 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        opening: Option<Weight>,
        /// How the estimate came about, for deflection.
        #[serde(skip_serializing_if = "Option::is_none")]
        estimate: Option<Text>,
        /// The column of the customer: for first contacts told by whether the same customer came again, and for what
        /// customers are worth, by their purchases.
        #[serde(skip_serializing_if = "Option::is_none")]
        customer: Option<Text>,
        /// For `clv`: the rate a year by which what comes later is worth less, such as 0.1.
        #[serde(skip_serializing_if = "Option::is_none")]
        discount: Option<Weight>,
        /// The column of what a contact was about; one about something else is no repeat.
        #[serde(skip_serializing_if = "Option::is_none")]
        topic: Option<Text>,
        /// How many days later a contact still is a repeat: 7, 14, 30.
        #[serde(skip_serializing_if = "Option::is_none")]
        window: Option<Weight>,
        /// Whether contacts that are repeats themselves are counted too (`count`, where absent) or left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        repeats: Option<RepeatContacts>,
    }

    /// Customers by when they came and when they left.
    CustomersMeasure: CustomersFamily {
        /// The column of when they came.
        began: Text,
        /// The column of when they left; empty while they are there.
        ended: Text,
        /// How many there were before the first row; 0 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        opening: Option<Weight>,
    }

    /// Answers to several items of a survey, on one scale.
    ItemsMeasure: ItemsFamily {
        /// The columns of the answers, two or more.
        #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
        columns: Vec<Text>,
        /// The best answer; 5 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 100)))]
        scale: Option<i32>,
        /// What words stand for.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        words: BTreeMap<String, i32>,
    }
}

/// What becomes of contacts that are repeats themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RepeatContacts {
    /// They are contacts like any other, judged by what follows them.
    Count,
    /// They are left out: first contacts alone are judged.
    LeaveOut,
}
