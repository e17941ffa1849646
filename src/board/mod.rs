//! The live whole: plan, snapshot and journal, and all that is derived of them (C1).
