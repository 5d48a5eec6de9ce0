# house: table
"""The menus and keys of the window, as rows; the window says what each does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from ill_desktop.ui.colours import Theme
from ill_desktop.ui.theme import icon
from ill_desktop.words.mark import mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu; `tool` puts it into the toolbar under that shorter name."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tool: str = ""


LINE = Entry("", "")

MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        mark("Menus", "&File"),
        (
            Entry("open", mark("Menus", "&Open citations…"), ("Ctrl+O",), "folder-open"),
            Entry("back_up", mark("Menus", "&Back up the desk…"), (), "archive"),
            LINE,
            Entry("quit", mark("Menus", "&Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        mark("Menus", "&Edit"),
        (
            Entry("undo", mark("Menus", "&Undo the last act"), ("Ctrl+Z",), "undo-2"),
            Entry("paste", mark("Menus", "&Paste citations"), ("Ctrl+V",)),
            LINE,
            Entry("find_here", mark("Menus", "Find in this &list"), ("Ctrl+F",), "search"),
            Entry("find_all", mark("Menus", "&Find in all requests"), ("Ctrl+K",), "search"),
        ),
    ),
    (
        mark("Menus", "&Request"),
        (
            Entry(
                "new",
                mark("Menus", "&New borrowing request…"),
                ("Ctrl+N",),
                "plus",
                mark("Menus", "New request"),
            ),
            Entry(
                "lend",
                mark("Menus", "&Record a lending request…"),
                ("Ctrl+Shift+N",),
                "phone",
                mark("Menus", "Record lending"),
            ),
            LINE,
            Entry(
                "print",
                mark("Menus", "&Print slips and labels…"),
                ("Ctrl+P",),
                "printer",
                mark("Menus", "Print"),
            ),
            Entry("next", mark("Menus", "Next request"), ("Alt+Down",)),
            Entry("previous", mark("Menus", "Previous request"), ("Alt+Up",)),
        ),
    ),
    (
        mark("Menus", "E&xchange"),
        (
            Entry(
                "exchange",
                mark("Menus", "&Exchange now"),
                ("F5",),
                "refresh-cw",
                mark("Menus", "Exchange now"),
            ),
            Entry("log", mark("Menus", "Exchange &log"), ("Ctrl+E",), "mails"),
        ),
    ),
    (
        mark("Menus", "&View"),
        (
            Entry("larger", mark("Menus", "&Larger text"), ("Ctrl++", "Ctrl+=")),
            Entry("smaller", mark("Menus", "&Smaller text"), ("Ctrl+-",)),
            LINE,
        ),
    ),
    (mark("Menus", "&Help"), (Entry("about", mark("Menus", "&About ILL Desktop"), (), "info"),)),
)
VIEW = 4
THEMES: Mapping[Theme, str] = {
    Theme.SYSTEM: mark("Menus", "As the desktop"),
    Theme.LIGHT: mark("Menus", "Light"),
    Theme.DARK: mark("Menus", "Dark"),
    Theme.CONTRAST: mark("Menus", "High contrast"),
}
LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}
"""Languages are called by their own names in every language."""


def say(text: str) -> str:
    """A text marked under `Menus`, in the language of the window."""
    return QCoreApplication.translate("Menus", text)


Doings = Mapping[str, Callable[[], object]]


def build(window: QMainWindow, doings: Doings) -> dict[str, QAction]:
    """Make the menu bar and the toolbar; the actions are returned by name."""
    actions: dict[str, QAction] = {}
    bar = QToolBar(say(mark("Menus", "Tools")), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(16, 16))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for title, entries in MENUS:
        menu = window.menuBar().addMenu(say(title))
        for entry in entries:
            if entry is LINE:
                menu.addSeparator()
                continue
            action = _action(window, entry, doings[entry.name])
            menu.addAction(action)
            actions[entry.name] = action
            if entry.tool:
                bar.addAction(action)
    window.addToolBar(bar)
    return actions


def _action(window: QMainWindow, entry: Entry, do: Callable[[], object]) -> QAction:
    action = QAction(say(entry.text), window)
    action.setShortcuts([QKeySequence(key) for key in entry.keys])
    if entry.icon:
        action.setIcon(icon(entry.icon))
        action.setProperty("drawing", entry.icon)
    if entry.tool:
        action.setIconText(say(entry.tool))
        action.setToolTip(f"{say(entry.tool)} ({entry.keys[0]})")
    action.triggered.connect(lambda _=False: do())
    return action


def redraw(actions: Mapping[str, QAction]) -> None:
    """Draw the icons again, in the colours of another theme."""
    for action in actions.values():
        if drawing := action.property("drawing"):
            action.setIcon(icon(drawing))


def choices(
    window: QMainWindow,
    title: str,
    options: Mapping[str, str],
    now: str,
    choose: Callable[[str], None],
) -> QMenu:
    """A menu of which one entry is ticked."""
    menu = QMenu(title, window)
    group = QActionGroup(menu)
    for code, name in options.items():
        entry = menu.addAction(name)
        entry.setCheckable(True)
        entry.setChecked(code == now)
        group.addAction(entry)
        entry.triggered.connect(lambda _=False, one=code: choose(one))
    return menu
