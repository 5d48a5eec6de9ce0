"""Opening the desk for one command, and letting go of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from ill_desktop import logs
from ill_desktop.cli.output import Output
from ill_desktop.services.desk import Desk, open_desk


@contextmanager
def at_desk(out: Output) -> Iterator[Desk]:
    """The open desk; its language becomes that of the answer."""
    desk = open_desk(out.folder)
    out.words = desk.words
    handler = logs.keep(desk.folder.logs)
    try:
        yield desk
    finally:
        desk.close()
        if handler is not None:
            logs.stop(handler)
