"""Speed as ratios, measured side by side in one run; `dev.py bench` runs every `bench_*` here."""
