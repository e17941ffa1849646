//! Parts of a known sum.

/// One part of a sum.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// How many cases it holds.
    pub size: u64,
    /// Whether it is hidden already.
    pub hidden: bool,
}

/// The places of the parts of a known sum that must not be shown: those hidden already, those under the
/// minimum, and then the next smallest ones until nothing under the minimum, and no single group, is left
/// as the difference between the sum and what is shown. `rest` is the size of what is never shown.
pub(super) fn complete(parts: &[Part], rest: u64, minimum: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let at = |place: &usize| parts.get(*place).map_or((true, 0), |part| (!part.hidden, part.size));
    order.sort_by_key(at);
    let mut hidden = Vec::new();
    let mut difference = rest;
    for place in order {
        let (free, size) = at(&place);
        let groups = hidden.len() + usize::from(rest > 0);
        let small = !hidden.is_empty() || (1..minimum).contains(&rest);
        let given_away = small && (groups < 2 || difference < minimum);
        if free && size >= minimum && !given_away {
            break;
        }
        hidden.push(place);
        difference += size;
    }
    hidden
}
