//! The closed lists of units and sources. A byte each, since the table of families is loaded with the first picture.

/// The unit of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A share of a hundred.
    Percent,
    /// Points of a difference of shares.
    Points,
    /// A point of the scale that was answered on.
    Rating,
    /// A length of time, in the unit asked for.
    Time,
    /// A number of cases.
    Cases,
    /// In the currency of the margin.
    Money,
    /// A number without a unit.
    Coefficient,
}

impl Unit {
    /// The unit as results have it; `time` stands for the one asked for.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Points => "points",
            Self::Rating => "rating",
            Self::Time => "time",
            Self::Cases => "cases",
            Self::Money => "money",
            Self::Coefficient => "coefficient",
        }
    }
}

/// Where a definition comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Common practice.
    Practice,
    /// The Net Promoter Score.
    Reichheld2003,
    /// Its interval.
    Rocks2016,
    /// Marketing metrics.
    Farris2010,
    /// Customer effort, first form.
    Dixon2010,
    /// Customer effort, second form.
    Dixon2013,
    /// Measures of a contact centre.
    Cleveland2012,
    /// Service levels.
    Koole2013,
    /// Percentiles.
    HyndmanFan1996,
    /// Handling of complaints.
    Iso10002,
    /// The recovery paradox.
    McCollough1992,
    /// Simple lifetime value.
    GuptaLehmann2003,
    /// Alpha.
    Cronbach1951,
    /// Lifetime value without a contract.
    Fader2005,
    /// With one.
    Fader2007,
}

impl Source {
    /// The key of its citation.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Reichheld2003 => "reichheld-2003",
            Self::Rocks2016 => "rocks-2016",
            Self::Farris2010 => "farris-2010",
            Self::Dixon2010 => "dixon-2010",
            Self::Dixon2013 => "dixon-2013",
            Self::Cleveland2012 => "cleveland-2012",
            Self::Koole2013 => "koole-2013",
            Self::HyndmanFan1996 => "hyndman-fan-1996",
            Self::Iso10002 => "iso-10002",
            Self::McCollough1992 => "mccollough-1992",
            Self::GuptaLehmann2003 => "gupta-lehmann-2003",
            Self::Cronbach1951 => "cronbach-1951",
            Self::Fader2005 => "fader-2005",
            Self::Fader2007 => "fader-2007",
        }
    }
}
