//! Progress, score, pace and status; the two channels up the tree (N17).
