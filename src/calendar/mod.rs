//! Calendar days, periods and zone offsets: no clock, no zone database.
//!
//! The core is told the day it is read at (`asOf`) and, where rows carry times, the offsets of their
//! zone; it looks neither up.

mod day;
mod granularity;
mod hours;
mod period;
mod rules;
mod zone;

pub use day::{date_from_day_number, day_number, days_between, parse_date};
pub use granularity::Granularity;
pub use hours::{Fault, OpenTime, Opening, Schedule};
pub use jiff::civil::{Date, DateTime, Time};
pub use period::Period;
pub use rules::{Calendar, Cycle, WeekOne, WeekStart};
pub use zone::Zone;
