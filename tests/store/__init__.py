"""Tests of the filing cabinet, on real SQLite files."""
