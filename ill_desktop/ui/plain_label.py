"""Text as it was typed: most of what the window shows came from people."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def plain_label(text: str = "", *, muted: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as typed, never as markup (RELIABILITY S5)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("muted", muted)
    return label


def keep_lines(label: QLabel, lines: int = 1) -> None:
    """Let so many lines stay free while it is away: what stands below does not move when it speaks.

    None is kept of a label that is away with no line. Several grow with the letters.
    """
    keep_place(label, keep=lines > 0)
    room = label.findChild(_Room)
    if room is None and lines > 1:
        room = _Room(label)
    if room is not None:
        room.keep(lines)


def keep_place(part: QWidget, *, keep: bool = True) -> None:
    """Whether what stands below something stays where it is while that is away."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(keep)
    part.setSizePolicy(policy)


class _Room(QObject):
    """The height of some lines of a label, whatever its letters are by now."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label)
        self._label, self._lines = label, 0
        label.installEventFilter(self)

    def keep(self, lines: int) -> None:
        """Keep so many lines free, or none for one: a label has that by itself."""
        self._lines = lines
        high = self._label.fontMetrics().lineSpacing() * lines
        self._label.setMinimumHeight(high if lines > 1 else 0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.keep(self._lines)
        return False


def link_button(parent: QWidget) -> QPushButton:
    """A button no higher than a line of text, for what can be done about what a line says."""
    button = QPushButton(parent)
    button.setAutoDefault(False)
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
