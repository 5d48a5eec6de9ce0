# house: table
"""The pages of the desk beside its queues: a further one is a name and a row here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

from ill_desktop.words.mark import mark


class Place(StrEnum):
    """A page of the desk that is no queue."""

    ALL = "all"
    PARTNERS = "partners"
    READERS = "readers"
    EXCHANGE = "exchange"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page in the sidebar: its title, marked under `Sidebar`, its icon, and its class.

    The class is `module:Class` of this room, a `DeskPage` made of link and notices when it is
    first wanted; empty: the list of requests. What a page wants of the window it says by the
    signals `request_wanted` (a number), `taking_down_wanted` (a message) and `exchange_now`,
    where it has them.
    """

    title: str
    icon: str
    page: str = ""


PAGES: Mapping[Place, PageRow] = {
    Place.ALL: PageRow(mark("Sidebar", "All requests"), "archive"),
    Place.PARTNERS: PageRow(
        mark("Sidebar", "Partners"), "building-2", "partners_page:PartnersPage"
    ),
    Place.READERS: PageRow(mark("Sidebar", "Readers"), "users", "readers_page:ReadersPage"),
    Place.EXCHANGE: PageRow(mark("Sidebar", "Exchange"), "mails", "exchange_page:ExchangePage"),
    Place.FIGURES: PageRow(mark("Sidebar", "Figures"), "chart-column", "figures_page:FiguresPage"),
}
"""In the order of the sidebar."""


def loaded(name: str) -> Any:
    """A class of this room by `module:Class`."""
    module, _, kind = name.partition(":")
    return getattr(import_module(f"ill_desktop.ui.{module}"), kind)
