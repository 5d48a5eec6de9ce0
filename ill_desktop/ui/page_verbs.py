"""What the pages offer, for the palette: the buttons in sight, and the verbs of the other pages.

A page hands its verbs in once: with the buttons it draws, and with its row in `PAGES`.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView, QWidget

from ill_desktop.ui.menus import goes_and
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.places import PAGES
from ill_desktop.ui.shortcuts import Command, gather
from ill_desktop.words.mark import mark
from ill_desktop.words.other_language import plain

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

CHANGED = mark(
    "Shortcuts",
    "Nothing was done: what is chosen on this page changed before “{verb}” was chosen. "
    "Look and choose again.",
)


def in_sight(window: "Window") -> tuple[Command, ...]:
    """What the buttons of the page shown say, as far as they can be pressed now."""
    page = window.list if window.going.at_work else window.going.shown
    if page is None:
        return ()
    title = window.sidebar.title_of(window.going.here)
    found: dict[str, Command] = {}
    for text, press in _buttons(page):
        run = partial(_press, window, page, _chosen(page), text, press)
        found.setdefault(text, Command(text, title, "", run))
    return tuple(found.values())


def anywhere(window: "Window") -> tuple[Command, ...]:
    """What the pages can do whatever is chosen there: one goes there and it is done.

    The page shown among them: what a button cannot do now, its verb knows how to begin.
    """
    found: list[Command] = []
    for place, row in PAGES.items():
        if row.page:
            title, kind = window.sidebar.title_of(place), row.page.partition(":")[2]
            for verb in row.verbs:
                if not (verb.writes and window.link.view_only):
                    text = QCoreApplication.translate(kind, verb.text)
                    run = partial(goes_and(place, verb.do), window)
                    found.append(Command(text, title, "", run))
    return tuple(found)


def _buttons(page: QWidget) -> Iterator[tuple[str, Callable[[], object]]]:
    for button in page.findChildren(QAbstractButton):
        within = button.isVisibleTo(page) and not isinstance(button.parent(), QLineEdit)
        text = plain(button.text()) or button.accessibleName()
        if not (within and text and button.isEnabled()) or button.isCheckable():
            continue
        menu = getattr(button, "menu", lambda: None)()
        if menu is None:
            yield text, button.click
            continue
        entries: list[Command] = []
        for action in menu.actions():
            gather(action, text, entries)
        yield from ((f"{one.menu} › {one.text}", one.run) for one in entries)


def _chosen(page: QWidget) -> list[Any]:
    """The rows the lists of a page stand on: what its buttons would act upon."""
    views = page.findChildren(QTableView)
    return [one.currentIndex().data(ROW) for one in views if one.isVisibleTo(page)]


def _press(
    window: "Window", page: QWidget, chosen: list[Any], text: str, press: Callable[[], object]
) -> None:
    """The list may have moved on since the verb was named: it is done to nothing else, then."""
    if _chosen(page) == chosen and any(text == one for one, _ in _buttons(page)):
        press()
        return
    said = QCoreApplication.translate("Shortcuts", CHANGED)
    window.notices.bar(said.format(verb=text), "look")
