"""The menu bar and the toolbar, made from the rows of `menus`."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.queues import QUEUES, Queue
from ill_desktop.ui.menus import MENUS, Choice, Entry, Places
from ill_desktop.ui.theme import icon
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


def say(text: str) -> str:
    """A text marked under `Menus`, in the language of the window."""
    return QCoreApplication.translate("Menus", text)


def build(window: "Window") -> dict[str, QAction]:
    """Make the menu bar and the toolbar; the actions are returned by name."""
    actions: dict[str, QAction] = {}
    bar = _tool_bar(window)
    for title, rows in MENUS:
        menu = window.menuBar().addMenu(say(title))
        for row in rows:
            if isinstance(row, Entry):
                action = actions[row.name] = _action(window, row)
                menu.addAction(action)
                if row.tool:
                    bar.addAction(action)
            elif isinstance(row, Places):
                menu.addMenu(_places(window, row))
            elif isinstance(row, Choice):
                menu.addMenu(_choice(window, row))
            else:
                menu.addSeparator()
    window.addToolBar(bar)
    return actions


def _tool_bar(window: "Window") -> QToolBar:
    bar = QToolBar(say(mark("Menus", "Tools")), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(16, 16))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return bar


def _action(window: "Window", entry: Entry) -> QAction:
    action = QAction(say(entry.text), window)
    action.setObjectName(entry.name)
    action.setShortcuts([QKeySequence(key) for key in entry.keys])
    if entry.icon:
        action.setIcon(icon(entry.icon))
    if entry.tool:
        action.setIconText(say(entry.tool))
        keys = f" ({entry.keys[0]})" if entry.keys else ""
        action.setToolTip(f"{say(entry.tool)}{keys}")
    action.triggered.connect(lambda _=False: entry.do(window))
    return action


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
