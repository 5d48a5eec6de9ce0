"""ILL Desktop: the interlibrary-loan desk of one library."""

__version__ = "0.1.0"
