//! A customer as the models of purchases see it.

/// What is known of one customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Buyer {
    /// Who, as the data name them.
    pub customer: String,
    /// Purchases after the first; several of one day are one.
    pub repeats: u32,
    /// From the first purchase to the last one, in the unit of time; 0 without a repeat.
    pub last: f64,
    /// From the first purchase to the end of observation.
    pub age: f64,
    /// What the repeats were worth, where that is known.
    pub spend: Option<Spend>,
    /// What was spent in all, the first purchase included, where that is known.
    pub spent: Option<f64>,
}

/// What repeat purchases were worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spend {
    /// The mean of one, above 0.
    pub mean: f64,
    /// Of how many, at least one.
    pub n: u32,
}

impl Buyer {
    /// The most repeats that are read: more than days in a life.
    pub const MOST: u32 = 100_000;
}
