"""Dialogs and pages are loaded when they are first wanted; nothing of them slows the start."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QDialog, QLayout

BAR = 14
"""What a bar to scroll with takes."""
ROOM = "dialog_room"
"""The area in which what a dialog asks is scrolled."""


def show(dialog: "QDialog") -> None:
    """Open a dialog that goes away by itself; the window's thread is never held up."""
    dialog.setModal(True)
    dialog.finished.connect(dialog.deleteLater)
    Room(dialog)
    dialog.open()
    keep_on_screen(dialog)


def on_ctrl_enter(dialog: "QDialog", act: "Callable[[], object]") -> None:
    """What the button that ends a form does, from any of its fields."""
    for key in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(key), dialog, act)


def room_for(dialog: "QDialog") -> "QSize":
    """What a dialog may be large inside its frame on its screen."""
    frame = dialog.frameGeometry().size() - dialog.size()
    return dialog.screen().availableGeometry().size() - frame


def is_scrolled(dialog: "QDialog") -> bool:
    """Whether it was too large for the screen."""
    return dialog.findChild(QObject, ROOM, Qt.FindChildOption.FindDirectChildrenOnly) is not None


def keep_on_screen(dialog: "QDialog") -> None:
    """A high dialog over a small window is centred above the edge of the screen: bring it in."""
    screen = dialog.screen().availableGeometry()
    frame = dialog.frameGeometry()
    left = max(screen.left(), min(frame.left(), screen.right() - frame.width()))
    top = max(screen.top(), min(frame.top(), screen.bottom() - frame.height()))
    if (left, top) != (frame.left(), frame.top()):
        dialog.move(left, top)


def loaded(name: str) -> Any:
    """A class of this room by `module:Class`."""
    from importlib import import_module

    module, _, kind = name.partition(":")
    return getattr(import_module(f"ill_desktop.ui.{module}"), kind)


class Room(QObject):
    """Sees that a dialog is no larger than the screen, whenever it shows more or larger text.

    What does not fit is scrolled; the verbs in its last line stay in sight.
    """

    def __init__(self, dialog: "QDialog") -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once the layout is done with what is new."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._soon.start()
        return False

    def _look(self) -> None:
        dialog, layout = self._dialog, self._dialog.layout()
        if layout is None or not dialog.isVisible():
            return
        room = room_for(dialog)
        wanted = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        if layout.hasHeightForWidth():
            wanted.setHeight(layout.totalMinimumHeightForWidth(min(dialog.width(), room.width())))
        if wanted.width() > room.width() or wanted.height() > room.height():
            dialog.removeEventFilter(self)
            whole = dialog.size().expandedTo(wanted).grownBy(QMargins(0, 0, BAR, 0))
            _scroll(dialog, layout)
            dialog.setMinimumSize(0, 0)
            dialog.resize(whole.boundedTo(room))
        elif wanted.height() > dialog.height():
            dialog.resize(dialog.width(), wanted.height())
        keep_on_screen(dialog)


def _scroll(dialog: "QDialog", layout: "QLayout") -> None:
    """Put all but the last line of a dialog, its verbs, into an area that is scrolled."""
    from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

    from ill_desktop.ui.wrong import Wrong

    focused = dialog.focusWidget()
    inner, room = QWidget(), QScrollArea(dialog)
    edge = layout.contentsMargins()
    item = layout.itemAt(layout.count() - 1)
    last = item.layout() if item is not None else None
    if last is not None:
        layout.removeItem(last)
    inner.setLayout(layout)
    room.setObjectName(ROOM)
    room.setAccessibleName(dialog.windowTitle())
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setWidgetResizable(True)
    room.viewport().setAutoFillBackground(False)
    room.setWidget(inner)
    inner.setAutoFillBackground(False)  # setWidget turns it on
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(room, 1)
    for wrong in dialog.findChildren(Wrong)[:1]:  # what is wrong is told where it is seen
        wrong.setContentsMargins(edge.left(), 4, edge.right(), 0)
        outer.addWidget(wrong)
    if last is not None:
        last.setContentsMargins(edge.left(), 8, edge.right(), edge.bottom())
        outer.addLayout(last)
    if focused is not None:  # what was moved is shown again a moment later
        QTimer.singleShot(0, focused, focused.setFocus)
