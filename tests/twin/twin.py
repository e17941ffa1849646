"""A second implementation of scores, roll-up and alignment index, from the definitions alone.

    TWIN_PLANS=plans.jsonl cargo test --test twin
    python3 tests/twin/twin.py < plans.jsonl > tests/twin/expected.txt

One line a plan: each KPI as status, score, pace; each node as status, score, pace, coverage, low, high, execution; then
AL-V AL-C AL-M AL-OWN AL-T and the index. Numbers in base 36, in units of 1e-13; - is none, ! is 1.
"""
import json
import sys
from datetime import date

AS_OF = date(2026, 6, 30)
DAYS = {"month": 30, "quarter": 91, "year": 365}
LETTER = {"on-track": "T", "at-risk": "R", "off-track": "F"}
EPS = 1e-12


def clamp(x, low=0.0, high=1.0):
    return max(low, min(high, x))


def banded(x, bands):
    return "T" if x + EPS >= bands["onTrack"] else "R" if x + EPS >= bands["atRisk"] else "F"


def day(text):
    return date.fromisoformat(text) if text else None


def expected(course, start, due, at):
    """Progress expected at the end of a day; days inclusive."""
    if at > due:
        return 1.0
    if at < start:
        return 0.0
    days = lambda d: (d - start).days + 1
    points = [(day(p["date"]), p["progress"]) for p in (course or {}).get("points", [])]
    points.sort()
    kind = (course or {}).get("course", "even")
    if kind == "even":
        return days(at) / days(due)
    if kind == "steps":
        return ([0.0] + [p for d, p in points if d <= at])[-1]
    before = (0, 0.0)
    for d, p in [(days(d), p) for d, p in points] + [(days(due), 1.0)]:
        if days(at) <= d:
            return p if d <= before[0] else before[1] + (p - before[1]) * (days(at) - before[0]) / (d - before[0])
        before = (d, p)
    return 1.0


# One KPI

def direction(k):
    if "direction" in k:
        return k["direction"]
    if "baseline" in k and "target" in k:
        return "up" if k["target"] > k["baseline"] else "down"
    return None


def reaches(k, v, t):
    return v >= t if direction(k) == "up" else v <= t


def rule(k, v, against):
    f = k["score"]
    for r in f["rules"]:
        (what, of), = r["against"].items()
        x = of if what == "number" else of * k["target"] if what == "target" else against(of)
        if x is None:
            return None
        if {"at-least": v >= x, "above": v > x, "at-most": v <= x, "below": v < x, "equal": v == x}[r["when"]]:
            return r
    return f["otherwise"]


def raw(k, v, against):
    f = k.get("score", {"function": "linear"})
    kind = f["function"]
    if kind == "linear":
        if "target" not in k:
            return None
        if "baseline" not in k:
            return 1.0 if reaches(k, v, k["target"]) else 0.0
        return (v - k["baseline"]) / (k["target"] - k["baseline"])
    if kind == "min-max":
        up = (v - f["low"]) / (f["high"] - f["low"])
        return up if direction(k) == "up" else 1 - up
    if kind == "range":
        if v < f["low"]:
            return clamp((v - f["low0"]) / (f["low"] - f["low0"]))
        return clamp((f["high0"] - v) / (f["high0"] - f["high"])) if v > f["high"] else 1.0
    if kind == "goal-red-flag":
        g, r = f["goal"], f["redFlag"]
        return 10 * (v - (2 * r - g)) / (3 * (g - r)) * 0.15
    if kind == "thresholds":
        r = rule(k, v, against)
        return r and r["score"]
    if kind == "binary":
        return 1.0 if reaches(k, v, f["at"]) else 0.0
    if kind == "ordinal":
        return next((s["score"] for s in f["scores"] if s["value"] == v), None)
    if kind == "piecewise":
        p = [(x["value"], x["score"]) for x in f["points"]]
        if v <= p[0][0]:
            return p[0][1]
        for (x0, y0), (x1, y1) in zip(p, p[1:]):
            if v <= x1:
                return y0 + (y1 - y0) * (v - x0) / (x1 - x0)
        return p[-1][1]
    # Formulas: the generator's have no branch that is left undefined, so Python's own reading will do.
    names = {"value": v, "min": min, "max": max, "clamp": clamp, "_if": lambda c, a, b: a if c else b}
    names.update({n: k[n] for n in ("target", "baseline") if n in k}, **{n: f[n] for n in ("low", "high") if n in f})
    try:
        return float(eval(f["formula"].replace("if(", "_if("), {"__builtins__": {}}, names))
    except ZeroDivisionError:
        return None


def signals(x):
    """Places that lie outside, end 3 of 4 near one limit, or end 8 on one side."""
    mean = sum(x) / len(x)
    width = 3 * sum(abs(b - a) for a, b in zip(x, x[1:])) / (len(x) - 1) / 1.128
    found, side = [], [(v > mean) - (v < mean) for v in x]
    near = [s if abs(v - mean) > width / 2 else 0 for v, s in zip(x, side)]
    for i, v in enumerate(x):
        window = near[max(0, i - 3):i + 1]
        run = i >= 7 and side[i] != 0 and len(set(side[i - 7:i + 1])) == 1
        if abs(v - mean) > width or (near[i] and window.count(near[i]) >= 3) or run:
            found.append(i)
    return found


def overridden(item, status, score, bands):
    """Status and score after an override that holds; whether it set a score."""
    o = item.get("override")
    if not o or AS_OF > day(o["expires"]):
        return status, score, False
    new = o.get("score")
    status = LETTER[o["status"]] if "status" in o else banded(new, bands)
    return status, (score if new is None else new), new is not None


def newest(k):
    known = [x for x in k.get("values", []) if day(x["at"]) <= AS_OF]
    return max(known, key=lambda x: x["at"], default=None)


def is_stale(k, at):
    d = DAYS.get(k.get("interval"))
    return d is not None and (AS_OF - at).days > d + max(1, d / 4)


def score_kpi(k, node, plan):
    st = plan["st"]
    bands = k.get("bands", st["bands"])

    def against(other):
        o = plan["kpis"][other]
        x = newest(o)
        if x is None or (is_stale(o, day(x["at"])) and st["stale"] == "leave"):
            return None
        return x["value"]

    out = {"status": "N", "score": None, "pace": None, "part": None, "stale": False}
    last = newest(k)
    if last is not None:
        v, at = last["value"], day(last["at"])
        start, due = day(k.get("start", node.get("start"))), day(k.get("due", node.get("due")))
        r = raw(k, v, against)
        linear = k.get("score", {"function": "linear"})["function"] == "linear"
        paced = linear and "baseline" in k and "target" in k
        progress = r if paced else None
        exp = expected(k.get("expected"), start, due, at) if paced and start and due else None
        pace = progress / exp if exp else None
        out["score"] = None if r is None else clamp(r)
        out["pace"] = pace
        if r is not None:
            p = clamp(pace) if pace is not None else float(progress >= 0) if exp is not None else clamp(r)
            out["part"] = (clamp(r), p)
        out["status"] = judge(k, last, r, pace, exp, (start, due), against, bands)
        if is_stale(k, at):
            out["status"], out["stale"] = "S", True
            if st["stale"] == "leave":
                out["part"] = None
    own = out["status"]
    out["status"], out["score"], by_hand = overridden(k, out["status"], out["score"], bands)
    out["rolls"] = out["status"] if by_hand else own  # a status alone colours nothing above it
    if by_hand:
        out["part"] = (out["score"], out["score"])
    return out


def met(k, v, r):
    f = k.get("score", {})
    if f.get("function") == "range":
        return f["low"] <= v <= f["high"]
    if "target" in k and direction(k):
        return reaches(k, v, k["target"])
    return r is not None and r >= 1


def judge(k, last, r, pace, exp, dates, against, bands):
    (start, due), v, at = dates, last["value"], day(last["at"])
    if start and at < start:
        return "W"
    if due and due <= AS_OF and met(k, v, r):
        return "D"
    if r is None:
        return "C"
    kind = k.get("score", {"function": "linear"})["function"]
    if kind == "thresholds":
        return LETTER[rule(k, v, against)["status"]]
    target_only = kind == "linear" and "baseline" not in k
    if exp == 0:
        return "T" if r >= 0 else "F"
    points = sorted((day(x["at"]), x["value"]) for x in k["values"] if day(x["at"]) <= AS_OF)
    if len(points) >= 8 and kind != "ordinal":
        places = signals([x for _, x in points])
        stand = [(d, x) for d, x in points[places[-1] if places else 0:] if not start or d >= start]
        mean = sum(x for _, x in stand) / len(stand)
        if target_only:
            return "M" if reaches(k, mean, k["target"]) else "X"
        here = raw(k, mean, against)
        if here is not None:
            if pace is not None:
                here /= sum(expected(k.get("expected"), start, due, d) for d, _ in stand) / len(stand)
            return banded(here, bands)
    if target_only:
        inside = "low" in last and last["low"] < k["target"] <= last["high"]
        return "C" if inside else "M" if r else "X"
    here = r if pace is None else pace
    if "low" in last and kind not in ("ordinal",):
        xs = [last["low"], last["high"]]
        if kind == "piecewise":
            xs += [p["value"] for p in k["score"]["points"] if xs[0] < p["value"] < xs[1]]
        ys = [raw(k, x, against) / (exp if pace is not None else 1) for x in xs]
        if kind == "range" and xs[0] <= k["score"]["high"] and xs[1] >= k["score"]["low"]:
            ys.append(1.0)
        if any(min(ys) < e <= max(ys) for e in bands.values()):
            return "C"
    return banded(here, bands)


# The tree

BAD = {"F": 4, "X": 4, "R": 3, "C": 2, "S": 2, "N": 2, "T": 1, "M": 1, "W": 0, "D": 0}


def read(plan):
    st = {"bands": {"onTrack": 0.9, "atRisk": 0.7}, "coverageNeeded": 0.8, "missing": "ignore", "stale": "leave",
          "rollUp": "mean", "indexWeights": {}, **plan.get("settings", {})}
    nodes = []
    for kind, items in (("company", [plan.get("companyMission")]), ("mission", [plan["mission"]]),
                        ("vision", [plan.get("vision")]), ("goal", plan.get("goals", [])),
                        ("strategy", plan.get("strategies", [])), ("action", plan.get("actions", []))):
        nodes += [dict(n, kind=kind, children=[]) for n in items if n]
    by = {n["id"]: n for n in nodes}
    for n in nodes:
        links = n.get("serves", [])
        weighted = [x for x in links if x.get("weight", 1) > 0]
        for x in links:
            w = x.get("weight", 1)
            share = x.get("share", 1 / len(weighted) if w > 0 else 0)
            by[x["to"]]["children"].append((n, w * share))
    if "companyMission" in plan:  # the service mission supports it
        by[plan["companyMission"]["id"]]["children"].append((by[plan["mission"]["id"]], 0.0))
    kpis = {k["id"]: k for n in nodes for k in n.get("kpis", [])}
    return {"st": st, "nodes": nodes, "by": by, "kpis": kpis}


def weight(k):
    return k.get("weight", 1)


def measured(n):
    return any(weight(k) > 0 for k in n.get("kpis", [])) or any(w > 0 and measured(c) for c, w in n["children"])


def size(n):
    own = sum(weight(k) * abs(k.get("target", 0)) for k in n.get("kpis", []))
    return own + sum(w * size(c) for c, w in n["children"] if w > 0)


def actions(n, seen):
    if n["kind"] == "action":
        seen[n["id"]] = n
    for c, _ in n["children"]:
        actions(c, seen)
    return seen


def going(a):
    """How an action goes: a number, None where unknown, 'out' where nothing is due."""
    p, start, due = a.get("progress"), day(a.get("start")), day(a.get("due"))
    exp = expected(None, start, due, AS_OF) if start and due else None
    if p is not None and p >= 1:
        return 1.0
    if exp == 0:
        return "out" if not p else 1.0
    return None if p is None else clamp(p / (exp or 1))


def execution(n):
    all_ = [(a.get("effort", 1), going(a)) for a in actions(n, {}).values()]
    known = [(w, g) for w, g in all_ if g not in (None, "out")]
    total = sum(w for w, _ in known)
    return sum(w * g for w, g in known) / total if total > 0 else None


def score_node(n, plan):
    if "out" in n:
        return n["out"]
    st = plan["st"]
    how, missing = n.get("rollUp", st["rollUp"]), n.get("missing", st["missing"])
    target = how == "by-target"
    parts = []  # weight, (score, pace) or None, coverage, decided, low, high, status
    for k in n.get("kpis", []):
        s = k["out"] = score_kpi(k, n, plan)
        if weight(k) > 0:
            sure = s["part"] is not None and s["rolls"] != "S"
            low, high = (s["part"][0],) * 2 if sure else (0.0, 1.0)
            w = weight(k) * (abs(k["target"]) if target else 1)
            parts.append((w, s["part"], float(sure), float(sure and s["rolls"] != "C"), low, high, s["rolls"]))
    for c, w in n["children"]:
        s = score_node(c, plan)
        if w > 0 and (c["kind"] != "action" or measured(c)):
            known = None if s["score"] is None else (s["score"], s["pace"])
            status = banded(s["pace"], st["bands"]) if s["status"] == "D" and known else s["status"]
            w *= size(c) if target else 1
            parts.append((w, known, s["coverage"], s["decided"], s["low"], s["high"], status))
    total = sum(p[0] for p in parts)

    def mean(pairs):
        pairs = list(pairs)
        if not pairs:
            return None
        if how == "min" or how == "max":
            return {"min": min, "max": max}[how](x for _, x in pairs)
        if how == "capped-sum":
            return clamp(sum(w * x for w, x in pairs))
        return clamp(sum(w * x for w, x in pairs) / sum(w for w, _ in pairs))

    known = [p for p in parts if p[1]]
    out = {"coverage": sum(p[0] * p[2] for p in parts) / total if parts else 0.0,
           "decided": sum(p[0] * p[3] for p in parts) / total if parts else 0.0,
           "low": mean((p[0], p[4]) for p in parts) if parts else 0.0,
           "high": mean((p[0], p[5]) for p in parts) if parts else 1.0,
           "score": None, "pace": None, "exec": execution(n)}
    if known and not (missing == "propagate" and len(known) < len(parts)):
        used = parts if missing == "zero" else known
        out["score"], out["pace"] = (mean((p[0], p[1][i] if p[1] else 0.0) for p in used) for i in (0, 1))
        out["low"], out["high"] = min(out["low"], out["score"]), max(out["high"], out["score"])
    out["status"] = node_status(n, parts, known, out, how, st)
    out["status"], out["score"], by_hand = overridden(n, out["status"], out["score"], st["bands"])
    if by_hand:
        s = out["pace"] = out["score"]
        out["low"], out["high"] = min(out["low"], s), max(out["high"], s)
    n["out"] = out
    return out


def node_status(n, parts, known, out, how, st):
    if n["kind"] == "action" and (n.get("progress") or 0) >= 1:
        return "D"
    if not parts:
        if n["kind"] != "action":
            return "N"
        if out["exec"] is None:
            return "W" if going(n) == "out" else "N"
        return banded(out["exec"], st["bands"])
    if out["coverage"] <= 0:
        return "N"
    if out["pace"] is None:
        return "C"
    if all(p[6] == "W" for p in known):
        return "W"
    status = banded(out["pace"], st["bands"])
    if how == "worst":
        status = max((p[6] for p in known), key=BAD.get)
        status = {"M": "T", "D": "T", "W": "T", "X": "F", "S": "C", "N": "C"}.get(status, status)
    enough = min(out["coverage"], out["decided"]) + EPS >= st["coverageNeeded"]
    return "C" if status == "T" and not enough else status


# Alignment

def below(n):
    return [c for c, _ in n["children"]] + [d for c, _ in n["children"] for d in below(c)]


def alignment(plan):
    nodes = [n for n in plan["nodes"] if n["kind"] in ("goal", "strategy", "action")]
    goals = [n for n in nodes if n["kind"] == "goal"]
    lines = {n["id"] for n in below(plan["by"][next(n["id"] for n in plan["nodes"] if n["kind"] == "mission")])}
    share = lambda flags: sum(flags) / len(flags) if flags else None
    both = lambda g: {"strategy", "action"} <= {n["kind"] for n in below(g)}
    has = lambda n: any(m.get("kpis") for m in [n] + below(n))
    inside = []
    for n in nodes:
        for x in n.get("serves", []):
            p = plan["by"][x["to"]]
            if p["kind"] != "mission" and n.get("start") and p.get("start"):
                inside.append(p["start"] <= n["start"] and n["due"] <= p["due"])
    out = {"AL-V": share([n["id"] in lines for n in nodes]),
           "AL-C": share([both(g) for g in goals]),
           "AL-M": share([has(n) for n in nodes if n["kind"] != "action"]),
           "AL-OWN": share([sum(o.get("accountable", True) for o in n.get("owners", [])) == 1 for n in nodes]),
           "AL-T": share(inside)}
    weights = {"AL-V": 0.30, "AL-C": 0.20, "AL-M": 0.25, "AL-OWN": 0.15, "AL-T": 0.10, **plan["st"]["indexWeights"]}
    total = sum(weights[m] for m, x in out.items() if x is not None)
    index = sum(weights[m] * x for m, x in out.items() if x is not None) / total if total > 0 else None
    return list(out.values()) + [index]


# Output

def base36(x):
    if x is None:
        return "-"
    if x == 1:
        return "!"
    units, digits = abs(round(x * 1e13)), ""
    while units:
        units, d = divmod(units, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[d] + digits
    return ("-" if x < 0 and digits else "") + (digits or "0")


def main():
    text = sys.stdin.read()
    print(f"{len(text)} {sum(ord(c) * (i % 9973 + 1) for i, c in enumerate(text))}")
    for line in text.splitlines():
        plan = read(json.loads(line))
        for n in plan["nodes"]:
            score_node(n, plan)
        cells = []
        for n in plan["nodes"]:
            for k in n.get("kpis", []):
                cells += [k["out"]["status"], base36(k["out"]["score"]), base36(k["out"]["pace"])]
        for n in plan["nodes"]:
            o = n["out"]
            cells += [o["status"]] + [base36(o[x]) for x in ("score", "pace", "coverage", "low", "high", "exec")]
        print(" ".join(cells + [base36(x) for x in alignment(plan)]))


main()
