"""The orders of a list in words, and which one a queue was left in."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from ill_desktop.domain.queues import Queue
from ill_desktop.services.first_look import NEWEST, Order, SortKey, offered, usual
from ill_desktop.ui.window_state import WindowState
from ill_desktop.words.mark import mark

ORDERS: Mapping[Order, str] = MappingProxyType(
    {
        Order(SortKey.NUMBER, falling=True): mark("Orders", "Newest first"),
        Order(SortKey.NUMBER, falling=False): mark("Orders", "Oldest first"),
        Order(SortKey.DUE, falling=False): mark("Orders", "Due soonest first"),
        Order(SortKey.DUE, falling=True): mark("Orders", "Due latest first"),
        Order(SortKey.NEEDED, falling=False): mark("Orders", "Needed soonest first"),
        Order(SortKey.NEEDED, falling=True): mark("Orders", "Needed latest first"),
    }
)
"""Of each pair the first is what the first press on its heading gives."""


def name(order: Order) -> str:
    """An order in the language of the window."""
    return QCoreApplication.translate("Orders", ORDERS[order])


def arrow(order: Order) -> str:
    """Which way the values go, down the list."""
    return "▼" if order.falling else "▲"


def pressed(by: SortKey, now: Order) -> Order:
    """What a press on a heading gives: its first order, and then the other way round."""
    if now.by is by:
        return Order(by, falling=not now.falling)
    return next(order for order in ORDERS if order.by is by)


def order_in(state: WindowState, queue: Queue | None, find: str = "") -> Order:
    """The order a queue was left in, as far as it can be had there."""
    by, falling = state.order(queue or "all")
    if by in offered(queue, find):
        return Order(SortKey(by), falling=falling)
    return NEWEST if find else usual(queue)
