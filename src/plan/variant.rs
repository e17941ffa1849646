//! The named definitions a KPI may be read by.

use crate::text::{padded, together};

/// How a percentile is taken from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantileMethod {
    /// Linear between neighbours (Hyndman and Fan's type 7).
    Type7,
    /// The smallest value that at least that share reaches.
    NearestRank,
}

/// A named definition (domain section 4).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Variant {
    /// The mean: `mean`.
    Mean,
    /// The median, type 7: `median`.
    Median,
    /// A percentile: `p90`, `p99.5`, `p90-nearest-rank`.
    Quantile {
        /// The share below, above 0 and below 1.
        p: f64,
        /// How it is taken.
        method: QuantileMethod,
    },
    /// The share within the measure's limit: `share-within`.
    ShareWithin,
    /// The share of the two best answers: `top-2-box`.
    TopTwoBox,
    /// The share of the best answer: `top-box`.
    TopBox,
    /// Promoters less detractors: `net`.
    Net,
    /// The share of favourable answers: `favourable`.
    Favourable,
    /// The share of those that count, such as kept of all: `share`.
    Share,
    /// A definition of one family, one of [`Variant::NAMES`]: `gross`, `l3`, `without-short`.
    Form(&'static str),
}

const NEAREST_RANK: &str = "-nearest-rank";

impl Variant {
    /// The names; percentiles are written `p90` or `p90-nearest-rank`. Those from `net-wald` on are
    /// definitions that one family alone has, or few.
    pub const NAMES: &'static [&'static str] = &[
        "mean",
        "median",
        "share-within",
        "top-2-box",
        "top-box",
        "net",
        "favourable",
        "share",
        "p90",
        "net-wald",
        "top-3-box",
        "index",
        "gross",
        "talk",
        "hold",
        "wrap",
        "l1",
        "l2",
        "l3",
        "l4",
        "l5",
        "all",
        "without-short",
        "due",
        "created",
        "resolved",
        "count",
        "cases",
        "events",
        "acknowledged",
        "escalated",
        "in-time",
        "kept",
        "satisfied",
        "first-margin-later",
        "first-margin-now",
        "per-customer",
        "per-order",
        "alpha",
        "margin",
        "revenue",
    ];

    /// The name in JSON.
    #[must_use]
    pub fn name(&self) -> String {
        let fixed = match self {
            Self::Quantile { p, method } => return quantile_name(*p, *method),
            Self::Mean => "mean",
            Self::Median => "median",
            Self::ShareWithin => "share-within",
            Self::TopTwoBox => "top-2-box",
            Self::TopBox => "top-box",
            Self::Net => "net",
            Self::Favourable => "favourable",
            Self::Share => "share",
            Self::Form(name) => name,
        };
        fixed.to_owned()
    }

    /// The one of that name.
    ///
    /// ```
    /// use throughline::plan::{QuantileMethod, Variant};
    /// let p90 = Variant::from_name("p90-nearest-rank").unwrap();
    /// assert_eq!(p90, Variant::Quantile { p: 0.9, method: QuantileMethod::NearestRank });
    /// assert_eq!(p90.name(), "p90-nearest-rank");
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "mean" => Self::Mean,
            "median" => Self::Median,
            "share-within" => Self::ShareWithin,
            "top-2-box" => Self::TopTwoBox,
            "top-box" => Self::TopBox,
            "net" => Self::Net,
            "favourable" => Self::Favourable,
            "share" => Self::Share,
            other => return quantile(other).or_else(|| form(other)),
        })
    }
}

/// Read by few plans, so it is left out of what a first picture needs.
#[inline(never)]
fn form(name: &str) -> Option<Variant> {
    Variant::NAMES.iter().find(|each| **each == name).map(|name| Variant::Form(name))
}

/// `p90`, `p99.5` or `p90-nearest-rank`: one or two digits before the point, up to three behind it.
fn quantile(text: &str) -> Option<Variant> {
    let text = text.strip_prefix('p')?;
    let (digits, method) = match text.strip_suffix(NEAREST_RANK) {
        Some(digits) => (digits, QuantileMethod::NearestRank),
        None => (text, QuantileMethod::Type7),
    };
    let (whole, thousandths) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let plain = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !plain(whole, 2) || thousandths.is_some_and(|rest| !plain(rest, 3)) {
        return None;
    }
    let percent = crate::stats::decimal(digits.as_bytes(), b'.')?;
    (percent > 0.0).then_some(Variant::Quantile { p: percent / 100.0, method })
}

fn quantile_name(p: f64, method: QuantileMethod) -> String {
    // Three places are all that can be written, so rounding gives back what was read.
    let thousandths = (p * 100_000.0).round() as i32;
    let mut digits = String::from("p");
    padded(&mut digits, thousandths / 1000, 1);
    digits.push('.');
    padded(&mut digits, thousandths % 1000, 3);
    let name = digits.trim_end_matches('0').trim_end_matches('.');
    let suffix = if method == QuantileMethod::NearestRank { NEAREST_RANK } else { "" };
    together(&[name, suffix])
}
