//! A plan written and read is the same plan; and whatever is read, the decoder answers.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use throughline::format::plan::{decode, encode};

/// Numbers a plan may hold: whole, broken, tiny, large, of either sign.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-1000_i32..1000).prop_map(f64::from),
        -1e6..1e6,
        proptest::sample::select(vec![0.0, 0.1, 1.0 / 3.0, 1e-12, 9_007_199_254_740_993.0, -1e100, 1e149]),
    ]
}

fn any_day() -> impl Strategy<Value = String> {
    (2020..2030, 1..=12, 1..=28).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    proptest::sample::select(words).prop_map(Value::from)
}

/// Fields that are there or not.
fn fields(each: Vec<(&'static str, BoxedStrategy<Value>)>) -> impl Strategy<Value = Map<String, Value>> {
    let maybe = |(name, value): (&'static str, BoxedStrategy<Value>)| {
        proptest::option::of(value).prop_map(move |value| value.map(|value| (name.to_owned(), value)))
    };
    each.into_iter().map(maybe).collect::<Vec<_>>().prop_map(|fields| fields.into_iter().flatten().collect())
}

fn any_series() -> impl Strategy<Value = Value> {
    let amount = prop_oneof![
        any_number().prop_map(|value| json!({ "value": value })),
        (any_number(), 0.001..1e6).prop_map(|(top, all)| json!({ "numerator": top, "denominator": all })),
    ];
    let extra = fields(vec![("n", (1_u64..1 << 53).prop_map(Value::from).boxed())]);
    let interval = proptest::option::of((any_number(), any_number()));
    let value = (amount, extra, interval).prop_map(|(mut amount, extra, interval)| {
        let fields = amount.as_object_mut().unwrap();
        fields.extend(extra);
        if let Some((one, other)) = interval {
            fields.insert("low".into(), json!(one.min(other)));
            fields.insert("high".into(), json!(one.max(other)));
        }
        amount
    });
    proptest::collection::btree_map(any_day(), value, 0..5).prop_map(|series| {
        let dated = series.into_iter().rev().map(|(day, mut value)| {
            value["at"] = json!(day);
            value
        });
        dated.collect()
    })
}

fn any_points() -> impl Strategy<Value = Value> {
    proptest::collection::btree_map(any_day(), 0.0..=1.0, 1..4).prop_map(|points| {
        points
            .into_iter()
            .rev()
            .map(|(date, progress)| json!({ "date": date, "progress": progress }))
            .collect()
    })
}

fn any_score() -> impl Strategy<Value = Value> {
    proptest::collection::vec(-1e6..1e6, 4).prop_flat_map(|mut bounds| {
        bounds.sort_by(f64::total_cmp);
        let (low0, low, high, high0) = (bounds[0], bounds[1], bounds[2], bounds[3] + 1.0);
        prop_oneof![
            Just(json!({ "function": "linear" })),
            Just(json!({ "function": "min-max", "low": low0, "high": high0 })),
            Just(json!({ "function": "range", "low0": low0, "low": low, "high": high, "high0": high0 })),
            Just(json!({ "function": "binary", "at": low })),
            Just(json!({ "function": "ordinal", "scores": [{ "value": low0, "word": "Low", "score": 0.25 }, { "value": high0, "score": 1 }] })),
            Just(json!({ "function": "piecewise", "points": [{ "value": low0, "score": 0.25 }, { "value": high0, "score": 1 }] })),
            Just(json!({ "function": "expression", "formula": "clamp(value / 10, low, high)", "low": low, "high": high0 })),
            Just(json!({ "function": "thresholds", "rules": [
                { "when": "at-least", "against": { "number": low }, "status": "on-track", "score": 1 },
                { "when": "below", "against": { "number": high }, "status": "at-risk", "score": 0.5 } ],
                "otherwise": { "status": "off-track", "score": 0.125 } })),
        ]
    })
}

fn any_override() -> impl Strategy<Value = Value> {
    (any_day(), 0.0..=1.0, 0..3_u8).prop_map(|(expires, score, sets)| {
        let mut by = json!({ "reason": "R", "author": "ana", "expires": expires });
        if sets != 1 {
            by["score"] = json!(score);
        }
        if sets != 0 {
            by["status"] = json!("at-risk");
        }
        by
    })
}

fn any_reading() -> impl Strategy<Value = Value> {
    let percent = (1_u32..100_000, any::<bool>()).prop_map(|(thousandths, ranked)| {
        let percent = f64::from(thousandths) / 1000.0;
        json!(format!("p{percent}{}", if ranked { "-nearest-rank" } else { "" }))
    });
    let variant =
        prop_oneof![word(&["mean", "median", "share-within", "net", "share", "top-2-box"]), percent];
    variant.prop_map(|variant| json!({ "source": "tickets", "measure": "m", "variant": variant }))
}

/// A KPI that holds by all rules: its direction is that of its target.
fn any_kpi() -> impl Strategy<Value = Value> {
    let points = any_points().prop_flat_map(|points| {
        prop_oneof![
            Just(json!({ "course": "milestones", "points": points })),
            Just(json!({ "course": "steps", "points": points })),
            Just(json!({ "course": "even" })),
        ]
    });
    let free = fields(vec![
        ("description", Just(json!("Words with ü and \"quotes\"")).boxed()),
        ("unit", word(&["%", "h", "points"]).boxed()),
        ("weight", (0.0..10.0).prop_map(Value::from).boxed()),
        ("owner", word(&["ana", "it"]).boxed()),
        ("interval", word(&["day", "week", "month", "quarter", "year"]).boxed()),
        ("lead", word(&["leading", "lagging"]).boxed()),
        ("score", any_score().boxed()),
        ("expected", points.boxed()),
        ("aggregate", word(&["last", "sum", "mean", "min", "max", "count", "ratio-of-sums"]).boxed()),
        (
            "window",
            prop_oneof![Just(json!("all")), (1_u32..40).prop_map(|last| json!({ "last": last }))].boxed(),
        ),
        ("measure", any_reading().boxed()),
        (
            "bands",
            (0.0..=1.0, 0.0..=1.0)
                .prop_map(|(a, b): (f64, f64)| json!({ "onTrack": a.max(b), "atRisk": a.min(b) }))
                .boxed(),
        ),
        (
            "benchmark",
            (any_number(), any_day())
                .prop_map(|(value, date)| json!({ "value": value, "source": "S", "date": date }))
                .boxed(),
        ),
        ("values", any_series().boxed()),
        ("override", any_override().boxed()),
    ]);
    let ends = (proptest::option::of(any_number()), proptest::option::of(any_number()), any::<bool>());
    (free, ends).prop_map(|(mut kpi, (baseline, target, up))| {
        let upwards = match (baseline, target) {
            (Some(baseline), Some(target)) if baseline < target => true,
            (Some(baseline), Some(target)) if baseline > target => false,
            _ => up,
        };
        kpi.insert("direction".into(), json!(if upwards { "up" } else { "down" }));
        // Equal ends are for the functions that need no progress; here they are simply not written.
        kpi.extend(
            baseline.filter(|baseline| Some(*baseline) != target).map(|b| ("baseline".into(), json!(b))),
        );
        kpi.extend(target.map(|target| ("target".into(), json!(target))));
        Value::Object(kpi)
    })
}

fn any_node() -> impl Strategy<Value = Value> {
    let days = proptest::option::of((any_day(), any_day()));
    let free = fields(vec![
        ("description", Just(json!("Why")).boxed()),
        ("perspective", word(&["customer", "people"]).boxed()),
        (
            "owners",
            prop_oneof![
                Just(json!([{ "owner": "ana" }])),
                Just(json!([{ "owner": "it", "accountable": false, "commitment": "asked" }]))
            ]
            .boxed(),
        ),
        ("rollUp", word(&["mean", "min", "max", "worst", "capped-sum"]).boxed()),
        ("missing", word(&["ignore", "propagate", "zero"]).boxed()),
        ("override", any_override().boxed()),
        ("checkIns", word(&["day", "week", "month", "quarter", "year"]).boxed()),
    ]);
    (free, days, proptest::collection::vec(any_kpi(), 0..3)).prop_map(|(mut node, days, kpis)| {
        node.extend(days.into_iter().flat_map(|(one, other)| {
            let (start, due) = if one <= other { (one, other) } else { (other, one) };
            [("start".to_owned(), json!(start)), ("due".to_owned(), json!(due))]
        }));
        node.insert("kpis".into(), Value::Array(kpis));
        Value::Object(node)
    })
}

/// Links to some of the nodes above; shares, where given, come to 1 at most.
fn any_links() -> impl Strategy<Value = Vec<(prop::sample::Index, f64, Option<f64>, bool)>> {
    let weight = prop_oneof![Just(1.0), Just(0.0), 0.001..9.0];
    proptest::collection::vec(
        (any::<prop::sample::Index>(), weight, proptest::option::of(0.0..0.3), any::<bool>()),
        0..3,
    )
}

fn any_settings() -> impl Strategy<Value = Map<String, Value>> {
    let weights = fields(
        ["AL-V", "AL-C", "AL-M", "AL-OWN", "AL-T"]
            .map(|id| (id, (0.0..1.0).prop_map(Value::from).boxed()))
            .into(),
    );
    fields(vec![
        ("coverageNeeded", (0.0..=1.0).prop_map(Value::from).boxed()),
        ("missing", word(&["ignore", "propagate", "zero"]).boxed()),
        ("stale", word(&["leave", "keep"]).boxed()),
        ("rollUp", word(&["mean", "min", "max", "worst"]).boxed()),
        ("indexWeights", weights.prop_map(Value::Object).boxed()),
        ("off", Just(json!([{ "finding": "orphan", "node": "goals0", "reason": "R" }, { "finding": "stale", "reason": "R" }])).boxed()),
    ])
}

/// A whole plan that holds by all rules: every node serves nodes that stand above it.
fn any_plan() -> impl Strategy<Value = Value> {
    let level = |least| proptest::collection::vec((any_node(), any_links()), least..4);
    let fields =
        (any::<bool>(), any::<bool>(), word(&["day", "week", "month", "quarter", "year"]), any_settings());
    (any_node(), level(1), level(0), level(0), fields).prop_map(|(mission, goals, strategies, actions, fields)| {
        let (company, vision, period, settings) = fields;
        let mut above = vec!["mission".to_owned()];
        let mut plan = json!({
            "version": 1, "title": "Plan", "period": period, "settings": settings,
            "owners": [{ "id": "ana", "name": "Ana", "team": "T" }, { "id": "it", "name": "IT", "outside": true }],
            "perspectives": [{ "id": "customer", "title": "C" }, { "id": "people", "title": "P" }],
            "mission": named(mission, "mission", &mut 0),
        });
        plan["mission"].as_object_mut().unwrap().remove("perspective");
        if company {
            plan["companyMission"] = json!({ "id": "company", "title": "C", "description": "D" });
        }
        if vision {
            plan["vision"] = json!({ "id": "vision", "title": "V" });
        }
        let mut kpis = 0;
        for (list, nodes) in [("goals", goals), ("strategies", strategies), ("actions", actions)] {
            let mut written = Vec::new();
            for (place, (node, links)) in nodes.into_iter().enumerate() {
                let id = format!("{list}{place}");
                let mut node = named(node, &id, &mut kpis);
                node["serves"] = served(&above, links);
                above.push(id);
                written.push(node);
            }
            plan[list] = Value::Array(written);
        }
        plan["drives"] = json!([{ "from": "goals0", "to": "mission", "effect": "lowers", "lag": 3 }, { "from": "mission", "to": "goals0" }]);
        plan
    })
}

fn named(mut node: Value, id: &str, kpis: &mut usize) -> Value {
    node["id"] = json!(id);
    node["title"] = json!(format!("Title of {id}"));
    for kpi in node["kpis"].as_array_mut().unwrap() {
        kpi["id"] = json!(format!("kpi-{id}-{kpis}"));
        kpi["title"] = json!("K");
        *kpis += 1;
    }
    node
}

fn served(above: &[String], links: Vec<(prop::sample::Index, f64, Option<f64>, bool)>) -> Value {
    let shared = links.iter().all(|(_, _, share, _)| share.is_some());
    let mut seen = Vec::new();
    let mut written = Vec::new();
    for (place, weight, share, noted) in links {
        let to: &String = place.get(above);
        if seen.contains(to) {
            continue;
        }
        seen.push(to.clone());
        let mut link = json!({ "to": to, "weight": weight });
        if let Some(share) = share.filter(|_| shared) {
            link["share"] = json!(share);
        }
        if noted {
            link["note"] = json!("N");
        }
        written.push(link);
    }
    Value::Array(written)
}

/// Any JSON, made of the names and words that plans are made of.
fn any_json() -> impl Strategy<Value = Value> {
    let texts = [
        "mission",
        "a",
        "",
        "2026-01-31",
        "2026-99-99",
        "up",
        "min-max",
        "steps",
        "p90",
        "all",
        "\u{0}",
        "𝒯",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        proptest::sample::select(texts.to_vec()).prop_map(Value::from),
    ];
    let names = [
        "version",
        "title",
        "mission",
        "goals",
        "actions",
        "id",
        "kpis",
        "serves",
        "to",
        "weight",
        "share",
        "values",
        "at",
        "value",
        "numerator",
        "denominator",
        "low",
        "high",
        "score",
        "function",
        "expected",
        "course",
        "points",
        "date",
        "progress",
        "owners",
        "owner",
        "settings",
        "off",
        "bands",
        "onTrack",
        "window",
        "last",
        "drives",
        "from",
        "lag",
        "shouldMove",
        "measure",
        "variant",
        "baseline",
        "target",
        "~/",
        "",
    ];
    leaf.prop_recursive(7, 120, 8, move |inner| {
        let name = proptest::sample::select(names.to_vec());
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((name, inner), 0..8).prop_map(|fields| Value::Object(
                fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn a_plan_written_and_read_is_the_same_plan(value in any_plan()) {
        let plan = decode(&value.to_string()).map_err(|error| TestCaseError::fail(format!("{error}\n{value:#}")))?;
        let text = encode(&plan);
        let again = decode(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&plan, &again);
        prop_assert_eq!(encode(&again), text);
    }

    #[test]
    fn any_json_gets_an_answer(value in any_json()) {
        if let Err(error) = decode(&value.to_string()) {
            prop_assert!(!error.issues().is_empty());
            for issue in error.issues() {
                // A pointer leads somewhere in the input, or to a field or item that should be there.
                let parent = issue.at.as_str().rsplit_once('/').map_or("", |(parent, _)| parent);
                prop_assert!(value.pointer(issue.at.as_str()).or(value.pointer(parent)).is_some(), "{}", issue);
            }
        }
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,40}|[\\[{\"a:,}\\]0-9e.-]{0,30}") {
        let _ = decode(&text);
    }
}
