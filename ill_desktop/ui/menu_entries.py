"""What the menus hold: their entries with keys, made when the window is furnished."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.queues import QUEUES, Queue
from ill_desktop.ui import keys
from ill_desktop.ui.menu_bar import say
from ill_desktop.ui.menus import Choice, Entry, Places, Row
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


def fill(window: "Window") -> None:
    """Every entry, in the order of the table."""
    for menu, rows in window.menus.menus:
        for row in rows:
            _put(window, menu, row)
    keys.MENUS.bind(window, lambda: _into_menus(window))


def _into_menus(window: "Window") -> None:
    bar = window.menuBar()
    bar.setActiveAction(bar.actions()[0])


def say_leaving(window: "Window", n: int) -> None:
    """The entry that sends what waits names how many there are, and what that means for undo."""
    action = window.menus.actions["send_now"]
    text = say(mark("Menus", "&Send waiting messages now"))
    many = say(mark("Menus", "&Send waiting messages now ({n})")).format(n=n)
    action.setText(many if n else text)
    action.setStatusTip(say(mark("Menus", "After that, Undo cannot take them back.")) if n else "")


def _put(window: "Window", menu: QMenu, row: Row) -> None:
    if isinstance(row, Entry):
        action = window.menus.action(row)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        menu.addAction(action)
    elif isinstance(row, Places):
        menu.addMenu(_places(window, row))
    elif isinstance(row, Choice):
        menu.addMenu(_choice(window, row))
    else:
        menu.addSeparator()


def _places(window: "Window", row: Places) -> QMenu:
    """Borrowing queues by Ctrl and a figure, lending queues by Alt and a figure."""
    menu = QMenu(say(row.text), window)
    keys = {
        key: f"{modifier}+{n}"
        for modifier, side in (("Ctrl", Side.BORROWING), ("Alt", Side.LENDING))
        for n, key in enumerate((key for key, rule in QUEUES.items() if rule.side is side), 1)
        if n <= 9
    }
    for key, title in window.sidebar.places():
        action = menu.addAction(title.replace("&", "&&"))
        if key in keys:
            action.setShortcut(QKeySequence(keys[Queue(key)]))
        action.triggered.connect(lambda _=False, one=key: window.going.jump(one))
    return menu


def _choice(window: "Window", row: Choice) -> QMenu:
    menu = QMenu(say(row.text), window)
    group = QActionGroup(menu)
    now = row.now(window)
    for code, name in row.options.items():
        entry = menu.addAction(say(name))
        entry.setCheckable(True)
        entry.setChecked(code == now)
        group.addAction(entry)
        entry.triggered.connect(lambda _=False, one=code: row.choose(window, one))
    return menu
