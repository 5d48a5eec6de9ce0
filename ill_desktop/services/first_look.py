"""What the window shows before anything else is ready. Imports no SQLAlchemy (BASELINES §1)."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ill_desktop.domain.queues import Queue
from ill_desktop.services.clock import clock_for
from ill_desktop.services.folder import DeskFolder
from ill_desktop.services.line_views import Page
from ill_desktop.services.lines import line_view
from ill_desktop.store import driver, first_page
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.orders import NEWEST, Order, SortKey, offered, usual
from ill_desktop.words.catalogue import words_for


class FirstLook(NamedTuple):
    """Whose desk it is, its first list and the counts; `older` asks for an upgrade first.

    `view_only`: nothing can be written where the desk lies.
    """

    name: str
    language: str
    sample: bool
    today: date
    page: Page
    counts: Mapping[Queue, int]
    older: bool
    view_only: bool


def first_look(folder: Path, query: ListQuery, language: str = "") -> FirstLook:
    """Read the desk in a folder; raises `NoDesk`, `NewerDatabase` and `Damaged`."""
    path = DeskFolder(folder).database
    with first_page.looking(path) as connection:
        card = first_page.card(connection)
        today = clock_for(card.test).now().astimezone(ZoneInfo(card.zone)).date()
        found = first_page.first_page(connection, query, today)
    words = words_for(language or card.language)
    lines = tuple(line_view(words, one, today) for one in found.page.lines)
    page = Page(lines, found.page.total, found.page.following)
    return FirstLook(
        card.name,
        card.language,
        card.sample,
        today,
        page,
        found.counts,
        found.older,
        driver.view_only(path),
    )


__all__ = [
    "NEWEST",
    "FirstLook",
    "ListQuery",
    "Order",
    "SortKey",
    "first_look",
    "offered",
    "usual",
]
