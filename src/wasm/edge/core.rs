//! The board as JavaScript holds it.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::reader::{make_room, make_room_for};
use super::{Reader, out, series};
use crate::board::{self, Arrival, Board, Options};
use crate::calendar::{Date, parse_date};
use crate::chart;
use crate::error::{Error, Issue, Pointer};
use crate::format::{plan, receipt, record, snapshot};
use crate::kpi;
use crate::plan::Subject;
use crate::wasm::{canvas, encode, scene, shape};

/// A board behind a handle.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core {
    board: Board,
}

impl Core {
    /// The board.
    pub(super) const fn board(&self) -> &Board {
        &self.board
    }
}

#[wasm_bindgen]
impl Core {
    /// Opens a board on a plan, read at a day.
    ///
    /// # Errors
    /// `json-syntax` or `plan-invalid` with every issue; `options-invalid` where the day is none.
    pub fn open(plan: &str, as_of: &str) -> Result<Self, JsValue> {
        let open = || {
            let options = Options { as_of: day(as_of)? };
            make_room_for(plan);
            Ok(Self { board: Board::open(plan::decode(plan)?, options) })
        };
        open().map_err(|error| out::error(&error))
    }

    /// Puts another plan under the same data; gives what moved.
    ///
    /// # Errors
    /// `json-syntax` or `plan-invalid` with every issue.
    #[wasm_bindgen(js_name = setPlan)]
    pub fn set_plan(&mut self, plan: &str) -> Result<JsValue, JsValue> {
        make_room_for(plan);
        let plan = plan::decode(plan);
        moved(plan.map(|plan| self.board.set_plan(plan)))
    }

    /// Reads the board at another day; gives what moved.
    ///
    /// # Errors
    /// `options-invalid` where the day is none.
    #[wasm_bindgen(js_name = setAsOf)]
    pub fn set_as_of(&mut self, as_of: &str) -> Result<JsValue, JsValue> {
        moved(day(as_of).map(|day| self.board.set_as_of(day)))
    }

    /// Records values and progress, a list of them: all or none; gives what moved.
    ///
    /// # Errors
    /// `json-syntax` or `record-invalid` with every issue.
    pub fn record(&mut self, records: &str) -> Result<JsValue, JsValue> {
        let records = record::decode(records);
        moved(records.and_then(|records| self.board.record(&records)))
    }

    /// Takes in the sources of a snapshot; gives what moved.
    ///
    /// # Errors
    /// `json-syntax`, or `snapshot-invalid` where it is none or overlaps with what is there.
    pub fn load(&mut self, snapshot: &str, replace: bool) -> Result<JsValue, JsValue> {
        let snapshot = snapshot::decode(snapshot);
        moved(snapshot.and_then(|snapshot| self.board.load(snapshot, arrival(replace))))
    }

    /// Takes a source out again; gives what moved.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest, where no such source is loaded.
    pub fn remove(&mut self, source: &str) -> Result<JsValue, JsValue> {
        moved(self.board.remove(source))
    }

    /// Takes in the table that was read; gives its report, which holds what moved.
    ///
    /// # Errors
    /// As the reader's `feed`.
    pub fn take(&mut self, reader: Reader, replace: bool) -> Result<JsValue, JsValue> {
        let batch = reader.finish(None).map_err(|error| out::error(&error))?;
        let (report, change) = self.board.ingest(batch, arrival(replace));
        out::shape(&shape::IngestReport::of(&report, &change))
    }

    /// Starts to take in the table that was read: nothing changes before `adopt`. `hash` is that of the file where the
    /// reader left it to the page.
    ///
    /// # Errors
    /// As the reader's `feed`.
    pub fn begin(&self, reader: Reader, replace: bool, hash: Option<String>) -> Result<Intake, JsValue> {
        let batch = reader.finish(hash).map_err(|error| out::error(&error))?;
        Ok(Intake(self.board.begin(batch, arrival(replace))))
    }

    /// Takes in what was started with; gives its report, which holds what moved.
    ///
    /// # Errors
    /// Never by itself.
    pub fn adopt(&mut self, intake: Intake) -> Result<JsValue, JsValue> {
        let (report, change) = self.board.adopt(intake.0);
        out::shape(&shape::IngestReport::of(&report, &change))
    }

    /// The partials of every source, as the JSON text of a snapshot.
    #[must_use]
    pub fn snapshot(&self) -> String {
        snapshot::encode(self.board.snapshot())
    }

    /// The same for the page alone, in pieces, to open a board from again: people and small groups included.
    #[must_use]
    pub fn keep(&self) -> Keeping {
        Keeping(snapshot::keep(self.board.snapshot()))
    }

    /// Takes in what was kept.
    ///
    /// # Errors
    /// Never by itself: what was kept can be read.
    pub fn restore(&mut self, kept: &str) -> Result<JsValue, JsValue> {
        let kept = snapshot::restore(kept);
        moved(kept.and_then(|kept| self.board.load(kept, Arrival::Replace)))
    }

    /// Every score.
    ///
    /// # Errors
    /// Never by itself.
    pub fn scores(&self) -> Result<JsValue, JsValue> {
        out::value(&encode::scores(&self.board))
    }

    /// The metrics of alignment, their causes, the index.
    ///
    /// # Errors
    /// Never by itself.
    pub fn alignment(&self) -> Result<JsValue, JsValue> {
        out::value(&encode::alignment(self.board.plan(), self.board.alignment()))
    }

    /// The findings, those switched off included.
    ///
    /// # Errors
    /// Never by itself.
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        out::value(&encode::findings(&self.board))
    }

    /// What is missing or stale, what narrows the mission's bounds most first (U2).
    ///
    /// # Errors
    /// Never by itself.
    pub fn chase(&self) -> Result<JsValue, JsValue> {
        out::value(&encode::chase(&self.board))
    }

    /// How a number came about.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest.
    pub fn explain(&self, id: &str) -> Result<JsValue, JsValue> {
        let found = self.board.explain(id).map_err(|error| out::error(&error))?;
        out::text(&shape::Explanation::of(&self.board, &found))
    }

    /// Every definition of a KPI's measure on the same data (U3).
    ///
    /// # Errors
    /// `unknown-id`, with the nearest, where the id is no KPI's.
    pub fn variants(&self, kpi: &str) -> Result<JsValue, JsValue> {
        let found = self.board.variants(kpi).map_err(|error| out::error(&error))?;
        out::text(&shape::Variants::of(&self.board, &found))
    }

    /// The findings of metrics that may do harm, those switched off included (N15).
    ///
    /// # Errors
    /// Never by itself.
    pub fn problems(&self) -> Result<JsValue, JsValue> {
        let found: Vec<shape::Finding> = self.board.problems().iter().map(Into::into).collect();
        out::text(&found)
    }

    /// A receipt for the numbers as they stand, as JSON text (U3).
    #[must_use]
    pub fn receipt(&self) -> String {
        receipt::encode(&self.board.receipt())
    }

    /// Holds a receipt against the board.
    ///
    /// # Errors
    /// `json-syntax`, or `receipt-invalid` with every issue.
    pub fn confirm(&self, text: &str) -> Result<JsValue, JsValue> {
        let read = receipt::decode(text).map_err(|error| out::error(&error))?;
        out::shape(&shape::Confirmation::of(&self.board.confirm(&read)))
    }

    /// The customers of a measure by the period they came in.
    ///
    /// # Errors
    /// `unknown-id` where there is no such source or measure.
    pub fn cohorts(&self, source: &str, measure: &str) -> Result<JsValue, JsValue> {
        match self.board.snapshot().get(source, measure) {
            Some(part) => {
                let cohorts = kpi::cohorts(part, self.board.as_of());
                out::text(&cohorts.iter().map(shape::Cohort::from).collect::<Vec<_>>())
            }
            None => Err(out::error(&unknown(measure))),
        }
    }

    /// A KPI's values by period, in columns.
    ///
    /// # Errors
    /// `unknown-id` where the id is no KPI's.
    pub fn series(&self, kpi: &str) -> Result<JsValue, JsValue> {
        match self.board.plan().find(kpi) {
            Some(Subject::Kpi(ix)) => series::columns(kpi, self.board.series(ix)),
            _ => Err(out::error(&unknown(kpi))),
        }
    }

    /// Where everything of a picture lies, in CSS pixels; the options are the JSON text of a `DrawOptions`.
    ///
    /// # Errors
    /// `options-invalid` where the options are none.
    pub fn layout(&self, context: &CanvasRenderingContext2d, options: &str) -> Result<JsValue, JsValue> {
        drawn(scene::read(&self.board, options).map(|scene| canvas::layout(context, &scene)))
    }

    /// Paints a picture, and says where everything lies.
    ///
    /// # Errors
    /// `options-invalid` where the options are none.
    pub fn draw(&self, context: &CanvasRenderingContext2d, options: &str) -> Result<JsValue, JsValue> {
        drawn(scene::read(&self.board, options).map(|scene| canvas::draw(context, &scene)))
    }
}

/// Rows on their way into a board.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Intake(board::Intake);

#[wasm_bindgen]
impl Intake {
    /// Does a little more, and says whether there is more to do.
    pub fn step(&mut self) -> bool {
        make_room();
        self.0.step()
    }
}

/// The text of what is kept, piece by piece.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Keeping(snapshot::Pieces);

#[wasm_bindgen]
impl Keeping {
    /// The next piece; nothing behind the last one.
    pub fn next(&mut self) -> Option<String> {
        self.0.next()
    }
}

fn coded(result: Result<String, Error>) -> Result<JsValue, JsValue> {
    match result {
        Ok(text) => out::value(&text),
        Err(error) => Err(out::error(&error)),
    }
}

const fn arrival(replace: bool) -> Arrival {
    if replace { Arrival::Replace } else { Arrival::Join }
}

fn moved(change: Result<crate::board::Change, Error>) -> Result<JsValue, JsValue> {
    coded(change.map(|change| encode::change(&change)))
}

fn drawn(geometry: Result<chart::Geometry, Error>) -> Result<JsValue, JsValue> {
    coded(geometry.map(|geometry| encode::geometry(&geometry)))
}

fn unknown(id: &str) -> Error {
    Error::new("unknown-id", vec![Issue::new("unknown-reference", Pointer::root()).with("id", id)])
}

/// A day as `YYYY-MM-DD`.
fn day(text: &str) -> Result<Date, Error> {
    parse_date(text).ok_or_else(|| {
        let issue = Issue::new("not-a-date", Pointer::root().field("asOf")).with("value", text);
        Error::new("options-invalid", vec![issue])
    })
}
