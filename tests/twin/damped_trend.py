# The damped trend a second time: all five numbers by a global search, in the textbook form rather than that of errors.
# Prints what tests/forecast.rs compares with. Needs numpy and scipy; the test needs neither.
import numpy as np
from scipy.optimize import differential_evolution

SERIES = {
    "csat": [71.2, 72.0, 71.5, 73.1, 74.0, 73.6, 75.2, 75.9, 77.1, 76.4, 78.0, 78.8],
    "calls": [420, 410, 415, 396, 388, 390, 371, 368, 362, 355, 351, 349, 344, 340, 341, 338],
    "gaps": [10, 12, None, 13, 15, 14, None, None, 19, 21, 20, 24],
}


def run(weights, series):
    alpha, beta, phi, level, trend = weights
    squares = 0.0
    for value in series:
        expected = level + phi * trend
        new = expected if value is None else alpha * value + (1 - alpha) * expected
        trend = phi * trend if value is None else beta * (new - level) + (1 - beta) * phi * trend
        squares += 0.0 if value is None else (value - expected) ** 2
        level = new
    return squares, level, trend


for name, series in SERIES.items():
    known = [value for value in series if value is not None]
    spread = max(known) - min(known)
    bounds = [(0, 1), (0, 1), (0.8, 0.98), (min(known) - spread, max(known) + spread), (-spread, spread)]
    found = min(
        (
            differential_evolution(lambda w: run(w, series)[0], bounds, seed=seed, tol=1e-14, popsize=40, maxiter=4000)
            for seed in range(3)
        ),
        key=lambda each: each.fun,
    )
    alpha, beta, phi, _, _ = found.x
    squares, level, trend = run(found.x, series)
    variance = squares / (len(known) - 5)

    # What the start is not known to within: by how much errors and forecasts change with it, as in any regression.
    def told(level, trend):
        errors, ahead = [], []
        for value in series + [None] * 4:
            expected = level + phi * trend
            if value is not None:
                errors.append(value - expected)
            new = expected if value is None else alpha * value + (1 - alpha) * expected
            trend = phi * trend if value is None else beta * (new - level) + (1 - beta) * phi * trend
            level = new
            ahead.append(expected)
        return np.array(errors), np.array(ahead[-4:])

    at = found.x[3:]
    errors, ahead = told(*at)
    by_level, by_trend = told(at[0] + 1, at[1]), told(at[0], at[1] + 1)
    slopes = np.column_stack([by_level[0] - errors, by_trend[0] - errors])
    moves = np.column_stack([by_level[1] - ahead, by_trend[1] - ahead])
    start = np.einsum("hi,ij,hj->h", moves, np.linalg.inv(slopes.T @ slopes), moves)
    deviations, faded, total = [], 0.0, 1.0
    for step in range(1, 5):
        deviations.append(np.sqrt(variance * (total + start[step - 1])))
        faded += phi**step
        total += (alpha + alpha * beta * faded) ** 2
    print(name, f"{squares:.9f}", [f"{x:.6f}" for x in ahead], [f"{x:.6f}" for x in deviations], found.x)
