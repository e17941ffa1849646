//! Numbers with no domain: quantiles, intervals, moments, sketches.
