//! Numbers with no domain: quantiles, intervals, moments, sketches.
//!
//! Everything here is total: it takes finite numbers and gives a finite number or `None`.

mod autocorrelation;
mod beta;
mod bootstrap;
mod compare;
mod decimal;
mod gamma;
mod interval;
mod lagged;
mod maximum;
mod mix;
mod moments;
mod normal;
mod order;
mod quadrature;
mod quantile;
mod reliability;
mod season;
mod shrink;
mod sketch;
mod strata;
mod student;
mod sum;
mod symmetric;
pub mod track;
mod trend;

pub use autocorrelation::autocorrelation;
pub use beta::{incomplete_beta, ln_gamma};
pub use bootstrap::Bootstrap;
pub use compare::{
    Comparison, LEAST_CASES, Terms, Verdict, compare_means, compare_nets, compare_nets_wald, compare_shares,
};
pub use decimal::decimal;
pub use gamma::{chi_square_tail, digamma, normal_two_sided};
pub use interval::{Bounds, Net, mean_bounds, order_statistic_ranks, wilson};
pub use lagged::{FEWEST_PAIRS, Lagged, correlation, lagged, pairs_to_see, seen_with, sidak};
pub use maximum::{EDGE, Ended, Maximum, Sloped, maximum};
pub use mix::{Effect, Mix, Segment, rate_and_mix};
pub use moments::Moments;
pub use normal::normal_quantile;
pub use order::{order, put_in_order};
pub use quadrature::legendre;
pub use quantile::{nearest_rank, nearest_rank_by, sort, type_7, type_7_by};
pub use reliability::alpha_bounds;
pub use season::{Season, kruskal_wallis, season};
pub use shrink::{Shrunk, shrink_means, shrink_shares};
pub use sketch::Sketch;
pub use strata::normal_strata;
pub use student::{student_cdf, student_quantile};
pub use sum::Sum;
pub use symmetric::Symmetric;
pub use trend::{
    CannotTell, Direction, Slope, Trend, mann_kendall, mann_kendall_exact, seasonal_kendall, sen_slope,
};
