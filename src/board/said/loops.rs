//! Feedback loops: heard, decided, told back (P5).

use std::collections::{BTreeMap, BTreeSet};

use crate::board::Board;
use crate::calendar::days_between;
use crate::journal::{Entry, Feedback, Journal, Moment, Voice, What};
use crate::plan::{NodeIx, Subject, named};
use crate::stats::type_7;

named! {
    /// How far a loop is.
    LoopState {
        /// Nothing is decided.
        Open = "open",
        /// Something is decided, and nobody was told since.
        Decided = "decided",
        /// Who said it was told what was decided: the loop is closed.
        Told = "told",
    }
}

/// One piece of feedback and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loop {
    /// The id of the feedback.
    pub id: String,
    /// The id of the node or KPI it is about.
    pub about: String,
    /// Whom it comes from.
    pub from: Voice,
    /// When it was heard.
    pub heard: Moment,
    /// How far it is.
    pub state: LoopState,
    /// The ids of the decisions that answer it.
    pub decisions: Vec<String>,
    /// Days from the hearing to the telling; of a loop that is not closed none.
    pub days: Option<f64>,
    /// Whole days since it was heard.
    pub age: i32,
}

/// How well loops are closed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Closing {
    /// How much was heard.
    pub heard: u32,
    /// Of it: nothing decided.
    pub open: u32,
    /// Of it: decided, and nobody told.
    pub decided: u32,
    /// Of it: closed.
    pub told: u32,
    /// Closed ÷ heard; none where nothing was heard.
    pub rate: Option<f64>,
    /// The median of days from hearing to telling, of the closed ones; none where there is none.
    pub median_days: Option<f64>,
}

/// All loops of a journal.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Loops {
    /// All together.
    pub overall: Closing,
    /// For each node with feedback about it or its KPIs, in the order of the plan.
    pub nodes: Vec<(NodeIx, Closing)>,
    /// Those that are not closed, the oldest first.
    pub waiting: Vec<Loop>,
    /// Answers to feedback that the journal does not have: the id of the entry, and what it says it answers.
    pub unknown: Vec<(String, String)>,
    /// Feedback about what the plan does not have, by its id.
    pub strays: Vec<String>,
}

impl Board {
    /// The feedback loops of a journal up to the day of reading. A loop is closed by the first telling that is not before
    /// the first decision: to be told that one was heard closes nothing.
    #[must_use]
    #[inline(never)]
    pub fn loops(&self, journal: &Journal) -> Loops {
        let entries: Vec<&Entry> = self.heard(journal).collect();
        let mut found = Loops::default();
        let mut answers: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        let feedback = || entries.iter().filter(|entry| entry.kind() == "feedback");
        let asked: BTreeSet<&str> = feedback().map(|entry| entry.id.as_str()).collect();
        for entry in &entries {
            for id in answered(entry) {
                answers.entry(id).or_default().push(entry);
                if !asked.contains(id.as_str()) {
                    found.unknown.push((entry.id.clone(), id.clone()));
                }
            }
        }
        let mut loops = Vec::new();
        for entry in &entries {
            if let What::Feedback(feedback) = &entry.what {
                let answers = answers.get(entry.id.as_str()).map_or(&[][..], Vec::as_slice);
                loops.push(self.followed(entry, feedback, answers));
            }
        }
        self.count(&loops, &mut found);
        found.waiting = loops.into_iter().filter(|each| each.state != LoopState::Told).collect();
        found
    }

    /// Answers come in order of time; one from before the feedback (a clock that is wrong) answers nothing.
    fn followed(&self, entry: &Entry, feedback: &Feedback, answers: &[&Entry]) -> Loop {
        let later = || answers.iter().filter(|each| each.time >= entry.time);
        let decisions = || later().filter(|each| each.kind() == "decision");
        let decided = decisions().next().map(|each| each.time);
        let told =
            later().find(|each| each.kind() == "told" && decided.is_some_and(|decided| decided <= each.time));
        let state = match (decided, told) {
            (_, Some(_)) => LoopState::Told,
            (Some(_), None) => LoopState::Decided,
            (None, None) => LoopState::Open,
        };
        Loop {
            id: entry.id.clone(),
            about: entry.about.clone().unwrap_or_default(),
            from: feedback.from,
            heard: entry.time,
            state,
            decisions: decisions().map(|each| each.id.clone()).collect(),
            days: told.map(|told| told.time.days_since(entry.time)),
            age: days_between(entry.time.day(), self.as_of()),
        }
    }

    fn count(&self, loops: &[Loop], found: &mut Loops) {
        let mut nodes: BTreeMap<NodeIx, Vec<&Loop>> = BTreeMap::new();
        for each in loops {
            match self.plan().find(&each.about) {
                Some(Subject::Node(node)) => nodes.entry(node).or_default().push(each),
                Some(Subject::Kpi(kpi)) => nodes.entry(self.plan().kpi(kpi).node).or_default().push(each),
                None => found.strays.push(each.id.clone()),
            }
        }
        found.overall = closing(&loops.iter().collect::<Vec<_>>());
        found.nodes = nodes.into_iter().map(|(node, loops)| (node, closing(&loops))).collect();
    }
}

/// What an entry answers, each once however often it says so.
fn answered(entry: &Entry) -> impl Iterator<Item = &String> {
    let all = match &entry.what {
        What::Decision { answers, .. } | What::Told { answers, .. } => answers.as_slice(),
        _ => &[],
    };
    let mut seen = BTreeSet::new();
    all.iter().filter(move |id| seen.insert(*id))
}

fn closing(loops: &[&Loop]) -> Closing {
    let count = |state| loops.iter().filter(|each| each.state == state).count() as u32;
    let mut days: Vec<f64> = loops.iter().filter_map(|each| each.days).collect();
    days.sort_by(f64::total_cmp);
    let (heard, told) = (loops.len() as u32, count(LoopState::Told));
    Closing {
        heard,
        open: count(LoopState::Open),
        decided: count(LoopState::Decided),
        told,
        rate: (heard > 0).then(|| f64::from(told) / f64::from(heard)),
        median_days: type_7(&days, 0.5),
    }
}
