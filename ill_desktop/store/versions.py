"""The number of the newest tables this program knows. Imports nothing, so that it costs nothing."""

KNOWN = 1
"""The newest file in `migrations/versions`, and `PRAGMA user_version` of a desk brought up to it."""
