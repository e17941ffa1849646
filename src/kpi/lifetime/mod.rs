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

use crate::calendar::Granularity;

/// On what terms a value is put on customers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms {
    /// The unit of all times.
    pub unit: Granularity,
    /// How far is looked ahead, in that unit.
    pub horizon: f64,
    /// The rate that a year discounts by, as 0.1 for 10 %.
    pub discount: f64,
    /// Of purchases the share that is margin; of contracts the margin a period.
    pub margin: f64,
}
