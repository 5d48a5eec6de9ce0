"""Forms that ask what an act takes: one for each of the daily ones, drawn by hand in Designer."""
