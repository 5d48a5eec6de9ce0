"""The numbers everyone asks for first, large, and the chart beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ill_desktop.services.figures import Figure
from ill_desktop.settings import BUILT
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import Look, scaled

OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Card(QFrame):
    """One figure: its number, its name, and how it differs from another month."""

    opened = Signal(str)
    """The code of the figure of which the requests are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.code = ""
        self._number, self._name = plain_label(), plain_label()
        self._change = plain_label(muted=True)
        for label in (self._name, self._change):
            label.setWordWrap(True)
        self._number.setFont(scaled(self.font(), 2.2, QFont.Weight.DemiBold))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(1)
        for label in (self._number, self._name, self._change):
            column.addWidget(label)

    def show_figure(self, figure: Figure, change: str) -> None:
        """Show a figure, and in words how it changed."""
        self.code = figure.code
        self._number.setText(figure.text)
        self._name.setText(figure.label)
        self._change.setText(change or " ")
        self.setToolTip(figure.definition)
        self.setAccessibleName(f"{figure.label}: {figure.text}. {change}")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The number leads to its requests."""
        self.opened.emit(self.code)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So does Enter."""
        if event.key() in OPENING:
            self.opened.emit(self.code)
        else:
            super().keyPressEvent(event)


class Cards(QWidget):
    """Some figures beside each other."""

    opened = Signal(str)

    def __init__(self, many: int) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 8)
        line.setSpacing(12)
        self.cards = [Card(self) for _ in range(many)]
        for card in self.cards:
            card.opened.connect(self.opened)
            line.addWidget(card, 1)

    def show_figures(self, told: Sequence[tuple[Figure, str]]) -> None:
        """Show these, each with how it changed."""
        for card, (figure, change) in zip(self.cards, told, strict=True):
            card.show_figure(figure, change)


USUAL = 13
"""Pixels of the letters beside which a chart is shown as it is drawn."""
OTHER = 6
"""It is to be drawn anew where its room differs by more than that part."""


class Picture(QWidget):
    """A chart as it is printed too, drawn as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._drawing = QSvgRenderer(self)
        self._drawn_for = 0
        QFontDatabase.addApplicationFont(str(BUILT / "fonts" / "DejaVuSans.ttf"))

    def room(self) -> tuple[float, float]:
        """How large it is to be drawn: smaller than it is shown, as its letters grow, too."""
        size = self.size() if self.isVisible() else self.sizeHint()
        larger = max(1.0, QFontInfo(self.font()).pixelSize() / USUAL)
        self._drawn_for = size.width()
        return size.width() / larger, size.height() / larger

    def is_outgrown(self) -> bool:
        """Whether it is shown much larger or smaller than it was drawn."""
        wide = self.width()
        return self.isVisible() and abs(wide - self._drawn_for) > wide // OTHER

    def show_svg(self, drawing: bytes, words: str) -> None:
        """Show a drawing; `words` say the same to who cannot see it."""
        self._drawing.load(QByteArray(drawing))
        self._drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)  # loading forgets it
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(620, 176)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawing.isValid():
            self._drawing.render(painter, QRectF(self.rect()))
        painter.end()


def paint() -> dict[str, str]:
    """The colours of the theme for the chart."""
    colours = Look.colours
    return {
        "text": colours.text,
        "muted": colours.muted,
        "line": colours.hairline,
        "ground": colours.surface,
        "first": colours.accent,
        "second": colours.look.text,
    }


def arrow(which: Qt.ArrowType, name: str, parent: QWidget) -> QToolButton:
    """A button to the month beside this one."""
    button = QToolButton(parent)
    button.setArrowType(which)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
