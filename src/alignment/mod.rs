//! How well everything serves the mission: metrics, findings (A1, A2, A4).
