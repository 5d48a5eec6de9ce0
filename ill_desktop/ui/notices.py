"""The three ways the window speaks: a bar that stays, a toast that goes, a question.

What is said before there is a window waits for it.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ill_desktop.ui.theme import Look, pixmap, repolish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

TOAST_MS = 8000
REMEMBERED = 500
"""So many of the last things said can be read again."""
PLAIN = Qt.TextFormat.PlainText


class Offer(NamedTuple):
    """A button beside a notice."""

    label: str
    act: Callable[[], None]


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


@dataclass(frozen=True, slots=True)
class Told:
    """One thing the window said; `tone` as of a bar, or `done` where it went well."""

    at: datetime
    text: str
    tone: str


class Notices(QObject):
    """The one mouth of the window. What it said is remembered until the program ends, never kept
    on the disk: it may name people.
    """

    more_told = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar: Bar | None = None
        self._toast: Toast | None = None
        self._waiting: list[Callable[[], None]] = []
        self._here = ""
        self.told: deque[Told] = deque(maxlen=REMEMBERED)
        """What was told so far, the newest last."""

    @property
    def said(self) -> list[str]:
        """The texts of what was told."""
        return [one.text for one in self.told]

    def _remember(self, text: str, tone: str) -> None:
        self.told.append(Told(datetime.now().astimezone(), text, tone))
        self.more_told.emit()

    def show_in(self, bar: Bar, toast: Toast) -> None:
        """There is a window now: say what waited."""
        self._bar, self._toast = bar, toast
        waiting, self._waiting = self._waiting, []
        for say in waiting:
            say()

    def toast(self, text: str, offer: Offer | None = None, also: Offer | None = None) -> None:
        """Something went well; `also` stands before what is offered at most."""
        self._remember(text, "done")
        self._now(lambda: self._toast.say(text, offer, also) if self._toast else None)

    def bar(self, text: str, tone: str = "", offer: Offer | None = None) -> None:
        """Something to know (plain), to look at (`look`), or that failed (`late`)."""
        self._remember(text, tone)
        self._now(lambda: self._bar.say(text, tone, offer) if self._bar else None)

    def bar_here(self, text: str, tone: str = "", offer: Offer | None = None) -> None:
        """Something about what is shown now: it goes when something else is shown."""
        self._here = text
        self.bar(text, tone, offer)

    def leave(self) -> None:
        """Something else is shown: what was said of the last page or request goes with it."""
        here, self._here = self._here, ""
        if here:
            self.take_back(here)

    def _now(self, say: Callable[[], None]) -> None:
        if self._bar is None:
            self._waiting.append(say)
        else:
            say()

    def take_back(self, text: str) -> None:
        """Take the bar away if it still says this: it is over."""
        if self._bar is not None and self._bar.text() == text:
            self._bar.hide()

    def ask(self, over: QWidget, question: str, verb: str, then: Callable[[], None]) -> None:
        """Put a question whose answer is a verb; the safe answer is the default."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(over)
        box.setWindowTitle("ILL Desktop")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        sign = pixmap("circle-question-mark", Look.colours.ours.text, 32, over.devicePixelRatioF())
        put_picture(box, sign, self.tr("Question"))
        act = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        safe = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(safe)
        box.setEscapeButton(safe)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda _: then() if box.clickedButton() is act else None)
        box.open()


def put_picture(box: "QMessageBox", sign: QPixmap, name: str) -> None:
    """Put a picture beside what a box says, with a name for whoever hears it."""
    box.setIconPixmap(sign)
    for picture in box.findChildren(QLabel, "qt_msgboxex_icon_label"):
        picture.setAccessibleName(name)
