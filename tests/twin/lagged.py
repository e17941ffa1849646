# The lagged correlation of changes a second time. Prints what tests/evidence.rs compares with.
# Needs numpy and scipy; the test needs neither.
import numpy as np
from scipy import stats

DRIVER = [3, 5, 4, 8, 6, 9, 7, 7, 9, 4, 6, 8, 5, 9, 7, 3, 6, 6, 8, 10, 7, 5]
OUTCOME = [60, 61, 63, 62, 66, 65, 69, 66, 67, 68, 63, 66, 69, 64, 69, 67, 62, 66, 65, 69, 70, 68]


def rho(x, lag):
    x = x - x.mean()
    return (x[:-lag] * x[lag:]).sum() / (x * x).sum()


dx, dy = np.diff(DRIVER).astype(float), np.diff(OUTCOME).astype(float)
for lag in range(4):
    x, y = dx[: len(dx) - lag], dy[lag:]
    n = len(x)
    r = np.corrcoef(x, y)[0, 1]
    shared = sum((1 - j / n) * rho(x, j) * rho(y, j) for j in range(1, n // 4 + 1))
    worth = n / (1 + 2 * shared) if shared > 0 else n
    p = 2 * stats.t.sf(abs(r) * np.sqrt((worth - 2) / (1 - r * r)), worth - 2)
    print(lag, n, f"{r:.12f} {worth:.12f} {p:.6e}", f"{1 - (1 - p) ** 4:.6e}")
