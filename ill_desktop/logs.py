"""What the program notes for those who mend it: one line a record, no reader's data."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "ill-desktop.log"
FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class OneLine(logging.Formatter):
    """A record is one line, whatever a partner put into it (RELIABILITY A2)."""

    def format(self, record: logging.LogRecord) -> str:
        """The record with its line breaks and control characters shown as escapes."""
        text = super().format(record)
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def keep(folder: Path) -> logging.Handler | None:
    """Write the log into a folder; None where that cannot be written."""
    try:
        handler = RotatingFileHandler(
            folder / NAME, maxBytes=1_000_000, backupCount=4, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(OneLine(FORMAT))
    logging.getLogger("ill_desktop").addHandler(handler)
    logging.getLogger("ill_desktop").setLevel(logging.INFO)
    return handler


def stop(handler: logging.Handler) -> None:
    """Close a log that `keep` opened."""
    logging.getLogger("ill_desktop").removeHandler(handler)
    handler.close()
