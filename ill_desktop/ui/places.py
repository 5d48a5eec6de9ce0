# house: table
"""The pages of the desk beside its queues: a further one is a name and a row here."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ill_desktop.domain.queues import Queue
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.window_state import WindowState

FIRST = Queue.TO_RECEIVE


class Place(StrEnum):
    """A page of the desk that is no queue."""

    ALL = "all"
    PARTNERS = "partners"
    READERS = "readers"
    EXCHANGE = "exchange"
    FIGURES = "figures"


class PageVerb(NamedTuple):
    """What a page can do whatever is chosen in it; its text is marked under the page's class."""

    text: str
    do: str
    """The page's method."""
    writes: bool = True


class PageRow(NamedTuple):
    """A page in the sidebar: its title, marked under `Sidebar`, its icon, its class, its verbs.

    The class is `module:Class` of this room, a `DeskPage` made of link and notices when it is
    first wanted; empty: the list of requests. What a page wants of the window it says by the
    signals `request_wanted` (a number), `finding_wanted` (words), `taking_down_wanted` (a
    message), `recording_wanted` (a wish), `exchange_now`, `leaving_wanted` and `stays` (what
    cannot be undone), where it has them.
    Each of its verbs has a button on it, and is found with Ctrl+K from everywhere.
    """

    title: str
    icon: str
    page: str = ""
    verbs: tuple[PageVerb, ...] = ()


PAGES: Mapping[Place, PageRow] = {
    Place.ALL: PageRow(mark("Sidebar", "All requests"), "archive"),
    Place.PARTNERS: PageRow(
        mark("Sidebar", "Partners"),
        "building-2",
        "partners_page:PartnersPage",
        (PageVerb(mark("PartnersPage", "Add partner"), "add"),),
    ),
    Place.READERS: PageRow(
        mark("Sidebar", "Readers"),
        "users",
        "readers_page:ReadersPage",
        (
            PageVerb(mark("ReadersPage", "Add reader"), "add"),
            PageVerb(mark("ReadersPage", "Import readers…"), "bring_in"),
        ),
    ),
    Place.EXCHANGE: PageRow(mark("Sidebar", "Exchange"), "mails", "exchange_page:ExchangePage"),
    Place.FIGURES: PageRow(
        mark("Sidebar", "Figures"),
        "chart-column",
        "figures_page:FiguresPage",
        (PageVerb(mark("FiguresPage", "Close the month"), "close_month"),),
    ),
}
"""In the order of the sidebar."""


def queue_of(key: str) -> Queue | None:
    """The queue of a key of the sidebar; None: all requests."""
    return None if key == Place.ALL else Queue(key)


def first_place(state: "WindowState") -> str:
    """The list to begin with: the one shown last."""
    known = {queue.value for queue in Queue} | {Place.ALL.value}
    return state.place if state.place in known else FIRST.value
