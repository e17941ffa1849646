//! What a test of before and after can say.

use crate::plan::named;

named! {
    /// What a KPI did after a programme. None of them says why.
    Outcome {
        /// The programme, or the time its effect takes, is not over, or no period after it is.
        TooEarly = "too-early",
        /// The values do not carry an answer; the reason stands beside it.
        CannotTell = "cannot-tell",
        /// Eight periods or more after it, and none stands out.
        NoSignal = "no-signal",
        /// Signals, all of them on the better side.
        Moved = "moved",
        /// Signals, all of them on the worse side.
        MovedAgainst = "moved-against",
        /// Signals on both sides.
        Mixed = "mixed",
        /// It moved as hoped, and then went back.
        SlippedBack = "slipped-back",
    }
}

named! {
    /// Why it is too early, or cannot be told.
    Reason {
        /// The programme has no first day.
        NoStart = "no-start",
        /// It has no last day.
        NoEnd = "no-end",
        /// It has not begun.
        NotStarted = "not-started",
        /// It is under way.
        Running = "running",
        /// Its last day is past, and it is not done.
        NotDone = "not-done",
        /// The time its effect takes is not over, or no period after it is complete.
        NoPeriodAfter = "no-period-after",
        /// Too few values before it to set limits.
        FewBefore = "few-before",
        /// Too few values after it for "no signal" to say anything.
        FewAfter = "few-after",
        /// The KPI went the hoped way before it began.
        TrendBefore = "trend-before",
        /// Nobody said which way is better.
        NoDirection = "no-direction",
    }
}

named! {
    /// Which side of the centre before it a signal lies on.
    Side {
        /// The better one.
        Better = "better",
        /// The worse one.
        Worse = "worse",
    }
}
