"""A request in a list, as services hand it out: all the first list of the window needs."""

from datetime import date, datetime
from typing import NamedTuple

from ill_desktop.domain.lifecycle.states import Action, Flag, Service, Side, State, Turn

IN_VAIN = frozenset(
    {State.UNFILLED, State.CANCELLED, State.CLOSED, State.RETRY_OFFERED, State.LOST}
)


class PartnerRef(NamedTuple):
    """A partner in a list."""

    name: str
    symbol: str


class RequestLine(NamedTuple):
    """A request in a list."""

    number: str
    side: Side
    service: Service
    state: State
    label: str
    flags: tuple[Flag, ...]
    primary_action: Action | None
    title: str
    author: str
    patron: str
    partner: PartnerRef | None
    our_id: str
    their_id: str
    needed_by: date | None
    due: date | None
    created: datetime
    since: datetime
    """When it came into its state."""
    turn: Turn = Turn.OURS
    why: str = ""
    """Why it wants to be looked at; told in the list of those that do."""
    reader_name: str = ""
    """Who it is for, as they are called at the counter; `patron` is their code."""

    @property
    def in_vain(self) -> bool:
        """Whether it is over without having been supplied, or without having come back."""
        return self.state in IN_VAIN


class Page(NamedTuple):
    """Some lines; `total` in all, `next` is the number to ask `after` for more."""

    lines: tuple[RequestLine, ...]
    total: int
    next: str
