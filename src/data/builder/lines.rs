//! Lines that are read together.

use throughline_rows::Lines;

use super::Builder;

impl Builder {
    /// Rows that come one by one where too many of those before were odd.
    const APART: u64 = 8192;

    /// How many fields lines must have to be read together; none where each row is to come by itself.
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        let together = !self.compared && self.report.read >= self.together && self.quick.reads_lines();
        together.then_some(self.width.0)
    }

    /// Reads lines together, from one on. Gives the first that is to come as a record: what is not ordinary in it takes
    /// a longer look.
    pub fn lines(&mut self, lines: &Lines<'_>, from: usize) -> usize {
        if from == 0 {
            self.quick.read_lines(lines, &mut self.table.columns, &mut self.block);
            if self.block.count_odd() * 4 > lines.len() {
                self.together = self.report.read + Self::APART;
            }
        }
        let place = self.table.layout.id.and_then(|place| self.fields.get(place));
        let ids = place.map(|place| (*place, &mut self.table.ids));
        let taken = self.block.append(lines, from, &mut self.table.columns, ids);
        let rows = (taken.to - from) as u64;
        self.report.read += rows;
        self.report.used += rows;
        self.repeated += taken.repeated as u64;
        self.table.rows += taken.to - from - taken.repeated;
        if self.oddities.compares() {
            for line in from..taken.to {
                self.oddities.compare(
                    lines.row + line as u64,
                    lines.width(),
                    lines.raw(line).unwrap_or_default(),
                );
            }
        }
        taken.to
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use throughline_rows::{Column, Lines, Records, Taker};

    use super::*;
    use crate::calendar::Zone;
    use crate::data::{
        Batch, CountPart, Dimension, Hours, Mapping, Measure, MeasureKind, Record, Resolved, Scale,
    };

    /// Where rows go, one by one or together.
    struct Rows {
        builder: Builder,
        headed: bool,
        together: bool,
    }

    impl Taker for Rows {
        fn record(&mut self, record: Record<'_>) {
            if self.headed {
                self.builder.row(record);
            } else {
                self.headed = true;
                self.builder.header(record).expect("a header");
            }
        }

        fn width(&self) -> Option<usize> {
            self.builder.width().filter(|_| self.headed && self.together)
        }

        fn lines(&mut self, lines: &Lines<'_>, from: usize) -> usize {
            self.builder.lines(lines, from)
        }
    }

    fn mapping(id: bool, zone: Zone, missing: &[&str]) -> Mapping {
        let mut mapping = Mapping::new("tickets");
        mapping.id = id.then(|| "id".into());
        mapping.columns.created = Some("created".into());
        mapping.columns.resolved = Some("resolved".into());
        mapping.zone = zone;
        mapping.missing = missing.iter().map(|word| (*word).to_owned()).collect();
        mapping.dimensions.push(Dimension::plain("team"));
        let measure = |id: &str, kind| Measure { id: id.into(), kind, date: Some("created".into()) };
        let scale = Scale { top: 5, ..Scale::default() };
        let part = CountPart::Numerator("part".into());
        mapping.measures = vec![
            measure(
                "time",
                MeasureKind::Resolution { limit: None, hours: Hours::Calendar, resolved: Resolved::Last },
            ),
            measure("csat", MeasureKind::Csat { column: "rating".into(), scale }),
            measure("counts", MeasureKind::Counts { denominator: "all".into(), part }),
        ];
        mapping
    }

    fn read(mapping: &Mapping, text: &[u8], window: usize, together: bool) -> (Batch, u64) {
        let builder = Builder::new(mapping).expect("a mapping");
        let mut rows = Rows { builder, headed: false, together };
        let mut records = Records::new(b',');
        text.chunks(window).for_each(|part| records.feed_into(part, &mut rows));
        records.finish_into(&mut rows);
        let repeated = rows.builder.repeated;
        (rows.builder.finish(String::new(), None), repeated)
    }

    /// All that a table holds of its rows, as text.
    fn told(batch: &Batch) -> (String, Vec<String>) {
        let table = &batch.table;
        let row = |row: usize| {
            let cells: Vec<String> = table
                .columns
                .iter()
                .map(|column| match column {
                    Column::Times(times) => times.time(row).to_string(),
                    Column::Numbers(numbers) => format!("{:?}", numbers.number(row)),
                    Column::Answers(answers) => answers.answer(row).to_string(),
                    Column::Words(codes, words) => {
                        format!("{} {:?}", codes.word(row), words.get(codes.word(row)))
                    }
                    Column::Index => String::new(),
                })
                .collect();
            format!("{:?} {cells:?}", table.identity(row))
        };
        (format!("{:?}", batch.report), (0..table.rows()).map(row).collect())
    }

    fn id() -> impl Strategy<Value = String> {
        prop_oneof![
            6 => (1..40_u32).prop_map(|id| format!("T{id:03}")),
            1 => prop::sample::select(&["", "-", " T7", "\"T8\"", "\"T\"\"9\"", "\"\"", "\" \""][..]).prop_map(str::to_owned),
        ]
    }

    fn time() -> impl Strategy<Value = String> {
        prop_oneof![
            8 => (1..29_u32, 0..24_u32, 0..60_u32).prop_map(|(day, hour, second)| format!("2026-10-{day:02}T{hour:02}:10:{second:02}Z")),
            2 => (1..29_u32, 0..24_u32).prop_map(|(day, hour)| format!("2026-10-{day:02} {hour:02}:59:00")),
            1 => Just(String::new()),
            1 => prop::sample::select(&[
                "2026-10-31", "2026-10-31T10:00:00.25Z", "1960-01-01T00:00:00Z", "2101-01-01T00:00:00Z", "yesterday",
                "\"2026-10-30T10:00:00Z\"", "2026-10-30T10:00:00+02:00", "2026-02-29T10:00:00Z", "-",
            ][..]).prop_map(str::to_owned),
        ]
    }

    fn number() -> impl Strategy<Value = String> {
        prop_oneof![
            8 => (0..7_u32).prop_map(|number| number.to_string()),
            1 => (0..400_000_u32).prop_map(|number| number.to_string()),
            1 => prop::sample::select(&["", "0", "-", "1.5", "-3", "\"4\"", " 5", "five", "99999999999"][..]).prop_map(str::to_owned),
        ]
    }

    fn team() -> impl Strategy<Value = String> {
        prop::sample::select(
            &[
                "web",
                "phone",
                "First line",
                "\"Second line, escalated\"",
                "\"Second line\"",
                "\"said \"\"so\"\"\"",
                "",
                "-",
                " web ",
                "\"two\nlines\"",
                "a\"b",
                "\"web\"",
                "web and more",
                "Ärger",
            ][..],
        )
        .prop_map(str::to_owned)
    }

    prop_compose! {
        fn line()(
            cells in (id(), time(), time(), team(), number(), number(), number()),
            shape in 0..24_u32,
            end in prop::sample::select(&["\n", "\n", "\n", "\r\n", "\r", "\n\n"][..]),
        ) -> String {
            let (id, created, resolved, team, rating, all, part) = cells;
            let line = format!("{id},{created},{resolved},x,{team},{rating},{all},{part}");
            match shape {
                0 => format!("{line},more{end}"),
                1 => format!("{id},{created}{end}"),
                2 => format!("{line},{end}"),
                _ => line + end,
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn rows_read_together_are_those_read_one_by_one(
            lines in prop::collection::vec(line(), 0..60),
            has_id in any::<bool>(),
            zone in prop::sample::select(vec![Zone::utc(), Zone::fixed(-12_600), Zone::new(3600, vec![(1_774_746_000, 7200)])]),
            missing in prop::sample::select(vec![vec![], vec!["-", "n/a"], vec!["0", "web"]]),
            window in prop::sample::select(vec![7, 100, 1000, 1 << 20]),
        ) {
            let text = format!("id,created,resolved,note,team,rating,all,part\n{}", lines.concat());
            let mapping = mapping(has_id, zone, &missing);
            let (one, repeated) = read(&mapping, text.as_bytes(), window, false);
            let (together, also) = read(&mapping, text.as_bytes(), window, true);
            prop_assert_eq!(told(&together), told(&one));
            prop_assert_eq!(also, repeated);
        }
    }
}
