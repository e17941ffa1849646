//! The words of `kpi`, by the other fields that they share.

use serde::Serialize;

/// Declares the words of `kpi` that share their other fields.
macro_rules! families {
    ($($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $word:ident = $text:literal,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(inline))]
        pub enum $name {
            $($(#[$word_meta])* #[serde(rename = $text)] $word,)+
        }
    )+};
}

families! {
    /// Lengths of time.
    DurationFamily {
        /// Creation to resolution.
        Resolution = "resolution-time",
        /// Creation to first reply.
        FirstReply = "first-reply-time",
    }
    /// Kept by the due time.
    SlaFamily {
        /// Kept by the due time.
        Sla = "sla-compliance",
    }
    /// Answers on a scale.
    ScaleFamily {
        /// Satisfaction.
        Csat = "csat",
        /// Agreement.
        Favourability = "favourability",
    }
    /// Answers on a scale that the family names.
    NpsFamily {
        /// Would they recommend, 0 to 10.
        Nps = "nps",
        /// Would employees recommend, 0 to 10.
        Enps = "enps",
        /// Made it easy, 1 to 7, high is good.
        Ces = "ces",
        /// How much effort, 1 to 5, low is good.
        Ces1 = "ces-1",
    }
    /// Kept of all.
    RetentionFamily {
        /// Kept of all.
        Retention = "retention",
    }
    /// A count of a count.
    CountsFamily {
        /// A count of a count.
        Counts = "counts",
    }
    /// Customers who stay or leave.
    CustomersFamily {
        /// Kept of those at the start.
        Retention = "retention",
        /// Lost of those at the start.
        Churn = "churn",
    }
    /// Several items of a survey.
    ItemsFamily {
        /// Agreement over all items.
        Favourability = "favourability",
        /// Whether the items make one scale.
        Alpha = "cronbach-alpha",
    }
    /// Counted by name.
    TallyFamily {
        /// Would they recommend, already counted.
        Nps = "nps",
        /// Would employees recommend, already counted.
        Enps = "enps",
        /// Resolved at first contact.
        Fcr = "fcr",
        /// Talk, hold and wrap-up time.
        Aht = "aht",
        /// Answered in time.
        ServiceLevel = "service-level",
        /// Waiting of the answered.
        Asa = "asa",
        /// Callers who hang up.
        Abandonment = "abandonment",
        /// Work, of the time on duty.
        Occupancy = "occupancy",
        /// Kept by the due time, already counted.
        Sla = "sla-compliance",
        /// What is left to do.
        Backlog = "backlog",
        /// What came back.
        Reopened = "reopen-rate",
        /// Complaints and what became of them.
        Complaints = "complaints",
        /// Customers after a complaint beside those without one.
        Recovery = "recovery",
        /// Kept of those at the start, already counted.
        Retention = "retention",
        /// Lost of those at the start, already counted.
        Churn = "churn",
        /// Contacts for each customer or order.
        ContactRate = "contact-rate",
        /// Solved without anybody.
        SelfService = "self-service",
        /// Contacts avoided, by estimate.
        Deflection = "deflection",
        /// Resolved by the bot alone.
        Containment = "containment",
        /// What a customer is worth, at the retention that the rows show.
        Clv = "clv",
        /// What a customer has brought so far.
        ClvHistorical = "clv-historical",
    }
}
