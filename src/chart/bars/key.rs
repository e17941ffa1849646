//! What marks mean: the legend of a picture of rows.

use super::{Bars, Mark};
use crate::chart::sheet::Entry;

/// The entries, in the order given.
pub(super) fn entries(bars: &Bars) -> Vec<Entry<Mark>> {
    bars.legend.iter().map(|(mark, text)| Entry::new(mark.clone(), text)).collect()
}
