"""What notices are seen in: a bar that stays above the page, a toast that goes by itself."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ill_desktop.ui.notices import Offer
from ill_desktop.ui.theme import Look, pixmap, repolish

TOAST_MS = 8000


class Bar(QFrame):
    """A line above the page that stays until it is closed or outdone."""

    ICONS: ClassVar = {"": "info", "look": "triangle-alert", "late": "octagon-alert"}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._icon, self._text = QLabel(self), QLabel(self)
        self._tones = {"": self.tr("Note"), "look": self.tr("Look"), "late": self.tr("Failed")}
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._offer = QPushButton(self)
        self._close = QPushButton(self.tr("Close"), self)
        self._close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(self._icon)
        line.addWidget(self._text, 1)
        line.addWidget(self._offer)
        line.addWidget(self._close)
        self.hide()

    def text(self) -> str:
        """What was said last."""
        return self._text.text()

    def say(self, text: str, tone: str = "", offer: Offer | None = None) -> None:
        """Show a text; tone `look` warns, `late` tells that something failed."""
        colours = Look.colours
        ink = {"look": colours.look.text, "late": colours.late.text}.get(tone, colours.muted)
        self._icon.setPixmap(pixmap(self.ICONS[tone], ink, Look.icon, self.devicePixelRatioF()))
        self._icon.setAccessibleName(self._tones[tone])
        self.setProperty("tone", tone)
        repolish(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._offer.setVisible(offer is not None)
        _rewire(self._offer, offer, self.hide)
        self.show()


class Toast(QFrame):
    """A short word below the page, with at most two buttons; it goes by itself.

    It has its own room: nothing that can be pressed lies under it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._text, self._offer = QLabel(self), QPushButton(self)
        self._also = QPushButton(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 8, 6)
        line.addWidget(self._text, 1)
        for one in (self._also, self._offer):
            line.addWidget(one)
        self._gone = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._gone.timeout.connect(self._go)
        self.hide()

    def say(self, text: str, offer: Offer | None = None, also: Offer | None = None) -> None:
        """Show a text for a while."""
        self._text.setText(text)
        self.setAccessibleName(text)
        for button, one in ((self._offer, offer), (self._also, also)):
            button.setVisible(one is not None)
            _rewire(button, one, self.hide)
        self.show()
        self._gone.start()

    def _go(self) -> None:
        """Not behind a dialog that lies over it: what it offers would be gone unseen."""
        if self._offer.isHidden() or QApplication.activeModalWidget() is None:
            self.hide()
        else:
            self._gone.start()


def _rewire(button: QPushButton, offer: Offer | None, then: Callable[[], None]) -> None:
    """Give a reused button a new meaning."""
    old = button.property("wired")
    if old:
        button.clicked.disconnect()
    button.setProperty("wired", offer is not None)
    if offer is None:
        return
    button.setText(offer.label)
    button.clicked.connect(then)
    button.clicked.connect(offer.act)
