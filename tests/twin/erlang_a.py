# Erlang A a second time, by other means than src/staffing: the stationary states from logarithms, the wait of one
# caller by the matrix exponential of the queue ahead of him. Prints what tests/staffing.rs compares with.
# Needs numpy and scipy; the test needs neither.
import numpy as np
from scipy.linalg import expm

MOST = 400  # callers waiting


def erlang_a(calls, period, handling, agents, patience, within):
    arriving, ending, leaving = calls / period, 1 / handling, 1 / patience
    rates = [min(j, agents) * ending + max(j - agents, 0) * leaving for j in range(1, agents + MOST + 1)]
    logs = np.cumsum([0.0] + [np.log(arriving / rate) for rate in rates])
    states = np.exp(logs - logs.max())
    states /= states.sum()
    waiting = states[agents:]

    # Who has k callers ahead of him moves up when a call ends or one of them leaves, and leaves himself.
    answered, gone = MOST + 1, MOST + 2
    moves = np.zeros((MOST + 3, MOST + 3))
    for ahead in range(MOST + 1):
        up = agents * ending + ahead * leaving
        moves[ahead, ahead - 1 if ahead else answered] += up
        moves[ahead, gone] += leaving
        moves[ahead, ahead] -= up + leaving
    in_time = expm(moves * within)[: MOST + 1, answered]
    inner = -moves[: MOST + 1, : MOST + 1]
    ever = np.linalg.solve(inner, moves[: MOST + 1, answered])
    time = np.linalg.solve(inner, ever)

    queue = waiting @ np.arange(MOST + 1)
    lost = leaving * queue / arriving
    busy = states @ np.minimum(np.arange(agents + MOST + 1), agents) / agents
    level = states[:agents].sum() + waiting @ in_time
    return waiting.sum(), level, queue / arriving, busy, lost, waiting @ time / (1 - lost)


for case in [
    (2880, 3600, 60, 50, 120, 20),
    (2880, 3600, 60, 50, 120, 0),
    (100, 1800, 180, 8, 60, 20),
    (100, 1800, 180, 14, 300, 20),
    (10, 3600, 600, 1, 45, 30),
    (600, 1800, 240, 70, 90, 15),
]:
    print(case, ", ".join(f"{x:.12f}" for x in erlang_a(*case)))
