//! Calendar days, periods and zone offsets: no clock, no zone database.
