"""Every screen and dialog, in both languages: names, letters, and no word left in the other one.

What a screen reader hears through the system is walked by `test_atspi`, where it is installed;
this is what every desk's own window says of itself, every day.
"""

import importlib
import pkgutil
from zoneinfo import available_timezones

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
)

from ill_desktop import ui
from ill_desktop.ui.shortcuts import plain
from tests.ui.atspi.desk import letters
from tests.ui.screens import put_away, screens, shown
from tests.ui.test_access import _clashes, _name, _path, _seen, _settle
from tests.ui.test_atspi import _data, _left_in_english

NAMES = frozenset(
    {"Alma", "CrossLink", "Koha (2021)", "OCLC", "ReShare"}  # systems
    | {"CSV", "JSON", "PDF", "XLSX", "Letter", "Del", "UTC"}  # files, a paper, a key, a zone
    | {zone.replace("_", " ") for zone in available_timezones()}
)
"""What is called the same everywhere."""
ROWS = 40
"""So many rows of a list are read."""


def _about(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def _nameless(front):
    """What the keys can reach and has no name, and pictures nobody can hear of."""
    for one in _seen(front):
        pictured = isinstance(one, QLabel) and not one.text() and not one.pixmap().isNull()
        inner = isinstance(one.parentWidget(), QAbstractSpinBox)  # the counter speaks for it
        reached = one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isEnabled() and not inner
        if (pictured or reached) and not _name(one) and not (pictured and _about(one)):
            yield _path(one)


def _rows(view):
    """The heads of a list and its first rows, as they are drawn."""
    model, top, display = view.model(), QModelIndex(), Qt.ItemDataRole.DisplayRole
    if model is None:
        return
    across = model.columnCount(top) if isinstance(view, QTableView) else 1
    for at in range(across):
        yield model.headerData(at, Qt.Orientation.Horizontal, display)
        for row in range(min(model.rowCount(top), ROWS)):
            yield model.index(row, at).data(display)


def _words(one):
    """What one control shows or tells."""
    yield from (_name(one), _about(one), one.toolTip())
    if isinstance(one, QLineEdit):
        yield one.placeholderText()
    if isinstance(one, QComboBox):
        yield from map(one.itemText, range(one.count()))
    if isinstance(one, QTabBar):
        yield from map(one.tabText, range(one.count()))
    if isinstance(one, QMenu):
        yield from (action.text() for action in one.actions())
    if isinstance(one, QAbstractItemView):
        yield from _rows(one)


def _tree(front):
    """The words of a screen, as `test_atspi` reads them."""
    said = {front.windowTitle()}
    for one in (front, *_seen(front), *front.findChildren(QMenu)):
        said |= {plain(text) for text in _words(one) if isinstance(text, str) and text}
    return [{"name": text, "about": ""} for text in sorted(said - NAMES - {""})]


def _walk(window, qtbot):
    found, bar = {}, [action.text() for action in window.menuBar().actions()]
    for screen in screens(window):
        screen.open()
        _settle(window, qtbot)
        front = shown(window)
        texts = [*bar, *letters(front)] if front is window else letters(front)
        found[screen.name] = {
            "kind": type(front),
            "tree": _tree(front),
            "nameless": sorted(set(_nameless(front))),
            "clashes": _clashes(texts),
        }
        put_away(window)
    return found


def _dialogs():
    """Every dialog there is; what others are made from is no screen itself."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    below = list(QDialog.__subclasses__())
    for one in below:
        below += one.__subclasses__()
    return {one for one in below if _of_ours(one) and not any(map(_of_ours, one.__subclasses__()))}


def _of_ours(one):
    return one.__module__.startswith(f"{ui.__name__}.")


@pytest.mark.ux("UX-37", "UX-40")
@pytest.mark.timeout(300)
def test_every_screen_and_dialog_has_names_and_letters_and_speaks_one_language(seat, qtbot, sample):
    both = {}
    for language in ("en", "id"):
        shell = seat(language)
        both[language] = _walk(shell.window, qtbot)
        shell.window.let_go()
    assert len(both["en"]) > 85
    assert both["en"].keys() == both["id"].keys()
    walked = {screen["kind"] for screen in both["en"].values()}
    assert {one.__name__ for one in _dialogs() - walked} == set()
    found = [(one, name, screen) for one in both for name, screen in both[one].items()]
    assert [(*at, one["nameless"]) for *at, one in found if one["nameless"]] == []
    assert [(*at, one["clashes"]) for *at, one in found if one["clashes"]] == []
    assert _left_in_english(both, _data(sample)) == set()
