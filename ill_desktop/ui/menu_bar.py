"""The menu bar and the toolbar, made from the rows of `menus`.

What is seen of them at once is made for the first paint, the rest when the window is furnished.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar

from ill_desktop.ui.menus import MENUS, Entry, entries
from ill_desktop.ui.theme import Look, icon
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


def say(text: str) -> str:
    """A text marked under `Menus`, in the language of the window."""
    return QCoreApplication.translate("Menus", text)


class MenuBar:
    """The titles and the tools; `menu_entries` fills them. The actions are known by name."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self.actions: dict[str, QAction] = {}
        bar = _tool_bar(window)
        self.menus = [(window.menuBar().addMenu(say(title)), rows) for title, rows in MENUS]
        for entry in entries():
            if entry.tool:
                bar.addAction(self.action(entry))
        window.addToolBar(bar)

    def action(self, entry: Entry) -> QAction:
        if entry.name not in self.actions:
            self.actions[entry.name] = _action(self._window, entry)
        return self.actions[entry.name]


def _tool_bar(window: "Window") -> QToolBar:
    bar = QToolBar(say(mark("Menus", "Tools")), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(Look.icon, Look.icon))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return bar


def _action(window: "Window", entry: Entry) -> QAction:
    action = QAction(say(entry.text), window)
    action.setObjectName(entry.name)
    action.setDisabled(entry.writes and window.link.view_only)
    if entry.icon:
        action.setIcon(icon(entry.icon))
    if entry.tool:
        action.setIconText(say(entry.tool))
        keys = f" ({entry.keys[0]})" if entry.keys else ""
        action.setToolTip(f"{say(entry.tool)}{keys}")
    action.triggered.connect(lambda _=False: _do(window, entry))
    return action


def _do(window: "Window", entry: Entry) -> None:
    """A tool can be pressed as soon as it is seen."""
    window.furnish()
    entry.do(window)
