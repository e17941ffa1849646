//! No written snapshot gives a small group away, whatever of it is added and subtracted.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, reason = "a test may stop")]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use support::load;
use throughline::calendar::{Cycle, Granularity, Period};
use throughline::format::snapshot::{decode, encode, keep, restore};
use throughline::snapshot::{MINIMUM, MeasurePart, Segment, Snapshot};

/// Rows as (month, value in each dimension; 0 for none).
type Rows = Vec<(u32, Vec<u32>)>;

fn mapping(dimensions: usize, cross: &[(usize, usize)], person: bool) -> String {
    mapping_of(dimensions, cross, person, MINIMUM)
}

fn mapping_of(dimensions: usize, cross: &[(usize, usize)], person: bool, minimum: u64) -> String {
    let name = |place: usize| format!("\"D{place}\"");
    let mut names: Vec<String> = (0..dimensions).map(name).collect();
    if person {
        names[0] = "{ \"column\": \"D0\", \"person\": true, \"publish\": true }".into();
    }
    let pairs: Vec<String> = cross.iter().map(|(a, b)| format!("[{}, {}]", name(*a), name(*b))).collect();
    format!(
        r#"{{ "version": 1, "source": "s", "dimensions": [{}], "cross": [{}], "columns": {{ "answered": "d" }}, "minimum": {minimum},
            "measures": [{{ "id": "m", "kpi": "csat", "column": "a" }}] }}"#,
        names.join(","),
        pairs.join(",")
    )
}

fn csv(dimensions: usize, rows: &Rows) -> String {
    let header: String = (0..dimensions).map(|place| format!(",D{place}")).collect();
    let line = |(month, values): &(u32, Vec<u32>)| {
        let name = |value: &u32| if *value == 0 { ",".to_owned() } else { format!(",v{value}") };
        format!("2026-{month:02}-05,3{}\n", values.iter().map(name).collect::<String>())
    };
    format!("d,a{header}\n{}", rows.iter().map(line).collect::<String>())
}

/// What is known to be nobody: no cell that was published or dropped speaks of it.
fn possible(part: &MeasurePart, period: Period, atom: &[u32], groups: &[Vec<usize>]) -> bool {
    groups.iter().filter(|group| !group.is_empty()).all(|group| {
        let Some(segment) = segment(atom, group) else { return true };
        let key = (period, segment);
        part.cells.get(&key).is_some() || part.hides(&key)
    })
}

fn segment(atom: &[u32], group: &[usize]) -> Option<Segment> {
    let value = |place: &usize| (atom[*place] > 0).then(|| (*place as u8, format!("v{}", atom[*place])));
    group.iter().map(value).collect::<Option<Vec<_>>>().map(Segment::of)
}

/// Arithmetic that does not round.
const PRIME: u64 = 2_147_483_647;

fn power(base: u64, mut exponent: u64) -> u64 {
    let (mut base, mut result) = (base % PRIME, 1);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}

/// Rows in echelon form, each with the place of its leading one.
#[derive(Default)]
struct Known(Vec<(usize, Vec<u64>)>);

impl Known {
    /// What is left of a row when all that is known is taken off.
    fn reduce(&self, mut row: Vec<u64>) -> Vec<u64> {
        for (lead, known) in &self.0 {
            let factor = row[*lead];
            if factor != 0 {
                for (x, y) in row.iter_mut().zip(known) {
                    *x = (*x + (PRIME - factor) * y) % PRIME;
                }
            }
        }
        row
    }

    fn learn(&mut self, row: Vec<u64>) {
        let mut row = self.reduce(row);
        if let Some(lead) = row.iter().position(|x| *x != 0) {
            let inverse = power(row[lead], PRIME - 2);
            row.iter_mut().for_each(|x| *x = *x * inverse % PRIME);
            self.0.push((lead, row));
        }
    }

    fn knows(&self, row: Vec<u64>) -> bool {
        self.reduce(row).iter().all(|x| *x == 0)
    }
}

/// Every combination of values, each dimension's 0 for none.
fn atoms(sizes: &[u32]) -> Vec<Vec<u32>> {
    sizes.iter().fold(vec![Vec::new()], |all, size| {
        all.iter().flat_map(|atom| (0..=*size).map(|value| [atom.as_slice(), &[value]].concat())).collect()
    })
}

/// Solves for every group of fewer than the minimum, a dimension's and a pair's rest included, from all that
/// is published of a period and from who is known not to be there; none may be determined.
fn attack(
    sizes: &[u32],
    cross: &[(usize, usize)],
    rows: &Rows,
    part: &MeasurePart,
    minimum: u64,
) -> Result<(), TestCaseError> {
    let mut groups: Vec<Vec<usize>> = vec![vec![]];
    groups.extend((0..sizes.len()).map(|place| vec![place]));
    groups.extend(cross.iter().map(|(a, b)| vec![*a, *b]));
    let months: BTreeSet<u32> = rows.iter().map(|(month, _)| *month).collect();
    for month in months {
        let first = format!("2026-{month:02}-01");
        let period = Period::containing(support::day(&first), Cycle::from(Granularity::Month));
        let atoms: Vec<Vec<u32>> =
            atoms(sizes).into_iter().filter(|atom| possible(part, period, atom, &groups)).collect();
        let row = |group: &[usize], values: &[u32]| -> Vec<u64> {
            let on = |atom: &Vec<u32>| {
                u64::from(group.iter().zip(values).all(|(place, value)| atom[*place] == *value))
            };
            atoms.iter().map(on).collect()
        };
        let mut known = Known::default();
        let mut small = Vec::new();
        // The whole of a period is shown whatever it is; who is all of it is told with it.
        let whole = rows.iter().filter(|(each, _)| *each == month).count() as u64;
        for group in &groups {
            let picked: Vec<u32> = group.iter().map(|place| sizes[*place]).collect();
            for values in self::atoms(&picked) {
                let mut atom = vec![0; sizes.len()];
                group.iter().zip(&values).for_each(|(place, value)| atom[*place] = *value);
                let n = rows
                    .iter()
                    .filter(|(each, row)| {
                        *each == month && group.iter().all(|place| row[*place] == atom[*place])
                    })
                    .count() as u64;
                let cell = segment(&atom, group).and_then(|segment| part.cells.get(&(period, segment)));
                if let Some(cell) = cell {
                    prop_assert_eq!(cell.n, n);
                    prop_assert!(group.is_empty() || n >= minimum);
                    known.learn(row(group, &values));
                } else if (1..minimum).contains(&n) && n < whole {
                    small.push((group.clone(), values.clone(), n));
                }
            }
        }
        for (group, values, n) in small {
            let target = row(&group, &values);
            prop_assert!(
                !known.knows(target),
                "{n} of {group:?} = {values:?} in {month} are given away by {:?}",
                rows
            );
        }
    }
    Ok(())
}

/// Rows of few, uneven values, so that many groups are small.
fn rows(sizes: &'static [u32], months: u32) -> impl Strategy<Value = Rows> {
    let value = |size: u32| {
        (0.0_f64..1.0)
            .prop_map(move |x| ((x * x) * f64::from(size + 1)) as u32)
            .prop_map(move |v| size - v.min(size))
    };
    let row = (1..=months, sizes.iter().map(|size| value(*size)).collect::<Vec<_>>());
    prop::collection::vec(row, 1..260)
}

fn written(dimensions: usize, cross: &[(usize, usize)], person: bool, rows: &Rows) -> Snapshot {
    written_by(&mapping(dimensions, cross, person), dimensions, rows)
}

fn written_by(mapping: &str, dimensions: usize, rows: &Rows) -> Snapshot {
    let (_, snapshot) = load(mapping, csv(dimensions, rows).as_bytes());
    let text = encode(&snapshot);
    let read = decode(&text).unwrap();
    assert_eq!(encode(&read), text, "what is read and written again is the same");
    read
}

fn part(snapshot: &Snapshot) -> &MeasurePart {
    snapshot.get("s", "m").expect("the measure")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn one_dimension(rows in rows(&[7], 2)) {
        attack(&[7], &[], &rows, part(&written(1, &[], false, &rows)), MINIMUM)?;
    }

    #[test]
    fn a_pair(rows in rows(&[4, 3], 1)) {
        let cross = [(0, 1)];
        attack(&[4, 3], &cross, &rows, part(&written(2, &cross, false, &rows)), MINIMUM)?;
    }

    #[test]
    fn two_pairs_of_three(rows in rows(&[3, 3, 2], 1)) {
        let cross = [(0, 1), (0, 2)];
        attack(&[3, 3, 2], &cross, &rows, part(&written(3, &cross, false, &rows)), MINIMUM)?;
    }

    #[test]
    fn all_pairs_of_three(rows in rows(&[3, 2, 2], 1)) {
        let cross = [(0, 1), (0, 2), (1, 2)];
        attack(&[3, 2, 2], &cross, &rows, part(&written(3, &cross, false, &rows)), MINIMUM)?;
    }

    /// A mapping may ask for larger groups: then nothing under those can be had either.
    #[test]
    fn a_higher_minimum(rows in rows(&[4, 3], 2), minimum in 6_u64..40) {
        let cross = [(0, 1)];
        let found = written_by(&mapping_of(2, &cross, false, minimum), 2, &rows);
        attack(&[4, 3], &cross, &rows, part(&found), minimum)?;
    }

    #[test]
    fn a_higher_minimum_of_people(rows in rows(&[3, 2], 1), minimum in 21_u64..60) {
        let found = written_by(&mapping_of(2, &[], true, minimum), 2, &rows);
        attack(&[3, 2], &[], &rows, part(&found), minimum)?;
    }

    /// Halves of a month that were written by different minimums: the stricter one holds for all of it.
    #[test]
    fn merged_by_the_stricter(rows in rows(&[4, 3], 1), cut in 0_usize..260, minimum in 6_u64..30, first_is in any::<bool>()) {
        let cross = [(0, 1)];
        let (first, second) = rows.split_at(cut.min(rows.len()));
        let half = |rows: &[(u32, Vec<u32>)], day: &str, minimum: u64| {
            let text = csv(2, &rows.to_vec()).replace("-05,", day);
            decode(&encode(&load(&mapping_of(2, &cross, false, minimum), text.as_bytes()).1)).unwrap()
        };
        let (one, other) = if first_is { (minimum, MINIMUM) } else { (MINIMUM, minimum) };
        let mut all = half(first, "-05,", one);
        all.merge(half(second, "-20,", other)).unwrap();
        let read = decode(&encode(&all)).unwrap();
        prop_assert_eq!(encode(&read), encode(&all));
        prop_assert!(read.sources().iter().all(|source| source.measures.iter().all(|part| part.minimum == minimum)));
        attack(&[4, 3], &cross, &rows, part(&read), minimum)?;
    }

    /// What a page keeps for itself stands up again as it was: with people, with small groups, and with the same
    /// of it hidden.
    #[test]
    fn kept_and_restored(rows in rows(&[4, 3], 2), person in any::<bool>(), minimum in 5_u64..30) {
        let cross = [(0, 1)];
        let mapping = mapping_of(2, &cross, false, minimum);
        let mapping = if person { mapping.replacen("\"D0\"", "{ \"column\": \"D0\", \"person\": true }", 1) } else { mapping };
        let (_, snapshot) = load(&mapping, csv(2, &rows).as_bytes());
        let restored = restore(&keep(&snapshot).collect::<String>()).unwrap();
        let (before, after) = (part(&snapshot), part(&restored));
        prop_assert_eq!(&before.cells, &after.cells);
        prop_assert_eq!(&before.hidden, &after.hidden);
        prop_assert_eq!(encode(&snapshot), encode(&restored));
        // A snapshot of somebody else's is as it was, too.
        let loaded = decode(&encode(&snapshot)).unwrap();
        prop_assert_eq!(restore(&keep(&loaded).collect::<String>()).unwrap(), loaded);
    }

    /// Counts by name do not add up as rows do (a case is created in one week and resolved in another): what is
    /// written is nevertheless what a reader keeps, and nothing more of it goes.
    #[test]
    fn counts_by_name_are_written_once(
        rows in prop::collection::vec((1_u32..60, 0_u32..30, 0_u32..4, 0_u32..3), 1..200),
        minimum in 5_u64..12,
    ) {
        let mapping = format!(r#"{{ "version": 1, "source": "s", "period": "week", "minimum": {minimum},
            "dimensions": ["D0", "D1"], "cross": [["D0", "D1"]], "columns": {{ "created": "c", "resolved": "r" }},
            "measures": [{{ "id": "m", "kpi": "backlog", "counts": {{}} }},
                         {{ "id": "b", "kpi": "containment", "counts": {{ "botResolved": {{ "column": "D0", "is": ["v1"] }} }} }}] }}"#);
        let day = |number: u32| format!("2026-{:02}-{:02}", 1 + number / 28, 1 + number % 28);
        let name = |value: u32| if value == 0 { String::new() } else { format!("v{value}") };
        let lines: String = rows
            .iter()
            .map(|(from, days, one, other)| format!("{},{},{},{}\n", day(*from), day(from + days), name(*one), name(*other)))
            .collect();
        let (_, snapshot) = load(&mapping, format!("c,r,D0,D1\n{lines}").as_bytes());
        let text = encode(&snapshot);
        prop_assert_eq!(encode(&decode(&text).unwrap()), text);
    }

    /// Two halves of a month, each written for itself and then put together: what is left is as safe.
    #[test]
    fn merged(rows in rows(&[4, 3], 1), cut in 0_usize..260) {
        let (size, cross) = ([4, 3], [(0, 1)]);
        let (first, second) = rows.split_at(cut.min(rows.len()));
        let half = |rows: &[(u32, Vec<u32>)], day: &str| {
            let text = csv(2, &rows.to_vec()).replace("-05,", day);
            decode(&encode(&load(&mapping(2, &cross, false), text.as_bytes()).1)).unwrap()
        };
        let mut all = half(first, "-05,");
        all.merge(half(second, "-20,")).unwrap();
        let read = decode(&encode(&all)).unwrap();
        prop_assert_eq!(encode(&read), encode(&all));
        attack(&size, &cross, &rows, part(&read), MINIMUM)?;
    }

    /// Months and the quarters made of them, as two KPIs may read them off one board: a month that is hidden
    /// is not the difference between its quarter and the other months.
    #[test]
    fn months_and_quarters(rows in rows(&[5], 3)) {
        let (_, snapshot) = load(&mapping(1, &[], false), csv(1, &rows).as_bytes());
        let months = part(&snapshot);
        let quarter = Cycle::from(Granularity::Quarter);
        let quarters = months.regrouped(quarter, &snapshot.source("s").unwrap().dimensions);
        let mut known = Known::default();
        let cells: Vec<(u32, u32)> = (1..=3).flat_map(|month| (0..=5).map(move |value| (month, value))).collect();
        let row = |on: &dyn Fn(u32, u32) -> bool| cells.iter().map(|(m, v)| u64::from(on(*m, *v))).collect::<Vec<u64>>();
        let n = |on: &dyn Fn(u32, u32) -> bool| rows.iter().filter(|(m, v)| on(*m, v[0])).count() as u64;
        let shown = |part: &MeasurePart, period: Period, value: u32| {
            let key = (period, Segment::one(0, format!("v{value}")));
            part.cells.get(&key).is_none() || !part.hides(&key)
        };
        let month = |month: u32| Period::containing(support::day(&format!("2026-{month:02}-01")), Cycle::from(Granularity::Month));
        let first = Period::containing(support::day("2026-01-01"), quarter);
        for value in 1..=5 {
            if shown(&quarters, first, value) {
                known.learn(row(&|_, v| v == value));
            }
        }
        known.learn(row(&|_, _| true));
        for each in 1..=3 {
            known.learn(row(&|m, _| m == each));
            (1..=5).filter(|value| shown(months, month(each), *value)).for_each(|value| known.learn(row(&|m, v| m == each && v == value)));
        }
        for (each, value) in &cells {
            let here = |m: u32, v: u32| m == *each && v == *value;
            if (1..MINIMUM).contains(&n(&here)) && n(&here) < n(&|m, _| m == *each) {
                prop_assert!(!known.knows(row(&here)), "month {each} of {value} is given away");
            }
        }
    }

    #[test]
    fn people(rows in rows(&[5, 3], 1)) {
        attack(&[5, 3], &[], &rows, part(&written(2, &[], true, &rows)), MINIMUM)?;
        let found = written(2, &[], true, &rows);
        let people = part(&found).cells.iter().filter(|((_, segment), _)| segment.dimensions().eq([0]));
        for (_, partial) in people {
            prop_assert!(partial.n >= 20);
        }
    }
}
