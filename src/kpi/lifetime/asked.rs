//! What is asked of lifetime value, and what comes of it.

use super::{Buyer, BuyersLifetime, ContractsLifetime, Purchase, Terms, buyers, contracts, from_purchases};
use crate::calendar::Date;

/// One request.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Customers from a table of their purchases up to a day.
    Purchases {
        /// The rows, in any order.
        purchases: Vec<Purchase>,
        /// The end of observation.
        as_of: Date,
        /// The terms.
        terms: Terms,
    },
    /// Customers summed up already.
    Customers {
        /// The customers.
        buyers: Vec<Buyer>,
        /// The terms.
        terms: Terms,
    },
    /// Cohorts of contracts.
    Contracts {
        /// Of each cohort the customers at first, after the first renewal, and so on.
        cohorts: Vec<Vec<u64>>,
        /// The terms.
        terms: Terms,
        /// The margin a period.
        margin: Option<f64>,
    },
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Lifetime {
    /// Of customers without a contract.
    Buyers(Box<BuyersLifetime>),
    /// Of customers with one.
    Contracts(Box<ContractsLifetime>),
}

/// Answers.
#[must_use]
pub fn lifetime(asked: Asked) -> Lifetime {
    match asked {
        Asked::Purchases { purchases, as_of, terms } => {
            let (found, notes) = from_purchases(&purchases, as_of, terms.unit);
            Lifetime::Buyers(Box::new(buyers(found, terms, notes)))
        }
        Asked::Customers { buyers: found, terms } => {
            Lifetime::Buyers(Box::new(buyers(found, terms, Vec::new())))
        }
        Asked::Contracts { cohorts, terms, margin } => {
            Lifetime::Contracts(Box::new(contracts(&cohorts, terms, margin)))
        }
    }
}
