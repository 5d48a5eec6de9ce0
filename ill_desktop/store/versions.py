"""The number of the newest tables this program knows. Imports nothing, so that it costs nothing."""

KNOWN = 3
"""The newest file in `migrations/versions`, and what `PRAGMA user_version` says after it."""
