//! Several dimensions and pairs of them: from the mapping to the KPI's value.
mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use support::{load, mapping_of, reading, value};
use throughline::format::{mapping, snapshot};
use throughline::plan::{Reading, Window};
use throughline::snapshot::{Partial, Segment};

/// A period and the values of a segment, with rows and the sum of their answers.
type Counted = BTreeMap<(String, Vec<(u8, String)>), (u64, u64)>;

const MAPPING: &str = r#"{ "version": 1, "source": "s", "dimensions": ["Channel", "Team", "Region"],
    "cross": [["Team", "Channel"], ["Channel", "Region"]], "columns": { "answered": "d" },
    "measures": [{ "id": "csat", "kpi": "csat", "column": "a" }] }"#;

/// What a KPI says of one segment of several dimensions.
fn ask(segment: &[(&str, &str)]) -> Reading {
    let segment = segment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Reading { segment, ..reading("csat", "mean", None) }
}

fn row() -> impl Strategy<Value = (u32, [u32; 3], u32)> {
    (8_u32..=10, [0_u32..4, 0_u32..3, 0_u32..3], 1_u32..=5)
}

fn csv(rows: &[(u32, [u32; 3], u32)]) -> String {
    let name = |kind: &str, value: u32| if value == 0 { String::new() } else { format!("{kind}{value}") };
    let line = |(month, [channel, team, region], answer): &(u32, [u32; 3], u32)| {
        let names = [name("c", *channel), name("t", *team), name("r", *region)].join(",");
        format!("2026-{month:02}-05,{names},{answer}\n")
    };
    format!("d,Channel,Team,Region,a\n{}", rows.iter().map(line).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Each cell counts the rows that a second way, one filter a cell, counts.
    #[test]
    fn every_cell_is_the_count_of_its_rows(rows in prop::collection::vec(row(), 1..200)) {
        let (_, snapshot) = load(MAPPING, csv(&rows).as_bytes());
        let part = snapshot.get("s", "csat").unwrap();
        let mut counted = Counted::new();
        for (month, values, answer) in &rows {
            let name = |place: usize| {
                let letter = ["c", "t", "r"][place];
                (values[place] > 0).then(|| (place as u8, format!("{letter}{}", values[place])))
            };
            let groups = [vec![], vec![0], vec![1], vec![2], vec![0, 1], vec![0, 2]];
            for group in groups {
                let Some(segment) = group.into_iter().map(name).collect::<Option<Vec<_>>>() else { continue };
                let cell = counted.entry((format!("2026-{month:02}"), segment)).or_default();
                *cell = (cell.0 + 1, cell.1 + u64::from(*answer));
            }
        }
        let answers = |partial: &Partial| match &partial.shape {
            throughline::snapshot::Shape::Scale(answers) => {
                answers.iter().map(|(point, count)| u64::from(point.unsigned_abs()) * count).sum::<u64>()
            }
            _ => 0,
        };
        let found: BTreeMap<_, _> = part
            .cells
            .iter()
            .map(|((period, segment), partial)| {
                ((period.label(), segment.values().to_vec()), (partial.n, answers(partial)))
            })
            .collect();
        prop_assert_eq!(found, counted);
    }

    /// Written and read again it is the same snapshot, byte for byte.
    #[test]
    fn a_snapshot_of_several_dimensions_comes_back(rows in prop::collection::vec(row(), 1..200)) {
        let (_, rows) = load(MAPPING, csv(&rows).as_bytes());
        let text = snapshot::encode(&rows);
        let read = snapshot::decode(&text).unwrap();
        prop_assert_eq!(&read, &rows.to_written());
        prop_assert_eq!(snapshot::encode(&read), text);
    }
}

#[test]
fn a_kpi_reads_a_value_of_a_dimension_or_of_two() {
    let rows: Vec<_> = (0..90).map(|i| (10, [i % 2 + 1, i % 3 % 2 + 1, 0], i % 5 + 1)).collect();
    let (_, snapshot) = load(MAPPING, csv(&rows).as_bytes());
    let mean =
        |segment: &[(&str, &str)]| value(&snapshot, &ask(segment), "rating", Window::Last(1), "2026-11-05");
    let by_hand = |keep: &dyn Fn(u32) -> bool| {
        let kept: Vec<f64> = (0..90).filter(|i| keep(*i)).map(|i| f64::from(i % 5 + 1)).collect();
        (Some(kept.len() as u64), Ok(kept.iter().sum::<f64>() / kept.len() as f64))
    };
    let figure = |segment: &[(&str, &str)]| {
        let figure = mean(segment);
        (figure.n, figure.value)
    };
    assert_eq!(figure(&[("", "c1")]), by_hand(&|i| i % 2 == 0));
    assert_eq!(figure(&[("Channel", "c1")]), by_hand(&|i| i % 2 == 0));
    assert_eq!(figure(&[("Team", "t2")]), by_hand(&|i| i % 3 == 1));
    assert_eq!(figure(&[("Team", "t2"), ("Channel", "c1")]), by_hand(&|i| i % 2 == 0 && i % 3 == 1));
    let why = |segment: &[(&str, &str)]| mean(segment).value.unwrap_err().code;
    assert_eq!(why(&[("Agent", "x")]), "unknown-dimension");
    assert_eq!(why(&[("Team", "t2"), ("Region", "r1")]), "not-crossed");
    assert_eq!(why(&[("Team", "nobody")]), "no-data");
    assert_eq!(snapshot.get("s", "csat").unwrap().segments().len(), 2 + 2 + 4);
    assert!(Segment::of(vec![(1, "t".into()), (0, "c".into())]).dimensions().eq([0, 1]));
}

#[test]
fn a_mapping_comes_back_and_its_faults_are_named() {
    for text in [
        MAPPING,
        r#"{ "version": 1, "source": "s", "dimension": "Team" }"#,
        r#"{ "version": 1, "source": "s", "dimensions": [{ "column": "Agent", "person": true }] }"#,
        r#"{ "version": 1, "source": "s", "dimensions": ["Team", { "column": "Agent", "person": true, "publish": true }] }"#,
    ] {
        let read = mapping_of(text);
        assert_eq!(mapping::decode(&mapping::encode(&read)).unwrap(), read);
    }
    let one = mapping_of(r#"{ "version": 1, "source": "s", "dimensions": ["Team"] }"#);
    assert_eq!(one, mapping_of(r#"{ "version": 1, "source": "s", "dimension": "Team" }"#));
    let faults = |rest: &str| -> Vec<String> {
        let error = mapping::decode(&format!(r#"{{ "version": 1, "source": "s", {rest} }}"#)).unwrap_err();
        error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at)).collect()
    };
    assert_eq!(faults(r#""dimension": "a", "dimensions": ["b"]"#), ["not-both /dimensions"]);
    assert_eq!(faults(r#""dimensions": ["a", "a"]"#), ["listed-twice /dimensions/1"]);
    assert_eq!(faults(r#""dimensions": ["a", "b"], "cross": [["a", "c"]]"#), ["unknown-value /cross/0/1"]);
    assert_eq!(
        faults(r#""dimensions": ["a", "b"], "cross": [["a", "a"], ["b"]]"#),
        ["listed-twice /cross/0/1", "wrong-type /cross/1"]
    );
    assert_eq!(
        faults(r#""dimensions": [{ "column": "a", "persn": true }]"#),
        ["unknown-field /dimensions/0/persn"]
    );
}
