//! Would they recommend: promoters less detractors.

use super::family::{count, list, option};
use super::found::between;
use super::{Asked, Family, Form, Found, Input, Kind, Points, Source, Unit};
use crate::error::Pointer;
use crate::kpi::Estimate;
use crate::stats::{Net, normal_quantile};

const SCALE: Points = Points::ZeroToTen;
const COUNTS: [Input; 3] = [count("promoters"), count("passives"), count("detractors")];
const WAYS: &[&[Input]] =
    &[&COUNTS, &[list("answers", Kind::Answers(SCALE))], &[list("values", Kind::Ratings(SCALE))]];
const FORMS: &[Form] = &[
    Form::new("net", Unit::Points, Source::Reichheld2003),
    Form::new("net-wald", Unit::Points, Source::Reichheld2003),
];

const fn before(name: &'static str) -> Input {
    Input { name, kind: Kind::Before, required: true }
}

/// The Net Promoter Score.
pub(super) const NPS: Family = Family { id: "nps", ways: WAYS, options: &[], forms: FORMS, run: net };

/// The same asked of employees, in groups large enough to hide in.
pub(super) const ENPS: Family = Family {
    id: "enps",
    ways: WAYS,
    options: &[option("minimum", Kind::Minimum)],
    forms: FORMS,
    run: |asked| Some(net(asked)?.suppressed_under(asked.minimum)),
};

/// The difference of two scores.
pub(super) const CHANGE: Family = Family {
    id: "nps-change",
    ways: &[&[
        count("promoters"),
        count("passives"),
        count("detractors"),
        before("promoters"),
        before("passives"),
        before("detractors"),
    ]],
    options: &[],
    forms: &[Form::new("difference", Unit::Points, Source::Rocks2016)],
    run: change,
};

fn net(asked: &Asked) -> Option<Found> {
    let net = match &asked.answers {
        Some((field, answers)) => {
            asked.above_zero(answers.total() as f64, Pointer::root().field(field))?;
            let between = |low, high| answers.between(low, high) as f64;
            Net { plus: between(9, 10), neither: between(7, 8), minus: between(0, 6) }
        }
        None => split("counts", |name| asked.count(name), asked)?,
    };
    let plain = asked.form.id == "net-wald";
    let found = Found::net(&net, plain)?;
    let alike = net.plus.max(net.neither).max(net.minus) >= net.n();
    Some(if plain && alike { found.noting("no-spread-claimed", []) } else { found })
}

fn split(group: &str, count: impl Fn(&'static str) -> Option<f64>, asked: &Asked) -> Option<Net> {
    let [plus, neither, minus] = ["promoters", "passives", "detractors"].map(count);
    let net = Net { plus: plus?, neither: neither?, minus: minus? };
    asked.above_zero(net.n(), Pointer::root().field(group))?;
    Some(net)
}

fn change(asked: &Asked) -> Option<Found> {
    let now = split("counts", |name| asked.count(name), asked);
    let then = split("before", |name| asked.before(name), asked);
    let (now, then) = now.zip(then)?;
    let delta = 100.0 * (now.share()? - then.share()?);
    let found = Found { n: Some(now.n() + then.n()), ..Found::value(delta) };
    // Where all answer alike on both sides nothing is known of the spread.
    let Some(z) = then.difference(&now) else { return Some(found.noting("no-spread-claimed", [])) };
    let limit = normal_quantile(0.5 + Estimate::LEVEL / 2.0)?;
    let half = 100.0 * limit * now.standard_error()?.hypot(then.standard_error()?);
    let interval = between((delta - half).max(-200.0), (delta + half).min(200.0), "wald");
    let code = if z.abs() > limit { "significant" } else { "not-significant" };
    Some(Found { interval: Some(interval), ..found }.noting(code, [("z", z.into())]))
}
