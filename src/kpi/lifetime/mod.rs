//! Customer lifetime value (N8): what customers have brought, and what they can be expected to.
//!
//! Where customers come and go without saying so, purchases follow BG/NBD (Fader, Hardie, Lee, "Counting your
//! customers the easy way", Marketing Science 24(2), 2005) and what is spent follows Gamma–Gamma (Fader, Hardie, Lee,
//! "RFM and CLV", Journal of Marketing Research 42(4), 2005). Where they have a contract, and an end of it is seen,
//! renewals follow the shifted beta-geometric (Fader, Hardie, "How to project customer retention", Journal of
//! Interactive Marketing 21(1), 2007). All are fitted by maximum likelihood over the logarithms of their parameters.

mod asked;
mod bg_nbd;
mod buyer;
mod buyers;
mod contracts;
mod fit;
mod gamma_gamma;
mod groups;
mod purchases;
mod sbg;

pub use asked::{Asked, Lifetime, lifetime};
pub use bg_nbd::BgNbd;
pub use buyer::{Buyer, Spend};
pub use buyers::{BuyerForecast, BuyersLifetime, Historical, Spending, buyers};
pub use contracts::{ContractsLifetime, Renewal, contracts};
pub use fit::{Fit, Parameter};
pub use gamma_gamma::GammaGamma;
pub use purchases::{Purchase, from_purchases};
pub use sbg::Sbg;

/// The unit that time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
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

impl Unit {
    /// The words of all of them.
    pub const WORDS: [&'static str; 5] = ["day", "week", "month", "quarter", "year"];
    /// All of them, as their words.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];
    const YEAR: f64 = 365.25;

    /// How many days it has.
    #[must_use]
    pub const fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => Self::YEAR / 12.0,
            Self::Quarter => Self::YEAR / 4.0,
            Self::Year => Self::YEAR,
        }
    }

    /// How many years it has.
    #[must_use]
    pub const fn years(self) -> f64 {
        self.days() / Self::YEAR
    }

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// On what terms a value is put on customers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms {
    /// The unit of all times.
    pub unit: Unit,
    /// How far is looked ahead, in that unit.
    pub horizon: f64,
    /// The rate that a year discounts by, as 0.1 for 10 %.
    pub discount: f64,
    /// Of purchases the share that is margin; of contracts the margin a period.
    pub margin: f64,
}
