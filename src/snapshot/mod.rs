//! Mergeable partials by period and segment, small groups suppressed (N20).
