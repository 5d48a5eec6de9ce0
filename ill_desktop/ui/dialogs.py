"""Dialogs and pages are loaded when they are first wanted; nothing of them slows the start."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QMargins,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QLayout, QPushButton

BAR = 14
"""What a bar to scroll with takes."""
LETTER = 6
"""How wide a letter of the usual size is, in pixels."""
SETTLING_MS = 1000
"""So long after it opened, what a dialog hears of its place may be a step on the way there."""
ROOM = "dialog_room"
"""The area in which what a dialog asks is scrolled."""


def show(dialog: "QDialog") -> None:
    """Open a dialog that goes away by itself; the window's thread is never held up."""
    dialog.setModal(True)
    dialog.finished.connect(dialog.deleteLater)
    Room(dialog)
    dialog.open()


def on_ctrl_enter(
    dialog: "QDialog", button: "QPushButton", act: "Callable[[], object] | None" = None
) -> None:
    """What the button that ends a form does, from any of its fields; the button says so."""
    from ill_desktop.ui import keys

    keys.DONE.bind(dialog, act or button.click)
    keys.DONE.tell_on(button)


def room_for(dialog: "QDialog") -> QSize:
    """What a dialog may be large inside its frame on its screen."""
    return dialog.screen().availableGeometry().size() - _edges(dialog)


def _edges(dialog: "QDialog") -> QSize:
    """What its frame takes; before the frame is there, what that of its window does."""
    own, parent = dialog.frameGeometry().size() - dialog.size(), dialog.parentWidget()
    if own.height() > 0 or parent is None:
        return own.expandedTo(QSize(0, 0))
    return (parent.window().frameGeometry().size() - parent.window().size()).expandedTo(QSize(0, 0))


def wide(dialog: "QDialog", pixels: int) -> int:
    """A width that is good for letters of the usual size, as much larger as they are."""
    larger = max(1.0, dialog.fontMetrics().averageCharWidth() / LETTER)
    return min(round(pixels * larger), room_for(dialog).width())


def is_scrolled(dialog: "QDialog") -> bool:
    """Whether it was too large for the screen."""
    return dialog.findChild(QObject, ROOM, Qt.FindChildOption.FindDirectChildrenOnly) is not None


def centre(dialog: "QDialog") -> None:
    """Over the middle of its window, or of the screen, and wholly on the screen."""
    within = dialog.screen().availableGeometry()
    parent = dialog.parentWidget()
    over = parent.window().frameGeometry() if parent is not None else within
    frame = QRect(QPoint(0, 0), dialog.size() + _edges(dialog))
    frame.moveCenter(over.center())
    _bring_in(dialog, frame, within)


def keep_on_screen(dialog: "QDialog") -> None:
    """A dialog that grew beyond the edge of the screen: bring it in."""
    frame = QRect(dialog.pos(), dialog.size() + _edges(dialog))
    _bring_in(dialog, frame, dialog.screen().availableGeometry())


def _bring_in(dialog: "QDialog", frame: QRect, within: QRect) -> None:
    left = max(within.left(), min(frame.left(), within.right() - frame.width()))
    top = max(within.top(), min(frame.top(), within.bottom() - frame.height()))
    if (left, top) != (dialog.x(), dialog.y()):
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
        self._placed = dialog.testAttribute(Qt.WidgetAttribute.WA_Moved)
        """Whether it chose its place by itself."""
        self._open = QElapsedTimer()
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before it is seen, and then once the layout is done with what is new."""
        if event.type() == QEvent.Type.Show and not event.spontaneous():
            self._open.start()
            self._look()
        elif event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._soon.start()
        return False

    def _look(self) -> None:
        dialog, layout = self._dialog, self._dialog.layout()
        if layout is None or not dialog.isVisible():
            return
        if not is_scrolled(dialog):
            self._fit(layout)
        self._put()

    def _fit(self, layout: "QLayout") -> None:
        dialog = self._dialog
        room = room_for(dialog)
        wanted = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        if layout.hasHeightForWidth():
            wanted.setHeight(layout.totalMinimumHeightForWidth(min(dialog.width(), room.width())))
        if wanted.width() > room.width() or wanted.height() > room.height():
            whole = dialog.size().expandedTo(wanted).grownBy(QMargins(0, 0, BAR, 0))
            _scroll(dialog, layout)
            dialog.setMinimumSize(0, 0)
            dialog.resize(whole.boundedTo(room))
        elif wanted.height() > dialog.height():
            dialog.resize(dialog.width(), wanted.height())

    def _put(self) -> None:
        """To resize a window takes its place along: one that is only on its way there would stay.

        The window manager tells of corners and edges before it has put a window where it belongs.
        """
        if self._placed or self._open.elapsed() > SETTLING_MS:
            keep_on_screen(self._dialog)
        else:
            centre(self._dialog)


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
