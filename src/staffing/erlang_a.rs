//! Callers who hang up when they have waited long enough.

use super::outlook::{Lost, Outlook, Untold};
use crate::stats::incomplete_beta;

/// A state whose probability is this much below the likeliest one is left out, and all beyond it.
const FAINT: f64 = 1e-20;
/// No queue is followed further than this.
const LONGEST: u32 = 100_000;

/// Erlang A: the birth–death process with death rate min(j, N)·μ + max(j − N, 0)·θ in state j, μ one over the handling
/// time, θ one over the patience. Who finds k others waiting has k + 1 ends of calls or patience to wait for, at the
/// rates Nμ + iθ for i = 0…k; e to the −θ of that time has a Beta distribution, which gives the share of callers who
/// are answered within T in closed form. `load` in erlangs; `handling`, `patience` and `within` in seconds. The service level is what is
/// served within T ÷ all arrivals; the wait is that of all callers, those who hang up included.
///
/// # Errors
/// [`Untold::NotANumber`] where a number is not finite or below 0; [`Untold::Unstable`] where the queue
/// would be longer than a hundred thousand callers.
///
/// ```
/// use throughline::staffing::erlang_a;
/// // 2,880 calls an hour of 60 s each, 50 agents, a patience of two minutes.
/// let found = erlang_a(50, 48.0, 60.0, 120.0, 20.0).unwrap();
/// let lost = found.lost.unwrap();
/// assert!((lost.abandoned - 0.03091).abs() < 5e-6);
/// assert!((found.wait - 3.709).abs() < 5e-4);
/// assert!((lost.wait_of_answered - 3.616).abs() < 5e-4);
/// ```
pub fn erlang_a(
    agents: u32,
    load: f64,
    handling: f64,
    patience: f64,
    within: f64,
) -> Result<Outlook, Untold> {
    let sound = |x: f64| x.is_finite() && x > 0.0;
    if !(sound(handling) && sound(patience) && load.is_finite() && load >= 0.0 && within >= 0.0) {
        return Err(Untold::NotANumber);
    }
    // Time in handling times: a call ends at rate 1, patience at rate `impatience`, calls come at rate `load`.
    let queue = Queue { agents: f64::from(agents), load, impatience: handling / patience };
    if !sound(queue.impatience) {
        return Err(Untold::NotANumber);
    }
    let within = within / handling;
    let mut sums = Sums::default();
    queue.walk(&mut |state, weight| sums.add(&queue, state, weight, within))?;
    // Numbers too far apart to be reckoned with are no zeros.
    if !(sums.all + sums.queue + sums.in_time + sums.answered_wait).is_finite() {
        return Err(Untold::NotANumber);
    }
    Ok(sums.outlook(&queue, handling))
}

/// The process, with the handling time as the unit of time.
struct Queue {
    agents: f64,
    load: f64,
    impatience: f64,
}

impl Queue {
    /// The rate of leaving a state.
    fn leaving(&self, state: f64) -> f64 {
        state.min(self.agents) + (state - self.agents).max(0.0) * self.impatience
    }

    /// The likeliest state: where as many leave as come.
    fn peak(&self) -> f64 {
        if self.load <= self.agents {
            return self.load.floor();
        }
        (self.agents + (self.load - self.agents) / self.impatience).floor()
    }

    /// Each state with its weight, that of the likeliest being 1: from there nothing can overflow.
    fn walk(&self, visit: &mut dyn FnMut(f64, f64)) -> Result<(), Untold> {
        let peak = self.peak();
        if peak - self.agents > f64::from(LONGEST) {
            return Err(Untold::Unstable);
        }
        let mut weight = 1.0;
        let mut state = peak;
        while state > 0.0 && weight > FAINT {
            weight *= self.leaving(state) / self.load;
            state -= 1.0;
            visit(state, weight);
        }
        weight = 1.0;
        state = peak;
        visit(state, weight);
        for _ in 0..LONGEST {
            state += 1.0;
            weight *= self.load / self.leaving(state);
            if weight.is_nan() || weight <= FAINT {
                return Ok(());
            }
            visit(state, weight);
        }
        Err(Untold::Unstable)
    }
}

/// What is summed over the states; a share is this ÷ `all`.
#[derive(Default)]
struct Sums {
    all: f64,
    busy: f64,
    waits: f64,
    queue: f64,
    in_time: f64,
    answered_wait: f64,
    passed: Passed,
}

/// A sum that grows with the queue, kept from state to state.
#[derive(Default)]
struct Passed {
    /// How many terms are in it.
    terms: u32,
    sum: f64,
}

impl Passed {
    /// Σ 1 ÷ (N + (i + 1)·θ) for i = 0…ahead. The states come one by one, downwards and then upwards.
    fn up_to(&mut self, queue: &Queue, ahead: f64) -> f64 {
        let term = |i: u32| 1.0 / (queue.agents + (f64::from(i) + 1.0) * queue.impatience);
        let wanted = ahead as u32 + 1;
        while self.terms > wanted {
            self.terms -= 1;
            self.sum -= term(self.terms);
        }
        while self.terms < wanted {
            self.sum += term(self.terms);
            self.terms += 1;
        }
        self.sum
    }
}

impl Sums {
    fn add(&mut self, queue: &Queue, state: f64, weight: f64, within: f64) {
        self.all += weight;
        self.busy += weight * state.min(queue.agents);
        if state < queue.agents {
            self.in_time += weight;
            return;
        }
        let (ahead, theta) = (state - queue.agents, queue.impatience);
        self.waits += weight;
        self.queue += weight * ahead;
        let steps = ahead + 1.0;
        // What is answered at all: the product of rᵢ ÷ (rᵢ + θ) telescopes.
        let answered = queue.agents / (queue.agents + steps * theta);
        self.answered_wait += weight * answered * self.passed.up_to(queue, ahead);
        let share = 1.0 - (-theta * within).exp();
        self.in_time += weight * answered * incomplete_beta(steps, queue.agents / theta + 1.0, share);
    }

    fn outlook(&self, queue: &Queue, handling: f64) -> Outlook {
        let of_all = |sum: f64| if self.all > 0.0 { sum / self.all } else { 0.0 };
        // Who hangs up: θ·E[queue] of λ.
        let hang_up = if queue.load > 0.0 { queue.impatience * of_all(self.queue) / queue.load } else { 0.0 };
        let abandoned = hang_up.clamp(0.0, 1.0);
        let wait = if queue.load > 0.0 { of_all(self.queue) / queue.load } else { 0.0 };
        let answered = 1.0 - abandoned;
        let wait_of_answered = if answered > 0.0 { of_all(self.answered_wait) / answered } else { 0.0 };
        Outlook {
            waits: of_all(self.waits),
            service_level: of_all(self.in_time).min(1.0),
            wait: wait * handling,
            occupancy: if queue.agents > 0.0 { of_all(self.busy) / queue.agents } else { 1.0 },
            lost: Some(Lost { abandoned, wait_of_answered: wait_of_answered * handling }),
        }
    }
}
