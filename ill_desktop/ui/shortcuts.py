"""Everything that can be done from the menus, with its keys: for the palette and as a sheet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.ui.keys import KEYS, native
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.words.mark import mark
from ill_desktop.words.other_language import plain

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

ALIKE = " / "
"""Between keys that do the same."""
NOT_DONE = mark(
    "Shortcuts",
    "Nothing was done to {number}: the list or the request changed before “{verb}” was chosen. "
    "Select it and choose again.",
)


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its words, the menu it stands in, its keys."""

    text: str
    menu: str
    keys: str
    run: Callable[[], object]


def commands(window: "Window") -> tuple[Command, ...]:
    """Every entry of every menu that can be chosen now, submenus too."""
    found: list[Command] = []
    for top in window.menuBar().actions():
        gather(top, "", found)
    return tuple(found)


def deeds(window: "Window") -> tuple[Command, ...]:
    """What can be done with what is selected in the list: the buttons of the pane beside it."""
    numbers, pane = _selected(window)
    about = f"{numbers[0]}…" if len(numbers) > 1 else "".join(numbers)
    offered = () if pane is None else _offered(pane)
    return tuple(Command(t, about, "", partial(_press, window, t, numbers)) for t in offered)


def _selected(window: "Window") -> tuple[tuple[str, ...], Any]:
    """The requests selected in the list, and the pane that shows just them."""
    numbers, detail = window.list.numbers(), window.detail
    if not (window.going.at_work and numbers):
        return (), None
    if len(numbers) > 1:
        return numbers, detail.several
    shown = detail.view is not None and detail.view.line.number == numbers[0]
    return (numbers, detail) if shown else ((), None)


def _offered(pane: Any) -> dict[str, Callable[[], object]]:
    """The texts of the buttons and entries of a pane that can be pressed now."""
    found: list[Command] = []
    for one in pane.more.menu().actions():
        gather(one, "", found)
    first = pane.primary
    shown = first.isVisibleTo(pane) and first.isEnabled()
    front = {plain(first.text()): first.click} if shown else {}
    return {**front, **{one.text: one.run for one in found}}


def _press(window: "Window", text: str, numbers: tuple[str, ...]) -> None:
    """What has this text now: the entries are made anew whenever the request is read again.

    The list may have moved on since the deed was named: it is done to nobody else, then.
    """
    still, pane = _selected(window)
    act = _offered(pane).get(text) if pane is not None and still == numbers else None
    if act is not None:
        act()
        return
    said = QCoreApplication.translate("Shortcuts", NOT_DONE)
    window.notices.bar(said.format(number=numbers[0], verb=text), "look")


def gather(action: QAction, path: str, found: list[Command]) -> None:
    """Every entry of a menu that can be chosen now, with the way to it."""
    for here, one in _entries(action, path):
        if one.isEnabled():
            found.append(Command(plain(one.text()), here, native(one.shortcut()), one.trigger))


def _entries(action: QAction, path: str = "") -> Iterator[tuple[str, QAction]]:
    """Every entry of a menu, with the way to it."""
    menu = action.menu()
    if isinstance(menu, QMenu):
        here = f"{path} › {plain(action.text())}" if path else plain(action.text())
        for inner in menu.actions():
            yield from _entries(inner, here)
    elif not action.isSeparator():
        yield path, action


def rows(window: "Window") -> tuple[tuple[str, str, str], ...]:
    """The sheet of keys: where, what, and the keys, of all that has any.

    What is grey for a while is told, too; where a desk can only be looked at, it is not.
    """
    entries = (one for top in window.menuBar().actions() for one in _entries(top))
    told = (
        (where, plain(one.text()), ALIKE.join(map(native, one.shortcuts())))
        for where, one in entries
        if one.shortcuts() and (one.isEnabled() or not window.link.view_only)
    )
    beside = ((_say(one.where), _say(one.text), ALIKE.join(one.told)) for one in KEYS)
    return (*told, *beside)


def _say(text: str) -> str:
    return QCoreApplication.translate("Keys", text)


class ShortcutsDialog(QDialog):
    """The sheet of keys, made from what hears them: it cannot be out of date."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Keys"))
        sheet = QWidget(self)
        self._grid = QGridLayout(sheet)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._group = ""
        for row in rows(window):
            self._row(*row)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Keys"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        column.addWidget(close)
        self.resize(sheet.sizeHint().width() + 60, 560)

    def _row(self, group: str, text: str, keys: str) -> None:
        row = self._grid.rowCount()
        if group != self._group:
            self._group = group
            heading = plain_label(group)
            heading.setProperty("heading", True)
            heading.setContentsMargins(0, 12 if row > 1 else 0, 0, 0)
            self._grid.addWidget(heading, row, 0, 1, 2)
            row += 1
        self._grid.addWidget(plain_label(text), row, 0)
        self._grid.addWidget(plain_label(keys, muted=True), row, 1)
