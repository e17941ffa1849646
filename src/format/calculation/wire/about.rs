//! What each input means: the descriptions of the schema and of the TypeScript types.

/// A family.
pub(super) fn family(id: &str) -> &'static str {
    match id {
        "nps" => "The Net Promoter Score.",
        "enps" => "The Net Promoter Score asked of employees; small groups are not shown.",
        "nps-change" => "The difference of two Net Promoter Scores, and whether it is more than chance.",
        "csat" => "Customer satisfaction on a scale.",
        "ces" => "The customer effort score 2.0: 1 to 7, high is good.",
        "ces-1" => "The customer effort score 1.0: 1 to 5, low is good.",
        "fcr" => "First-contact resolution, gross or net.",
        "aht" => "Average handling time and its parts.",
        "first-reply-time" => "Time from creation to first reply.",
        "resolution-time" => "Time from creation to resolution.",
        "service-level" => "Calls answered within a time, by five definitions.",
        "asa" => "Average speed of answer.",
        "abandonment" => "Calls abandoned, with or without the short ones.",
        "occupancy" => "The part of the time on duty that is work.",
        "sla-compliance" => "Promises kept, of what was due, created or resolved.",
        "backlog" => "What is left to do.",
        "reopen-rate" => "Cases or events of reopening, of what was solved.",
        "complaints" => "Complaints acknowledged, escalated, resolved, resolved in time.",
        "recovery" => "Customers after a resolved complaint beside those without one.",
        "retention" => "Customers kept.",
        "churn" => "Customers lost.",
        "clv" => "Customer lifetime value, simple.",
        "clv-predictive" => "What customers can be expected to bring, by a model.",
        "clv-historical" => "What a customer has brought so far.",
        "contact-rate" => "Contacts for each customer or order.",
        "self-service" => "Solved in self-service, of all solved.",
        "deflection" => "Contacts avoided, by a named estimate.",
        "containment" => "Bot conversations that the bot resolved alone.",
        "favourability" => "Favourable answers of employees; small groups are not shown.",
        "cronbach-alpha" => "Whether the items of a survey make one scale.",
        "counts" => "A part of a whole.",
        _ => "",
    }
}

/// A field of the request.
pub(super) fn field(name: &str) -> &'static str {
    match name {
        "counts" => "Counts by name: whole numbers from 0.",
        "amounts" => "Sums of time or money, and rates.",
        "before" => "The same counts of the time before.",
        "values" => "One value for each answer or case, in any order.",
        "answers" => "How often each point of the scale was answered, as `{ \"5\": 42 }`.",
        "items" => "For each person the answers to all items, in the same order.",
        "scale" => "The best answer of the scale; 5 where absent.",
        "unit" => "The unit of all lengths of time; `s` where absent.",
        "limit" => "The limit of `share-within`, in the unit of the values.",
        "interval" => {
            "`bootstrap`: the interval of a mean or a percentile by drawing the values again (BCa), at most 5,000 of them."
        }
        "minimum" => "The smallest group that is shown: 5, or more.",
        "estimate" => "How it was estimated what would have been a contact.",
        _ => "",
    }
}

/// A field that a request for lifetime value has as well.
pub(super) fn term(name: &str) -> &'static str {
    match name {
        "purchases" => "The purchases, in any order.",
        "asOf" => "The last day that was observed.",
        "customers" => "The customers, each summed up.",
        "cohorts" => "For `sbg`: of each cohort the customers at first, after the first renewal, and so on.",
        "unit" => "The unit that time is counted in; of contracts the time between two renewals.",
        "horizon" => "How far is looked ahead, in that unit.",
        "discount" => "The rate that a year discounts by, as 0.1 for 10 %.",
        "margin" => {
            "The share of an amount that is margin; of contracts the margin between two renewals, which `sbg` needs."
        }
        _ => "",
    }
}

/// A number of `counts`, `amounts` or `before`.
pub(super) fn number(name: &str) -> &'static str {
    match name {
        "promoters" => "Answers of 9 and 10.",
        "passives" => "Answers of 7 and 8.",
        "detractors" => "Answers of 0 to 6.",
        "firstContact" => "Resolved at the first contact.",
        "contacts" => "All contacts; for deflection, those made all the same.",
        "notResolvable" => "Contacts that first level cannot resolve; `net` needs it.",
        "undetermined" => "Contacts of which it is not known yet: left out and told.",
        "talk" => "All talking time.",
        "hold" => "All time on hold.",
        "wrap" => "All after-call work.",
        "handled" => "Contacts handled.",
        "open" => "Cases that have none yet: told beside, not in the value.",
        "answered" => "Calls answered.",
        "answeredWithin" => "Of these, answered within the time.",
        "abandoned" => "Calls abandoned; all service levels but `l2` need it.",
        "abandonedWithin" => "Of these, abandoned within the time; `l1` and `l4` need it.",
        "abandonedShort" => "Of these, abandoned at once; `l5` needs it.",
        "waiting" => "All waiting time of the answered.",
        "offered" => "Calls offered.",
        "short" => "Calls abandoned at once; `without-short` needs it.",
        "handling" => "Time of handling.",
        "available" => "Time of waiting for work.",
        "met" => "Cases resolved in time.",
        "resolved" => "Cases resolved.",
        "breachedOpen" => "Cases open past their due time; `due` needs it.",
        "created" => "Cases created.",
        "start" => "How many there were at the start.",
        "reopened" => "Cases, or times, reopened.",
        "reopenings" => "Times reopened, where a case may come back more than once; `events` counts them.",
        "solved" => "Cases solved.",
        "received" => "Complaints received.",
        "acknowledged" => "Of these, acknowledged.",
        "escalated" => "Of these, escalated.",
        "resolvedInTime" => "Complaints resolved in time; `in-time` needs it.",
        "overdue" => "Complaints open past their date; `in-time` needs it.",
        "afterComplaint" => "Customers whose complaint was resolved.",
        "goodAfterComplaint" => "Of these, kept or satisfied.",
        "withoutComplaint" => "Customers who had no complaint.",
        "goodWithoutComplaint" => "Of these, kept or satisfied.",
        "end" => "Customers at the end.",
        "new" => "Of these, won meanwhile.",
        "lost" => "Customers lost; in its place `end` and `new`.",
        "margin" => "The margin of a customer in a period.",
        "revenue" => "What all customers have paid so far.",
        "cost" => "What it cost to serve them; `margin` needs it.",
        "retention" => "The rate of retention in a period, as 0.8.",
        "discount" => "The rate of discount of a period, as 0.1.",
        "customers" => "Customers; `per-customer` needs it.",
        "orders" => "Orders; `per-order` needs it.",
        "selfService" => "Of the solved, solved in self-service.",
        "avoided" => "Contacts that would have been made, as estimated.",
        "botResolved" => "Conversations that the bot resolved alone.",
        "conversations" => "Conversations with the bot.",
        "numerator" => "Those that count.",
        "denominator" => "All of them.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::group;
    use super::*;
    use crate::kpi::service::{FAMILIES, Kind};

    #[test]
    fn everything_is_described() {
        for each in FAMILIES {
            assert!(!family(each.id).is_empty(), "{}", each.id);
            for input in each.ways.iter().copied().flatten().chain(each.options) {
                let about = match input.kind {
                    Kind::Lifetime => term(input.name),
                    kind if group(kind).is_some() => number(input.name),
                    _ => field(input.name),
                };
                assert!(!about.is_empty(), "{}: {}", each.id, input.name);
            }
        }
    }
}
