//! Who serves well, fairly: uncertainty counted, small groups protected, nobody named at the bottom (P12).
//!
//! The figures are those that empirical Bayes leaves of each group's own ([`shrink_shares`](crate::stats::shrink_shares),
//! [`shrink_means`](crate::stats::shrink_means)): the raw figures of small groups are the most extreme by chance alone. From
//! what is then believed of each follows the chance that it is above the standard, and from those who may be named at all.

mod chance;
mod chosen;

pub use chance::{chance_of_mean, chance_of_share};
pub use chosen::{FALSE_NAMINGS, chosen, protected};

/// The least number of groups that tells how much groups differ.
pub const LEAST_GROUPS: usize = 5;

/// The least number of cases with which a group may be named, unless more are asked for.
pub const LEAST_CASES: u32 = 10;
