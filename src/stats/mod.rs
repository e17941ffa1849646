//! Numbers with no domain: quantiles, intervals, moments, sketches.
//!
//! Everything here is total: it takes finite numbers and gives a finite number or `None`.

mod beta;
mod decimal;
mod interval;
mod moments;
mod normal;
mod order;
mod quantile;
mod sketch;
mod student;
mod sum;

pub use decimal::decimal;
pub use interval::{Bounds, Net, mean_bounds, order_statistic_ranks, wilson};
pub use moments::Moments;
pub use normal::normal_quantile;
pub use order::{order, put_in_order};
pub use quantile::{nearest_rank, sort, type_7};
pub use sketch::Sketch;
pub use student::{student_cdf, student_quantile};
pub use sum::Sum;
