"""The three ways the window speaks: a bar that stays, a toast that goes, a question.

What is said before there is a window waits for it.
"""

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from ill_desktop.ui.theme import Look, pixmap

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton

    from ill_desktop.ui.notice_views import Bar, Toast

REMEMBERED = 500
"""So many of the last things said can be read again."""
PLAIN = Qt.TextFormat.PlainText


class Offer(NamedTuple):
    """A button beside a notice."""

    label: str
    act: Callable[[], None]


class Told(NamedTuple):
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

    def show_in(self, bar: "Bar", toast: "Toast") -> None:
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
        box, safe = self._question(over, question)
        act = box.addButton(verb, box.ButtonRole.AcceptRole)
        box.setDefaultButton(safe)
        box.finished.connect(lambda _: then() if box.clickedButton() is act else None)
        box.open()

    def choose(
        self, over: QWidget, question: str, ways: Sequence[Offer], stay: Offer
    ) -> "QMessageBox":
        """Put a question with several answers, the first of them the default; Esc stays."""
        box, safe = self._question(over, question, stay.label)
        buttons = [box.addButton(one.label, box.ButtonRole.AcceptRole) for one in ways]
        box.setDefaultButton(buttons[0])
        acts: dict[QAbstractButton, Callable[[], object]] = {safe: stay.act}
        acts |= {button: one.act for button, one in zip(buttons, ways, strict=True)}

        def end() -> None:
            acts.get(box.clickedButton(), stay.act)()

        box.finished.connect(end)
        box.open()
        return box

    def _question(
        self, over: QWidget, question: str, stay: str = ""
    ) -> "tuple[QMessageBox, QPushButton]":
        """A box to be asked in, and its way out. That is not called Cancel, which is what libraries
        do to requests: among these verbs it would be one of them.
        """
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(over)
        box.setWindowTitle("ILL Desktop")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        sign = pixmap("circle-question-mark", Look.colours.ours.text, 32, over.devicePixelRatioF())
        put_picture(box, sign, self.tr("Question"))
        safe = box.addButton(stay or self.tr("Keep as it is"), box.ButtonRole.RejectRole)
        box.setEscapeButton(safe)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box, safe


def put_picture(box: "QMessageBox", sign: QPixmap, name: str) -> None:
    """Put a picture beside what a box says, with a name for whoever hears it."""
    box.setIconPixmap(sign)
    for picture in box.findChildren(QLabel, "qt_msgboxex_icon_label"):
        picture.setAccessibleName(name)
