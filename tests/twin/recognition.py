# Shrinkage and the chance of being above a standard a second time: the prior of shares from Kleinman's moments written
# anew, their posterior from scipy; the variance between means from statsmodels' DerSimonian–Laird. Prints what
# tests/recognition.rs compares with. Needs numpy, scipy and statsmodels; the test needs none of them.
import numpy as np
from scipy import stats
from statsmodels.stats.meta_analysis import combine_effects


def shares(k, n, standard):
    k, n = np.array(k, float), np.array(n, float)
    m, p = len(k), k.sum() / n.sum()
    spread = (n * (k / n - p) ** 2).sum()
    rho = (spread - p * (1 - p) * (m - 1)) / (p * (1 - p) * (n.sum() - (n**2).sum() / n.sum() - (m - 1)))
    prior = (1 - rho) / rho
    for ki, ni in zip(k, n):
        posterior = stats.beta(prior * p + ki, prior * (1 - p) + ni - ki)
        print(f"    ({posterior.mean():.12f}, {posterior.ppf(0.025):.9f}, {posterior.ppf(0.975):.9f}, {posterior.sf(standard):.9f}),")


def means(groups, standard):
    groups = [np.array(group, float) for group in groups]
    n = np.array([len(group) for group in groups])
    pooled = sum(((group - group.mean()) ** 2).sum() for group in groups) / (n.sum() - len(groups))
    x, v = np.array([group.mean() for group in groups]), pooled / n
    tau2 = combine_effects(x, v, method_re="dl").tau2
    w = 1 / (v + tau2)
    mu, var = (w * x).sum() / w.sum(), 1 / w.sum()
    b = tau2 / (tau2 + v)
    for bi, xi, vi in zip(b, x, v):
        posterior = stats.norm(bi * xi + (1 - bi) * mu, np.sqrt(bi * vi + (1 - bi) ** 2 * var))
        print(f"    ({posterior.mean():.12f}, {posterior.ppf(0.025):.9f}, {posterior.ppf(0.975):.9f}, {posterior.sf(standard):.9f}),")


print("shares")
shares([45, 88, 30, 160, 71, 12], [60, 100, 50, 200, 110, 15], 0.75)
print("baseball (Efron and Morris 1975)")
shares([18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7], [45] * 18, 0.265)
print("means")
means([[4, 5, 3, 4, 5], [2, 3, 2, 4, 3, 2], [5, 5, 4, 5, 4, 5, 5], [3, 4, 3, 4], [1, 2, 3, 2, 2]], 3.5)
