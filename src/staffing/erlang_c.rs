//! Callers who wait until they are answered.

use super::erlang_b::erlang_b;
use super::outlook::{Outlook, Untold};

/// Erlang C: C = N·B ÷ (N − A(1 − B)), service level 1 − C·e^(−(N − A)·T ÷ AHT), mean wait C·AHT ÷ (N − A). `load` in
/// erlangs, `handling` and `within` in seconds.
///
/// # Errors
/// [`Untold::Unstable`] where the load is not below the agents: the queue would grow without end.
/// [`Untold::NotANumber`] where a number is not finite or below 0.
///
/// ```
/// use throughline::staffing::erlang_c;
/// let found = erlang_c(14, 10.0, 180.0, 20.0).unwrap();
/// assert!((found.waits - 0.1741319).abs() < 5e-8);
/// assert!((found.service_level - 0.88835).abs() < 5e-6);
/// assert!((found.wait - 7.83593701).abs() < 5e-9);
/// ```
pub fn erlang_c(agents: u32, load: f64, handling: f64, within: f64) -> Result<Outlook, Untold> {
    let n = f64::from(agents);
    if !(handling > 0.0 && handling.is_finite() && within >= 0.0) {
        return Err(Untold::NotANumber);
    }
    let blocked = erlang_b(agents, load).ok_or(Untold::NotANumber)?;
    let free = n - load;
    if free <= 0.0 {
        return Err(Untold::Unstable);
    }
    let waits = n * blocked / (n - load * (1.0 - blocked));
    Ok(Outlook {
        waits,
        service_level: 1.0 - waits * (-free * within / handling).exp(),
        wait: waits * handling / free,
        occupancy: load / n,
        lost: None,
    })
}
