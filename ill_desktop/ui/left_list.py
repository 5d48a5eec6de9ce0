"""How somebody left the list of a queue; the window comes back to it like that."""

from typing import NamedTuple

from ill_desktop.domain.lifecycle.states import Timer

PAGE = 60
"""So many rows are read at once."""


class Left(NamedTuple):
    """How a queue was left: what was found in it, the request one stood on, and how far down."""

    find: str = ""
    number: str = ""
    rows: int = PAGE
    scroll: int = 0
    reason: Timer | None = None
