//! Where a series is going (N18, domain section 5): the next values, how sure that is, and what it would take.
//!
//! The method is chosen by what the series shows, and told: a straight line where there are 4 to 7 values; from 8 on
//! Holt–Winters with an additive season where a season shows (Kruskal–Wallis), a damped trend where a trend shows
//! (Mann–Kendall), and else the level alone. All but the line are exponential smoothing in its error-correction form
//! (Hyndman, Koehler, Ord, Snyder, *Forecasting with Exponential Smoothing*, Springer 2008). Periods without a value keep
//! their place: the forecast runs through them and learns nothing there.

mod choose;
mod damped;
mod fit;
mod holt_winters;
mod level;
mod line;
mod needed;
mod outlook;
mod smoothing;

pub use choose::{FEWEST, FEWEST_FOR_CHANCE, LEVEL, TREND_AND_SEASON, forecast};
pub use damped::damped_trend;
pub use holt_winters::{Weights, holt_winters, holt_winters_with};
pub use level::simple;
pub use line::line;
pub use needed::{Needed, needed};
pub use outlook::{Method, Outlook, Step};
