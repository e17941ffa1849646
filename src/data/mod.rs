//! Raw rows in columns, upserted by id (N20).
