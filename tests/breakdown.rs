//! A number by its segments, against another period, and as a course: held to published numbers, real files and
//! second ways of counting.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;

use support::{agree, batch_of, day, mapping_of, reading, real};
use throughline::board::insight::{Kind, Question, Row};
use throughline::board::{Arrival, Board, Options};
use throughline::calendar::Period;
use throughline::format::{plan, question};
use throughline::plan::{Reading, Window};
use throughline::stats::{CannotTell, Direction, Moments, Verdict, shrink_means, shrink_shares, wilson};

fn board(mapping: &str, bytes: &[u8], as_of: &str) -> Board {
    let plan = plan::decode(
        r#"{ "version": 1, "title": "t", "mission": { "id": "m", "title": "m", "kpis": [
            { "id": "typed", "title": "typed", "unit": "%", "direction": "up", "target": 9 },
            { "id": "k", "title": "k", "unit": "%", "direction": "up", "target": 9, "interval": "month",
              "measure": { "source": "s", "measure": "m", "variant": "share" } }] } }"#,
    );
    let mut board = Board::open(plan.unwrap(), Options { as_of: day(as_of) });
    board.ingest(batch_of(&mapping_of(mapping), bytes), Arrival::Replace);
    board
}

fn ask(variant: &str, unit: &str) -> Question {
    Question {
        kpi: None,
        reading: Reading { measure: "m".into(), ..reading("m", variant, None) },
        unit: Some(unit.into()),
        window: Window::All,
        direction: None,
    }
}

fn month(text: &str) -> Option<Period> {
    Some(Period::parse(text).unwrap())
}

fn by(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn row<'r>(rows: &'r [Row], values: &[&str]) -> &'r Row {
    let fits = |row: &&Row| row.segment.iter().map(|(_, value)| value.as_str()).eq(values.iter().copied());
    rows.iter().find(fits).unwrap_or_else(|| panic!("no {values:?}"))
}

/// Charig, Webb, Payne and Wickham 1986 (BMJ 292:879–882): open surgery against percutaneous nephrolithotomy.
const STONES: &str = "day,Size,all,good\n2026-01-05,small,87,81\n2026-01-05,large,263,192\n2026-02-05,small,270,234\n2026-02-05,large,80,55\n";
const COUNTS: &str = r#"{ "version": 1, "source": "s", "dimension": "Size", "columns": { "created": "day" },
    "measures": [{ "id": "m", "kpi": "counts", "denominator": "all", "numerator": "good" }] }"#;

#[test]
fn the_paradox_of_the_kidney_stones_is_told() {
    let board = board(COUNTS, STONES.as_bytes(), "2026-03-05");
    let found = board.compare(ask("share", "%"), (month("2026-01"), month("2026-02")), by(&["Size"]));
    let values = |versus: &throughline::board::insight::Versus| {
        let value =
            |figure: &Option<throughline::kpi::Figure>| figure.as_ref().unwrap().known().unwrap().round();
        (value(&versus.before), value(&versus.after))
    };
    assert_eq!(values(&found.total), (78.0, 83.0));
    let all: Vec<_> = found.segments.iter().map(|each| (each.segment[0].1.as_str(), values(each))).collect();
    assert_eq!(all, [("large", (73.0, 69.0)), ("small", (93.0, 87.0))]);
    let split = found.split.unwrap();
    assert_eq!(split.paradox, Some(Direction::Down));
    // Kitagawa by hand: w is the share of the cases, r the ratio, each as (January, February).
    let parts =
        [((263.0, 80.0), (192.0 / 263.0, 55.0 / 80.0)), ((87.0, 270.0), (81.0 / 87.0, 234.0 / 270.0))];
    let rate: f64 = parts.iter().map(|((n, m), (a, b))| (b - a) * (n + m) / 700.0).sum();
    let mix: f64 = parts.iter().map(|((n, m), (a, b))| (m - n) / 350.0 * (a + b) / 2.0).sum();
    assert!((split.rate - 100.0 * rate).abs() < 1e-9 && (split.mix - 100.0 * mix).abs() < 1e-9);
    assert!(split.rate < 0.0 && split.mix > 0.0);
    let difference = found.total.difference.unwrap();
    assert!((split.rate + split.mix - difference.difference).abs() < 1e-9);
    assert!(matches!(difference.verdict, Verdict::CannotTell { needed: Some(n) } if n > 350));
    // The last two complete periods are what is compared unless told.
    let usual = board.compare(ask("share", "%"), (None, None), Vec::new());
    assert_eq!(values(&usual.total), (78.0, 83.0));
    assert_eq!(usual.split.unwrap_err().code, "no-dimension");
}

#[test]
fn the_breaches_of_the_nhs_by_kind_of_department() {
    let Some(bytes) = real("cs/nhs_ae_attendances.csv") else { return };
    let mapping = r#"{ "version": 1, "source": "s", "dimensions": ["type", "org_code"],
        "measures": [{ "id": "m", "kpi": "counts", "denominator": "attendances", "complement": "breaches", "date": "period" }] }"#;
    let board = board(mapping, &bytes, "2020-01-01");
    // The second way: plain sums over the lines.
    let mut sums: BTreeMap<(String, String), (f64, f64)> = BTreeMap::new();
    for line in std::str::from_utf8(&bytes).unwrap().lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (all, late): (f64, f64) = (cells[3].parse().unwrap(), cells[4].parse().unwrap());
        for kind in [cells[2], ""] {
            for when in [&cells[0][..7], ""] {
                let sum = sums.entry((when.to_owned(), kind.to_owned())).or_default();
                *sum = (sum.0 + all - late, sum.1 + all);
            }
        }
    }
    let share = |when: &str, kind: &str| {
        let (good, all) = sums[&(when.to_owned(), kind.to_owned())];
        (100.0 * good / all, all)
    };
    let found = board.breakdown(ask("share", "%"), by(&["type"]), None);
    assert_eq!(found.rows.len(), 4);
    for (values, kind) in [(&[][..], ""), (&["1"][..], "1"), (&["2"][..], "2"), (&["other"][..], "other")] {
        let row = row(&found.rows, values);
        let (value, n) = share("", kind);
        assert!(agree(row.figure.known().unwrap(), value) && row.figure.n == Some(n as u64));
        assert!((row.share.unwrap() - n / share("", "").1).abs() < 1e-9);
        let (low, high) = wilson(value / 100.0 * n, n, 0.95).unwrap();
        let interval = row.figure.interval.as_ref().unwrap();
        assert!((interval.low - 100.0 * low).abs() < 1e-6 && (interval.high - 100.0 * high).abs() < 1e-6);
    }
    assert_eq!(row(&found.rows, &["1"]).apart, -1);
    assert_eq!(row(&found.rows, &["other"]).apart, 1);
    assert_eq!(
        found.order.map(|order| order.len()),
        Some(3),
        "hundreds of thousands of cases carry an order"
    );
    let months = board.breakdown(ask("share", "%"), by(&["type"]), Some(3)).rows;
    assert_eq!(months.len(), 12);
    let last = months.last().unwrap().figure.period.unwrap().label();
    assert!(agree(months[8].figure.known().unwrap(), share(&last, "").0));
    // One month against another, and what the change is made of.
    let (from, to) = ("2018-01", "2019-01");
    let change = board.compare(ask("share", "%"), (month(from), month(to)), by(&["type"]));
    let (before, after) = (share(from, ""), share(to, ""));
    let split = change.split.unwrap();
    assert!((split.rate + split.mix - (after.0 - before.0)).abs() < 1e-9);
    let weights = |when: &str, kind: &str| share(when, kind).1 / share(when, "").1;
    let rate: f64 = ["1", "2", "other"]
        .iter()
        .map(|kind| {
            (share(to, kind).0 - share(from, kind).0) * (weights(from, kind) + weights(to, kind)) / 2.0
        })
        .sum();
    assert!((split.rate - rate).abs() < 1e-9, "{split:?} {rate}");
    // The chart of the KPI: Laney's limits by the formula, point by point.
    let signals = board.signals("k", &[], None).unwrap();
    assert_eq!((signals.kind, signals.places.len()), (Kind::Laney, 36));
    let labels: Vec<String> = signals.places.iter().map(|place| place.period.label()).collect();
    let counts: Vec<(f64, f64)> = labels.iter().map(|label| sums[&(label.clone(), String::new())]).collect();
    let centre = counts.iter().map(|c| c.0).sum::<f64>() / counts.iter().map(|c| c.1).sum::<f64>();
    let sigma = |n: f64| (centre * (1.0 - centre) / n).sqrt();
    let z: Vec<f64> = counts.iter().map(|(k, n)| (k / n - centre) / sigma(*n)).collect();
    let steps: f64 = z.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum::<f64>() / 35.0;
    for (point, (_, n)) in signals.chart.points.iter().zip(&counts) {
        let limits = point.limits.unwrap();
        assert!((limits.high - (centre + 3.0 * sigma(*n) * steps / 1.128)).abs() < 1e-12);
    }
    // The plain p chart, asked for: chance alone, so that millions of visits make nearly every month a signal.
    let plain = board.signals("k", &[], Some(Kind::P)).unwrap();
    assert_eq!(plain.kind, Kind::P);
    for (point, (_, n)) in plain.chart.points.iter().zip(&counts) {
        assert!((point.limits.unwrap().high - (centre + 3.0 * sigma(*n))).abs() < 1e-12);
    }
    let outside = plain.places.iter().zip(&plain.chart.points).filter(|(place, point)| {
        let limits = point.limits.unwrap();
        place.value.is_some_and(|value| value / 100.0 > limits.high || value / 100.0 < limits.low)
    });
    assert!(outside.count() > 30);
    let single = board.signals("k", &[], Some(Kind::Xmr)).unwrap();
    assert_eq!((single.kind, single.factor), (Kind::Xmr, 1.0));
    assert_eq!(
        signals.course.trend.unwrap().direction(0.95),
        Some(Direction::Down),
        "it fell for three years"
    );
}

#[test]
fn churn_by_contract_and_internet_service() {
    let Some(bytes) = real("cs/ibm_telco_churn_modeldata.csv") else { return };
    let mapping = r#"{ "version": 1, "source": "s", "at": "2026-10-31", "dimensions": ["contract", "internet_service"],
        "cross": [["contract", "internet_service"]],
        "measures": [{ "id": "m", "kpi": "retention", "column": "churn", "lost": ["Yes"] }] }"#;
    let board = board(mapping, &bytes, "2026-12-01");
    let mut sums: BTreeMap<(String, String), (f64, f64)> = BTreeMap::new();
    let text = std::str::from_utf8(&bytes).unwrap();
    let place =
        |name: &str| text.lines().next().unwrap().split(',').position(|column| column == name).unwrap();
    let (contract, service) = (place("contract"), place("internet_service"));
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let sum = sums.entry((cells[contract].to_owned(), cells[service].to_owned())).or_default();
        *sum = (sum.0 + f64::from(u8::from(cells[0] != "Yes")), sum.1 + 1.0);
    }
    let found = board.breakdown(ask("share", "%"), by(&["contract", "internet_service"]), None);
    assert_eq!(found.rows.len(), 1 + sums.len());
    for ((contract, service), (kept, all)) in &sums {
        let row = row(&found.rows, &[contract, service]);
        assert!(agree(row.figure.known().unwrap(), 100.0 * kept / all));
        assert_eq!(row.figure.n, Some(*all as u64));
    }
    assert_eq!(
        board.breakdown(ask("share", "%"), by(&["payment"]), None).missing.unwrap().code,
        "unknown-dimension"
    );
}

/// People with so many good cases of so many, in January.
fn people(counts: &[(u32, u32)]) -> String {
    let mut text = String::from("day,Agent,all,good\n");
    for (place, (good, all)) in counts.iter().enumerate() {
        for case in 0..*all {
            writeln!(text, "2026-01-05,a{place},1,{}", u8::from(case < *good)).unwrap();
        }
    }
    text
}

const AGENTS: &str = r#"{ "version": 1, "source": "s", "dimensions": [{ "column": "Agent", "person": true }],
    "columns": { "created": "day" }, "measures": [{ "id": "m", "kpi": "counts", "denominator": "all", "numerator": "good" }] }"#;

#[test]
fn people_are_drawn_together_and_nobody_is_ranked_by_chance() {
    let counts = [(40, 50), (30, 50), (90, 120), (24, 30), (60, 100), (3, 9), (5, 12)];
    let board = board(AGENTS, people(&counts).as_bytes(), "2026-02-05");
    let found = board.breakdown(ask("share", "%"), by(&["Agent"]), None);
    assert_eq!(found.order, None);
    // Under twenty cases nobody is shown.
    for name in ["a5", "a6"] {
        assert_eq!(row(&found.rows, &[name]).figure.value.as_ref().unwrap_err().code, "suppressed");
    }
    // Kleinman's moments, by hand.
    let kept: Vec<(f64, f64)> = counts[..5].iter().map(|(k, n)| (f64::from(*k), f64::from(*n))).collect();
    let n: f64 = kept.iter().map(|c| c.1).sum();
    let p = kept.iter().map(|c| c.0).sum::<f64>() / n;
    let s: f64 = kept.iter().map(|(k, n)| n * (k / n - p) * (k / n - p)).sum();
    let squares: f64 = kept.iter().map(|c| c.1 * c.1).sum();
    let m = kept.len() as f64;
    let rho = (s - p * (1.0 - p) * (m - 1.0)) / (p * (1.0 - p) * (n - squares / n - (m - 1.0)));
    let prior = 1.0 / rho - 1.0;
    assert!(rho > 0.0 && rho < 1.0);
    for (place, (k, n)) in kept.iter().enumerate() {
        let row = row(&found.rows, &[&format!("a{place}")]);
        let (a, b) = (k + prior * p, n - k + prior * (1.0 - p));
        assert!((row.figure.known().unwrap() - 100.0 * a / (a + b)).abs() < 1e-9);
        assert!((row.own.unwrap() - n / (n + prior)).abs() < 1e-9);
        // The mass of Beta(a, b) within the interval, by a plain sum.
        let interval = row.figure.interval.as_ref().unwrap();
        assert_eq!(interval.method, "beta-binomial");
        let density = |x: f64| ((a - 1.0) * x.ln() + (b - 1.0) * (1.0 - x).ln()).exp();
        let sum = |low: f64, high: f64| {
            (0..20_000).map(|i| density(low + (high - low) * (f64::from(i) + 0.5) / 20_000.0)).sum::<f64>()
                * (high - low)
        };
        let inside = sum(interval.low / 100.0, interval.high / 100.0) / sum(0.0, 1.0);
        assert!((inside - 0.95).abs() < 1e-4, "{inside}");
    }
    // Nobody's name is written.
    let text = throughline::format::snapshot::encode(board.snapshot());
    assert!(!text.contains("a0") && !text.contains("Agent"), "{text}");
}

#[test]
fn shrinking_is_what_it_says() {
    // No more between than within: all get what they have in common.
    let alike = shrink_shares(&[(50.0, 100.0), (50.0, 100.0), (51.0, 100.0)], 0.95).unwrap();
    assert!(alike.iter().all(|each| each.weight <= 0.0 && (each.value - 151.0 / 300.0).abs() < 1e-12));
    assert_eq!(shrink_shares(&[(1.0, 2.0)], 0.95), None);
    assert_eq!(shrink_shares(&[(0.0, 9.0), (0.0, 9.0)], 0.95), None);
    // Means, by the formulas of DerSimonian and Laird for equal groups: B = 1 − (m − 1)·se² ÷ Σ(x − x̄)².
    let groups: Vec<Moments> =
        [1.0, 3.0, 8.0].iter().map(|base| (0..10).map(|i| base + f64::from(i % 2)).collect()).collect();
    let found = shrink_means(&groups, 0.95).unwrap();
    let error = (10.0 * 0.25 / 9.0) / 10.0;
    let squares: f64 = [1.0_f64, 3.0, 8.0].iter().map(|x| (x - 4.0) * (x - 4.0)).sum();
    let own = 1.0 - 2.0 * error / squares;
    for (each, base) in found.iter().zip([1.5, 3.5, 8.5]) {
        assert!(
            (each.weight - own).abs() < 1e-12
                && (each.value - (own * base + (1.0 - own) * 4.5)).abs() < 1e-12
        );
    }
}

#[test]
fn what_cannot_be_told_is_said() {
    let board = board(COUNTS, STONES.as_bytes(), "2026-03-05");
    let signals = board.signals("k", &[], None).unwrap();
    assert!(
        signals.chart.phases.iter().all(|phase| phase.limits.is_none()) && signals.chart.signals.is_empty()
    );
    assert!(matches!(signals.course.trend, Err(CannotTell::TooFew { have: 2, .. })));
    assert_eq!(board.signals("nobody", &[], None).unwrap_err().code(), "unknown-id");
    assert!(board.signals("typed", &[], None).unwrap().places.is_empty());
    assert_eq!(board.question("typed").unwrap_err().issues()[0].code, "not-measured");
    let code = |text: &str| {
        let error = question::decode(text).and_then(|asked| board.compare_of(asked)).unwrap_err();
        error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at)).collect::<Vec<_>>()
    };
    assert_eq!(code("{}"), ["missing-field "]);
    assert_eq!(code(r#"{ "kpi": "k", "by": ["a", "b", "c"] }"#), ["segment-dimensions /by/2"]);
    assert_eq!(
        code(r#"{ "kpi": "k", "from": "soon", "to": "2026-13" }"#),
        ["not-a-period /from", "not-a-period /to"]
    );
    assert_eq!(
        code(r#"{ "source": "s", "mesure": "m", "variant": "share" }"#),
        ["missing-field ", "unknown-field /mesure"]
    );
    // A median is no sum of its parts, and is compared by the intervals.
    let mapping = r#"{ "version": 1, "source": "s", "dimension": "t", "columns": { "created": "c", "resolved": "r" },
        "measures": [{ "id": "m", "kpi": "resolution-time" }] }"#;
    let mut text = String::from("c,r,t\n");
    for i in 0..60 {
        let (month, hours) = if i < 30 { (1, i % 10 + 1) } else { (2, i % 10 + 11) };
        writeln!(
            text,
            "2026-{month:02}-05T00:00,2026-{month:02}-05T{hours:02}:00,{}",
            if i % 2 == 0 { "a" } else { "b" }
        )
        .unwrap();
    }
    let board = self::board(mapping, text.as_bytes(), "2026-03-05");
    let found = board.compare(ask("median", "h"), (None, None), by(&["t"]));
    let difference = found.total.difference.unwrap();
    assert_eq!(
        (difference.difference, difference.method, difference.verdict),
        (10.0, "mover", Verdict::Higher)
    );
    assert_eq!(found.split.unwrap_err().code, "not-additive");
    let mean = board.compare(ask("mean", "h"), (None, None), by(&["t"]));
    let split = mean.split.unwrap();
    assert!((split.rate - 10.0).abs() < 1e-9 && split.mix.abs() < 1e-9);
}

#[test]
fn two_surveys_are_compared_by_the_score_that_is_asked_for() {
    // The worked value: 180, 160, 60 answers and then 200, 150, 50 make 7.5 points more, z 1.504.
    let error = |[plus, neither, minus]: [f64; 3]| {
        let n = plus + neither + minus;
        let (p, d) = (plus / n, minus / n);
        ((p + d - (p - d).powi(2)) / n).sqrt()
    };
    let half = 1.959_963_985 * 100.0 * error([180.0, 160.0, 60.0]).hypot(error([200.0, 150.0, 50.0]));
    let mut scores = String::from("day,score\n");
    for (day, counts) in [("2026-09-05", [180, 160, 60]), ("2026-10-05", [200, 150, 50])] {
        for (score, times) in [9, 7, 0].iter().zip(counts) {
            (0..times).for_each(|_| writeln!(scores, "{day},{score}").unwrap());
        }
    }
    let counts = "day,p,n,d\n2026-09-05,180,160,60\n2026-10-05,200,150,50\n";
    for family in ["nps", "enps"] {
        let answers = format!(r#""kpi": "{family}", "column": "score""#);
        let counted = format!(
            r#""kpi": "{family}", "counts": {{ "promoters": {{ "sum": "p" }}, "passives": {{ "sum": "n" }}, "detractors": {{ "sum": "d" }} }}"#
        );
        for (measure, rows) in [(answers, scores.as_str()), (counted, counts)] {
            let mapping = format!(
                r#"{{ "version": 1, "source": "s", "columns": {{ "created": "day" }}, "measures": [{{ "id": "m", {measure} }}] }}"#
            );
            let board = board(&mapping, rows.as_bytes(), "2026-11-05");
            let difference = |variant: &str| {
                let found = board.compare(ask(variant, "points"), (None, None), Vec::new());
                found.total.difference.unwrap()
            };
            let plain = difference("net-wald");
            let (low, high) = plain.interval.unwrap();
            assert!((plain.difference - 7.5).abs() < 1e-9 && plain.method == "wald", "{family}: {plain:?}");
            assert!((high - low - 2.0 * half).abs() < 1e-6 && (0.5 * (low + high) - 7.5).abs() < 1e-9);
            // Two-sided, of z = 1.504.
            assert!((plain.p.unwrap() - 0.1326).abs() < 5e-4);
            assert!(matches!(plain.verdict, Verdict::CannotTell { needed: Some(_) }));
            assert_eq!(difference("net").method, "adjusted-wald");
        }
    }
}
