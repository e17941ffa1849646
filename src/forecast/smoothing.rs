//! Exponential smoothing, additive, in its error-correction form.

/// The weights of one pass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Smoothing {
    pub alpha: f64,
    pub beta: f64,
    pub gamma: f64,
    /// What is left of the trend a period later; 1 where it does not fade, 0 where there is none.
    pub phi: f64,
}

/// Where a series stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    pub level: f64,
    pub trend: f64,
    /// The seasons, the next one first; empty where there are none.
    pub seasons: Vec<f64>,
}

impl State {
    /// The forecast for the next period.
    fn next(&self, by: &Smoothing) -> f64 {
        self.level + by.phi * self.trend + self.seasons.first().copied().unwrap_or(0.0)
    }

    /// Goes on by a period in which the forecast was wrong by `error`.
    fn advance(&mut self, by: &Smoothing, error: f64) {
        let trend = by.phi * self.trend;
        self.level += trend + by.alpha * error;
        self.trend = trend + by.alpha * by.beta * error;
        if let Some(first) = self.seasons.first_mut() {
            *first += by.gamma * (1.0 - by.alpha) * error;
            self.seasons.rotate_left(1);
        }
    }

    /// The errors of the forecasts one period ahead, none where a period has no value; the state ends where the series
    /// does.
    pub fn run(&mut self, series: &[Option<f64>], by: &Smoothing) -> Vec<Option<f64>> {
        let each = |value: &Option<f64>| {
            let error = value.map(|value| value - self.next(by));
            self.advance(by, error.unwrap_or(0.0));
            error
        };
        series.iter().map(each).collect()
    }

    /// What is expected of the next periods.
    pub fn ahead(&self, by: &Smoothing, count: usize) -> Vec<f64> {
        let mut state = self.clone();
        (0..count)
            .map(|_| {
                let next = state.next(by);
                state.advance(by, 0.0);
                next
            })
            .collect()
    }
}

impl Smoothing {
    /// What the variance of the errors is multiplied by, for each period ahead: 1 + Σψⱼ² over the errors in between,
    /// ψⱼ = α(1 + β(φ + … + φʲ)) and in its season γ(1 − α) more (Hyndman et al. 2008, table 6.1; with φ = 1 as R's
    /// `predict.HoltWinters` has it).
    pub fn spread(&self, season: usize, count: usize) -> Vec<f64> {
        let (mut sum, mut faded, mut power) = (1.0, 0.0, 1.0);
        (1..=count)
            .map(|j| {
                let here = sum;
                power *= self.phi;
                faded += power;
                let in_season = season > 0 && j % season == 0;
                let own = if in_season { self.gamma * (1.0 - self.alpha) } else { 0.0 };
                let psi = self.alpha * (1.0 + self.beta * faded) + own;
                sum += psi * psi;
                here
            })
            .collect()
    }
}

/// The sum of the squares.
pub(super) fn squares(errors: &[Option<f64>]) -> f64 {
    errors.iter().flatten().map(|error| error * error).sum()
}
