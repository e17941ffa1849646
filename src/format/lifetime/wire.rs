//! The schema of a request for lifetime value.

use schemars::JsonSchema;
use serde::Serialize;

use crate::format::json::scalar::{Day, Number, Text};
use crate::format::wire::wire;

/// What lifetime value is computed from, and on what terms.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum LifetimeRequest {
    /// Customers without a contract, from their purchases.
    Purchases(PurchasesRequest),
    /// The same, summed up already.
    Customers(CustomersRequest),
    /// Customers with a contract, by cohort.
    Contracts(ContractsRequest),
}

/// The terms that requests about buyers share, behind what each is made from.
macro_rules! buyers {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => { wire! {$(
        $(#[$meta])*
        $name {
            /// BG/NBD for how often they buy, Gamma–Gamma for what they spend.
            model: BuyersModel,
            $($(#[$field_meta])* $field: $type,)*
            /// The unit that time is counted in.
            unit: TimeWord,
            /// How far is looked ahead, in that unit; a year where absent.
            #[schemars(extend("exclusiveMinimum" = 0, "maximum" = 100_000))]
            #[serde(skip_serializing_if = "Option::is_none")]
            horizon: Option<f64>,
            /// The rate that a year discounts by, as 0.1 for 10 %; nothing is discounted where absent.
            #[schemars(range(min = 0, max = 10))]
            #[serde(skip_serializing_if = "Option::is_none")]
            discount: Option<f64>,
            /// The share of an amount that is margin; all of it where absent.
            #[schemars(range(min = 0, max = 1))]
            #[serde(skip_serializing_if = "Option::is_none")]
            margin: Option<f64>,
        }
    )+}};
}

buyers! {
    /// Lifetime value of customers without a contract, from a table of purchases.
    PurchasesRequest {
        /// The purchases, in any order; several of one customer on one day are one.
        #[schemars(length(min = 1))]
        purchases: Vec<PurchaseRow>,
        /// The last day that was observed; what came later is left out.
        as_of: Day,
    }

    /// Lifetime value of customers without a contract, from a summary of each.
    CustomersRequest {
        /// The customers.
        #[schemars(length(min = 1))]
        customers: Vec<CustomerSummary>,
    }
}

wire! {
    /// Lifetime value of customers with a contract, from the renewals of their cohorts.
    ContractsRequest {
        /// The shifted beta-geometric.
        model: ContractsModel,
        /// Of each cohort the customers at first, after the first renewal, after the second, and so on.
        #[schemars(length(min = 1))]
        cohorts: Vec<Vec<u64>>,
        /// The time between two renewals.
        unit: TimeWord,
        /// To which renewal is looked ahead; twice as far as is seen where absent.
        #[schemars(range(min = 1, max = 1000))]
        #[serde(skip_serializing_if = "Option::is_none")]
        horizon: Option<u32>,
        /// The rate that a year discounts by, as 0.1 for 10 %; nothing is discounted where absent.
        #[schemars(range(min = 0, max = 10))]
        #[serde(skip_serializing_if = "Option::is_none")]
        discount: Option<f64>,
        /// The margin of one customer between two renewals.
        #[schemars(range(min = 0))]
        #[serde(skip_serializing_if = "Option::is_none")]
        margin: Option<f64>,
    }

    /// One purchase.
    PurchaseRow {
        /// Who bought.
        customer: Text,
        /// On which day.
        date: Day,
        /// For how much; below 0 where something was given back.
        #[serde(skip_serializing_if = "Option::is_none")]
        amount: Option<Number>,
    }

    /// One customer, summed up.
    CustomerSummary {
        /// Who.
        customer: Text,
        /// Purchases after the first one.
        #[schemars(range(max = 100_000))]
        repeats: u32,
        /// From the first purchase to the last one, in the unit of time; 0 without a repeat.
        #[schemars(range(min = 0))]
        last: f64,
        /// From the first purchase to the end of observation.
        #[schemars(range(min = 0))]
        age: f64,
        /// The mean amount of the repeats.
        #[schemars(range(min = 0))]
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
    }
}

/// The model of customers without a contract.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub enum BuyersModel {
    /// Beta-geometric, negative binomial.
    #[serde(rename = "bg-nbd")]
    BgNbd,
}

/// The model of customers with a contract.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub enum ContractsModel {
    /// Shifted beta-geometric.
    #[serde(rename = "sbg")]
    Sbg,
}

/// A unit of time: a month is a twelfth of a year, a year 365.25 days.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TimeWord {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A twelfth of a year.
    Month,
    /// A quarter of a year.
    Quarter,
    /// 365.25 days.
    Year,
}
