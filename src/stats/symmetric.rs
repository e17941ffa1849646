//! Small symmetric matrices: inverse, products.

/// A symmetric matrix of a few rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Symmetric {
    rows: Vec<Vec<f64>>,
}

impl Symmetric {
    /// From rows that may differ across the diagonal by rounding: the mean of both halves.
    pub(super) fn new(rows: impl Iterator<Item = Vec<f64>>) -> Self {
        let rough = Self { rows: rows.collect() };
        let size = rough.rows.len();
        let mean = |row: usize, column: usize| 0.5 * (rough.cell(row, column) + rough.cell(column, row));
        Self { rows: (0..size).map(|row| (0..size).map(|column| mean(row, column)).collect()).collect() }
    }

    /// One cell; not a number outside.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> f64 {
        self.rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(f64::NAN)
    }

    /// The same with its diagonal raised: by a part of itself, and by a little where it is nothing.
    pub(super) fn damped(&self, by: f64) -> Self {
        let raised = |row: usize, column: usize, cell: f64| {
            if row == column { cell + by * (cell.abs() + 1e-3) } else { cell }
        };
        let row = |(row, cells): (usize, &Vec<f64>)| {
            cells.iter().enumerate().map(|(column, cell)| raised(row, column, *cell)).collect()
        };
        Self { rows: self.rows.iter().enumerate().map(row).collect() }
    }

    /// The inverse, where the matrix is positive definite: by sweeping each row in turn.
    pub(super) fn inverse(&self) -> Option<Self> {
        let size = self.rows.len();
        let mut swept = self.clone();
        for pivot in 0..size {
            let whole = swept.cell(pivot, pivot);
            if !(whole.is_finite() && whole > 1e-13 * self.cell(pivot, pivot).abs() && whole > 0.0) {
                return None;
            }
            let cell = |row: usize, column: usize| match (row == pivot, column == pivot) {
                (true, true) => -1.0 / whole,
                (true, false) | (false, true) => swept.cell(row, column) / whole,
                _ => swept.cell(row, column) - swept.cell(row, pivot) * swept.cell(pivot, column) / whole,
            };
            let rows = (0..size).map(|row| (0..size).map(|column| cell(row, column)).collect()).collect();
            swept = Self { rows };
        }
        for cell in swept.rows.iter_mut().flatten() {
            *cell = -*cell;
        }
        swept.rows.iter().flatten().all(|cell| cell.is_finite()).then_some(swept)
    }

    /// The product with a vector.
    pub(super) fn times(&self, vector: &[f64]) -> Vec<f64> {
        self.rows.iter().map(|row| row.iter().zip(vector).map(|(cell, part)| cell * part).sum()).collect()
    }

    /// The product with a vector from both sides: of a covariance and a gradient the variance of what has that
    /// gradient. None where it is no positive number.
    #[must_use]
    pub fn square(&self, vector: &[f64]) -> Option<f64> {
        let square: f64 = self.times(vector).iter().zip(vector).map(|(part, other)| part * other).sum();
        (square.is_finite() && square >= 0.0).then_some(square)
    }
}
