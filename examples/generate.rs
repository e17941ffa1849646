//! Writes the JSON Schemas of everything that crosses the edge into the folder given; `npm run generate`
//! makes the TypeScript types from them.
//!
//! A new kind of document or shape is one line below.

use std::path::Path;
use std::{env, error::Error, fs};

use serde_json::Value;
use throughline::format::schema::{self, Shapes};
use throughline::format::{calculation, lifetime, receipt, record, staffing};
use throughline::wasm::shape;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("usage: generate FOLDER")?;
    for (name, schema) in documents() {
        let text = serde_json::to_string_pretty(&schema)? + "\n";
        fs::write(Path::new(&folder).join(format!("{name}.schema.json")), text)?;
    }
    Ok(())
}

/// Each document and the name of its file. Names of shapes are unique over all of them.
fn documents() -> Vec<(&'static str, Value)> {
    vec![
        // What is read.
        ("plan", schema::plan()),
        ("mapping", schema::mapping()),
        ("snapshot", schema::snapshot()),
        ("journal", schema::journal()),
        // What is handed out.
        ("shapes", shapes()),
    ]
}

/// What the board hands out and takes from the page, each with all it refers to.
fn shapes() -> Value {
    Shapes::default()
        .with::<shape::Scores>()
        .with::<shape::Alignment>()
        .with::<shape::Finding>()
        .with::<shape::FindingRule>()
        .with::<shape::Smart>()
        .with::<shape::Explanation>()
        .with::<shape::ScoreChance>()
        .with::<shape::Programmes>()
        .with::<shape::Needs>()
        .with::<shape::Recognition>()
        .with::<shape::Accountability>()
        .with::<shape::CustomerJourney>()
        .with::<shape::Variants>()
        .with::<shape::Confirmation>()
        .with::<receipt::wire::Receipt>()
        .with::<shape::Change>()
        .with::<shape::Figure>()
        .with::<shape::IngestReport>()
        .with::<shape::Chase>()
        .with::<record::wire::Record>()
        .with::<shape::Breakdown>()
        .with::<shape::PeriodComparison>()
        .with::<shape::Signals>()
        .with::<shape::Forecast>()
        .with::<shape::Contributions>()
        .with::<shape::MovedScore>()
        .with::<shape::Outlook>()
        .with::<shape::ScenarioComparison>()
        .with::<shape::Sensitivity>()
        .with::<shape::LinkEvidence>()
        .with::<shape::FeedbackLoops>()
        .with::<shape::CheckedIn>()
        .with::<shape::CycleGrade>()
        .with::<shape::ReviewReport>()
        .with::<shape::CalculatedKpi>()
        .with::<shape::CalculatedRows>()
        .with::<calculation::wire::RowsQuestion>()
        .with::<shape::Cohort>()
        .with::<calculation::wire::Calculation>()
        .with::<shape::BuyersLifetime>()
        .with::<shape::ContractsLifetime>()
        .with::<lifetime::wire::LifetimeRequest>()
        .with::<shape::Staffing>()
        .with::<staffing::wire::StaffingRequest>()
        .with::<shape::Failure>()
        .with::<shape::geometry::DrawOptions>()
        .with::<shape::geometry::Geometry>()
        .with::<shape::RadarRequest>()
        .with::<shape::HeatMapRequest>()
        .with::<shape::AlignmentMatrixRequest>()
        .with::<shape::BulletsRequest>()
        .with::<shape::TornadoRequest>()
        .with::<shape::WaterfallRequest>()
        .with::<shape::StatusCountsRequest>()
        .with::<shape::ChartGeometry>()
        .with::<shape::RadarGeometry>()
        .with::<shape::TrendRequest>()
        .with::<shape::TrendTicks>()
        .with::<shape::TrendLayout>()
        .finish()
}
